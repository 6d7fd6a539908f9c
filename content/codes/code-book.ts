import { type Code, type CodeTarget, noSituation, type Registry, targetKey } from './code.ts';

/** The registry for looking up. */
export interface CodeBook {
  codes: readonly Code[];
  /** The id under which the target is reached, if its code is active. */
  idOf(target: CodeTarget): string | undefined;
  /** The code a reader ends at: itself, or what it moved to, over any number of moves. Null for a circle or an unknown id. */
  destination(id: string): Code | null;
}

export function codeBook({ codes }: Registry): CodeBook {
  const byId = new Map(codes.map(code => [code.id, code]));
  const active = codes.filter(({ state }) => state.is === 'active');
  const byTarget = new Map(active.map(code => [targetKey(code), code.id]));
  return {
    codes,
    idOf: target => byTarget.get(targetKey(target)),
    destination: id => {
      const seen = new Set<string>();
      let code = byId.get(id);
      while (code?.state.is === 'moved' && !seen.has(code.id)) {
        seen.add(code.id);
        code = byId.get(code.state.to);
      }
      return code === undefined || code.state.is === 'moved' ? null : code;
    },
  };
}

export function placeTarget(placeCode: string): CodeTarget {
  return { purpose: 'place', subject: placeCode, situation: noSituation };
}
