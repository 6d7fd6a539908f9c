import { canonicalJson, sha256Hex } from '../../content/common/canonical-json.ts';
import type { Role } from '../../content/delivery/roles.ts';
import { compose, matterRecordSchema } from '../../content/model/compose.ts';
import type { Generation } from '../../content/model/generation.ts';
import { packGeneration } from '../../content/model/pack-generation.ts';

export type SampleContent = Map<Role, Map<string, string>>;

/** A small district that composes and passes every check; `edition` is in the words of the matters in `edited`. */
export function sampleContent(
  edition: string,
  options: { matters?: number; edited?: readonly number[] } = {},
): SampleContent {
  const { matters = 12, edited = [0] } = options;
  const records = Array.from({ length: matters }, (_, at): [string, string] => {
    const id = `sample-${at}`;
    return [`matter/${id}`, matterRecord(id, at, edited.includes(at) ? edition : '第一版')];
  });
  return new Map<Role, Map<string, string>>([
    ['targets', new Map([['lexicon/targets-s', canonicalJson({ shi: ['示例'] })]])],
    ['district', new Map(records)],
    ['town-204', place('331003204', edition)],
    ['town-205', place('331003205', '第一版')],
  ]);
}

export function matterRecord(id: string, at: number, edition: string): string {
  const name = `示例事项${at}`;
  const matter = {
    ...{ id, name: { zh: name }, aliases: [], sample: true, type: 'public-service', level: 'township-own' },
    ...{ field: 'medical', department: { zh: '示例部门' }, who: { zh: '本地居民' }, audience: ['person'] },
    summary: { zh: `${edition}：本市户籍老人可以在任何一个乡镇便民服务中心申请，当场办好，不收费。` },
    ...{ limits: [{ caseType: 'immediate', promisedWorkingDays: 0 }], fees: [{ yuan: 0 }], visits: { count: 0 } },
    ...{ area: 'district', ends: {}, phones: { consult: '12345', complaint: '0576-84000000' } },
  };
  const search = [{ matterId: id, text: name, readings: Array.from(name, char => [char]), kind: 'name' }];
  const codes = { all: `HY${String(at).padStart(6, '0')}` };
  return canonicalJson(matterRecordSchema.parse({ matter, search, codes }));
}

function place(code: string, edition: string): Map<string, string> {
  const hours = ['08:30-17:00'];
  const value = {
    ...{ code, unit: { zh: '示例乡' }, name: { zh: `示例乡便民服务中心${edition}` }, class: 'township', sample: true },
    ...{ address: { zh: '示例路 1 号' }, phone: '0576-84000000', windows: 6, staff: 6, areaM2: 200, villages: [] },
    hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] },
    selfServiceZone: { hours: '24h', where: { zh: '大厅东侧' } },
  };
  return new Map([[`place/${code}`, canonicalJson(value)]]);
}

/** What a terminal in 331003204 shows of these records. */
function composed(content: SampleContent): Generation {
  return packGeneration(compose([...content.values()], '331003204')).generation;
}

/** Digest of what such a terminal shows. */
export function digestOf(content: SampleContent): string {
  return sha256Hex(JSON.stringify(composed(content)));
}
