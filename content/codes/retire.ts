import { type Code, type CodeState, isMatterPurpose, type Registry } from './code.ts';

/**
 * Every active code of `subject` (a matter that was renamed or merged, or a place) leads to `to` from now on: the same
 * purpose and situation when `to` has it, else its first code of the purpose, else its first guide.
 * @returns null when `to` has no code such a code could lead to
 */
export function moveCodes(registry: Registry, subject: string, to: string): Registry | null {
  const targets = registry.codes.filter(code => code.subject === to && code.state.is === 'active');
  const [fallback] = targets;
  if (fallback === undefined || subject === to) return null;
  return retire(registry, subject, code => {
    const same = targets.filter(({ purpose }) => purpose === code.purpose);
    const target = same.find(({ situation }) => situation === code.situation) ?? same[0] ?? fallback;
    return { is: 'moved', to: target.id };
  });
}

/** Every active code of `subject` says that it ended on `since` (ISO date), and what to use instead when that is known. */
export function endCodes(registry: Registry, subject: string, since: string, insteadOf?: string): Registry | null {
  const instead = registry.codes.find(code => code.subject === insteadOf && code.state.is === 'active');
  if (insteadOf !== undefined && (instead === undefined || subject === insteadOf)) return null;
  return retire(registry, subject, () => ({
    is: 'ended',
    since,
    ...(instead === undefined ? {} : { instead: instead.id }),
  }));
}

function retire({ codes }: Registry, subject: string, stateOf: (code: Code) => CodeState): Registry | null {
  const own = (code: Code): boolean => code.subject === subject && code.state.is === 'active';
  if (!codes.some(own)) return null;
  return { codes: codes.map(code => (own(code) ? { ...code, state: stateOf(code) } : code)) };
}

/** Active codes whose matter or place is not in the sources. */
export function orphanedCodes(
  { codes }: Registry,
  matterIds: ReadonlySet<string>,
  placeCodes: ReadonlySet<string>,
): Code[] {
  return codes.filter(
    ({ purpose, subject, state }) =>
      state.is === 'active' && !(isMatterPurpose(purpose) ? matterIds : placeCodes).has(subject),
  );
}
