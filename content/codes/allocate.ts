import { type Code, type Registry, targetKey } from './code.ts';
import { codeId, codeSequence } from './code-id.ts';
import { type CodedSources, type WantedCode, wantedCodes } from './wanted-codes.ts';

export interface Allocation {
  registry: Registry;
  /** New codes, for what had none. */
  added: Code[];
  /** Codes of situations that their matter no longer has: they lead to its default situation now. */
  moved: Code[];
  /** Codes of situations that are back. */
  restored: Code[];
}

/**
 * Gives a code to everything in the sources that has none, and keeps every other. Pure and deterministic. What became of
 * a matter or place that is gone a person must say (see retire.ts); until then `codeProblems` blocks.
 */
export function allocateCodes(sources: CodedSources, registry: Registry): Allocation {
  const wanted = new Map(wantedCodes(sources).map(want => [targetKey(want), want]));
  const added = newCodes(wanted, registry);
  const all = [...registry.codes, ...added];
  const defaults = defaultCodes(all, wanted);
  const byId = new Map(all.map(code => [code.id, code]));
  const moved: Code[] = [];
  const restored: Code[] = [];
  const kept = registry.codes.map(code => {
    const { state, purpose, subject } = code;
    const isWanted = wanted.has(targetKey(code));
    const fallback = defaults.get(`${purpose} ${subject}`) ?? defaults.get(`guide ${subject}`);
    if (state.is === 'active' && !isWanted && fallback !== undefined)
      return tell(moved, { ...code, state: { is: 'moved', to: fallback.id } });
    // What a person moved to another matter stays moved.
    if (state.is === 'moved' && isWanted && byId.get(state.to)?.subject === subject)
      return tell(restored, { ...code, state: { is: 'active' } });
    return code;
  });
  return { registry: { codes: [...kept, ...added] }, added, moved, restored };
}

function newCodes(wanted: ReadonlyMap<string, WantedCode>, { codes }: Registry): Code[] {
  const taken = new Set(codes.map(targetKey));
  const missing = [...wanted].flatMap(([key, want]) => (taken.has(key) ? [] : [want]));
  // Not the count: were a line missing, an id on paper would be given again.
  const last = codes.reduce((highest, { id }) => Math.max(highest, codeSequence(id) ?? 0), 0);
  return missing.map(({ name, ...target }, index) => ({
    id: codeId(last + index + 1),
    ...target,
    state: { is: 'active' },
    name,
  }));
}

/** `purpose subject` -> the code of its default situation, which is the first that is wanted. */
function defaultCodes(codes: readonly Code[], wanted: ReadonlyMap<string, WantedCode>): Map<string, Code> {
  const byTarget = new Map(codes.map(code => [targetKey(code), code]));
  const defaults = new Map<string, Code>();
  for (const [key, { purpose, subject }] of wanted) {
    const code = byTarget.get(key);
    if (code !== undefined && !defaults.has(`${purpose} ${subject}`)) defaults.set(`${purpose} ${subject}`, code);
  }
  return defaults;
}

function tell(list: Code[], code: Code): Code {
  list.push(code);
  return code;
}
