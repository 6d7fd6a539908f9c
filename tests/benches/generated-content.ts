import { canonicalJson } from '../../content/common/canonical-json.ts';
import { compileRecords } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import { readingsOf } from '../../content/compiler/readings.ts';
import type { Role } from '../../content/delivery/roles.ts';
import { matterRecordSchema } from '../../content/model/compose.ts';
import { defaultPaths } from '../../scripts/paths.ts';

type RoleRecords = Map<Role, Map<string, string>>;

/**
 * A district of `count` matters: the sample matters over and over, each copy with names, sums and days of its own, so
 * that no two records are alike. The same count gives the same bytes.
 */
export async function generatedContent(count: number): Promise<RoleRecords> {
  const roles = compileRecords(await readSources(defaultPaths.contentSource));
  const district = roles.get('district') ?? new Map<string, string>();
  const templates = [...district].filter(([key]) => key.startsWith('matter/')).map(([, text]) => text);
  const records = new Map([...district].filter(([key]) => !key.startsWith('matter/')));
  for (let at = 0; at < count; at++) {
    const record = matterRecordSchema.parse(JSON.parse(templates[at % templates.length] ?? ''));
    const id = `${record.matter.id}-${at}`;
    const own = wordsOf(at);
    const matter = {
      ...record.matter,
      id,
      name: { ...record.matter.name, zh: `${record.matter.name.zh}（${own.zh}）` },
      summary: { ...record.matter.summary, zh: `${record.matter.summary.zh}${own.sentence}` },
    };
    const search = record.search.map(entry => {
      const text = entry.kind === 'name' ? matter.name.zh : entry.text;
      return { ...entry, matterId: id, text, readings: entry.kind === 'name' ? readingsOf(text) : entry.readings };
    });
    records.set(`matter/${id}`, canonicalJson({ ...record, matter, search }));
  }
  return new Map([...roles, ['district', records]]);
}

/** The same content with `count` matters changed, spread evenly: a sentence each, as an editor would. */
export function changed(roles: RoleRecords, count: number, round: number): RoleRecords {
  const district = new Map(roles.get('district'));
  const keys = [...district.keys()].filter(key => key.startsWith('matter/'));
  for (let at = 0; at < count; at++) {
    const key = keys[Math.floor((at * keys.length) / count)] ?? '';
    const record = matterRecordSchema.parse(JSON.parse(district.get(key) ?? ''));
    const summary = {
      ...record.matter.summary,
      zh: `${record.matter.summary.zh}${wordsOf(round * 7919 + at).sentence}`,
    };
    district.set(key, canonicalJson({ ...record, matter: { ...record.matter, summary } }));
  }
  return new Map([...roles, ['district', district]]);
}

const streets = [
  '东城',
  '南城',
  '西城',
  '北城',
  '新前',
  '澄江',
  '江口',
  '高桥',
  '宁溪',
  '北洋',
  '头陀',
  '院桥',
  '沙埠',
];
const things = ['申请表', '身份证', '户口簿', '银行卡', '照片', '租房合同', '收入证明', '诊断书', '毕业证', '承诺书'];
const verbs = ['领取', '补交', '核对', '盖章', '复印', '上传', '登记', '预约'];

/** Words that differ from record to record, from a small fixed generator (mulberry32). */
function wordsOf(seed: number): { zh: string; sentence: string } {
  let state = (seed + 1) * 0x9e3779b1;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const of = (list: readonly string[]): string => list[next(list.length)] ?? '';
  return {
    zh: `${of(streets)}${next(900) + 100}`,
    sentence: `请在${next(28) + 1}日前到${of(streets)}${of(verbs)}${of(things)}，共${next(900) + 100}元。`,
  };
}
