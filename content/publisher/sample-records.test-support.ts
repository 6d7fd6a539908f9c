import { canonicalJson } from '../common/canonical-json.ts';
import type { Role } from '../delivery/roles.ts';

/** A district of `count` matters, of which `edited` say something else. */
export function sampleRecords(count = 40, edited: Record<number, string> = {}): Map<Role, Map<string, string>> {
  const matters = Array.from({ length: count }, (_, at) => {
    const summary = `${edited[at] ?? ''}本市户籍老人可以在任何一个乡镇便民服务中心申请，第${at}件示例，当场办好，不收费。`;
    return [
      `matter/sample-${at}`,
      canonicalJson({ id: `sample-${at}`, summary, numbers: [at, at * 7, at * 31] }),
    ] as const;
  });
  const place = (code: string): Map<string, string> =>
    new Map([[`place/${code}`, canonicalJson({ code, phone: '0576-84000000', name: `示例${code}` })]]);
  return new Map<Role, Map<string, string>>([
    ['targets', new Map([['calendar/2026', canonicalJson({ year: 2026, days: [] })]])],
    ['district', new Map(matters)],
    ['town-204', place('331003204')],
    ['town-205', place('331003205')],
  ]);
}
