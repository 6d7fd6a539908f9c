import type { Purpose } from '../codes/code.ts';
import { matterCodes } from '../codes/wanted-codes.ts';
import type { Text } from '../common/text.ts';
import { handledAt } from '../compiler/phone-pages/handled-at.ts';
import { hoursLines } from '../compiler/phone-pages/hours.ts';
import { readingsOf } from '../compiler/readings.ts';
import { fields, keysOf } from '../model/code-lists.ts';
import type { Matter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { filledPages } from './paging.ts';
import type { PlannedSheet, Sheet, SheetCode } from './sheet.ts';
import type { CodeMaker } from './sheet-codes.ts';

const columns = 4;
const onFirstPage = 5 * columns;
const onOtherPages = 6 * columns;

/** One for each department, in the order of the content: all its guides. */
export function departmentSheets(matters: readonly Matter[], make: CodeMaker): PlannedSheet[] {
  const byDepartment = Map.groupBy(matters, ({ department }) => department.zh);
  const sheets = [...byDepartment].map(([name, own]): PlannedSheet => {
    const lead = { zh: `${own.length} 件事的办事指南`, en: `Guides to ${own.length} matters` };
    const words = { crumb: { zh: '部门', en: 'Department' }, title: own[0]?.department ?? { zh: name }, lead };
    const codes = byField(own).map(matter => make.withField(matter));
    return { file: `department-${slug(name)}`, sheet: index(words, codes, own) };
  });
  const twice = sheets.find(({ file }, at) => sheets.findIndex(other => other.file === file) !== at);
  if (twice !== undefined)
    throw new Error(`two departments would be written to ${twice.file}: ${twice.sheet.title.zh}`);
  return sheets;
}

/** One for each service centre: its own code and the guides of what it handles. */
export function placeSheets(places: readonly Place[], matters: readonly Matter[], make: CodeMaker): PlannedSheet[] {
  return places.map(place => {
    const own = byField(handledAt(place, matters));
    const lead = { zh: `这里可以办的 ${own.length} 件事`, en: `${own.length} matters handled here` };
    const words = { crumb: { zh: '网点', en: 'Service centre' }, title: place.name, lead };
    const sheet = index(
      words,
      own.map(matter => make.withField(matter)),
      [place],
    );
    return { file: `place-${place.code}`, sheet: { ...sheet, facts: placeFacts(place), headCode: make.place(place) } };
  });
}

const purposeWords: Partial<Record<Purpose, { title: Text; lead: Text }>> = {
  'apply-person': {
    title: { zh: '个人在手机上办', en: 'Apply by phone: persons' },
    lead: { zh: '扫码看要备什么、在哪里登录，不用跑。', en: 'Scan to see what to prepare and where to sign in.' },
  },
  'apply-company': {
    title: { zh: '企业、单位网上办', en: 'Apply online: companies' },
    lead: { zh: '用法人账号登录，经办人也可以办。', en: 'With the company’s account, or as its authorised person.' },
  },
  verify: {
    title: { zh: '证明真假，扫码核验', en: 'Verify a certificate' },
    lead: { zh: '收到自助终端打印的证明，先查一查。', en: 'Check a certificate printed by a terminal.' },
  },
};

/** The codes that are no guides: to apply as a person or a company, to verify. */
export function purposeSheets(matters: readonly Matter[], make: CodeMaker): PlannedSheet[] {
  return Object.entries(purposeWords).flatMap(([key, words]): PlannedSheet[] => {
    const purpose = key as Purpose;
    const own = byField(matters.filter(matter => matterCodes(matter).some(code => code.purpose === purpose)));
    if (own.length === 0) return [];
    const all = { crumb: { zh: '办事二维码', en: 'Codes' }, ...words };
    const codes = own.map(matter => make.withField(matter, purpose));
    return [{ file: purpose, sheet: index(all, codes, own) }];
  });
}

function index(
  words: Pick<Sheet, 'crumb' | 'title' | 'lead'>,
  codes: SheetCode[],
  from: readonly { sample: boolean }[],
): Sheet {
  const pages = filledPages(codes, onFirstPage, onOtherPages);
  return { kind: 'index', ...words, facts: [], headCode: null, pages, sample: from.some(({ sample }) => sample) };
}

function byField(matters: readonly Matter[]): Matter[] {
  return keysOf(fields).flatMap(field => matters.filter(matter => matter.field === field));
}

function placeFacts({ hours, phone, address, selfServiceZone }: Place): string[] {
  const open = hoursLines(hours).map(({ zh }) => zh);
  return [address.zh, `电话 ${phone}`, `窗口 ${open.join('；')}`, `自助区 24 小时开放，${selfServiceZone.where.zh}`];
}

/** 区医保局 -> qu-yi-bao-ju */
function slug(name: string): string {
  const syllables = readingsOf(name).map(([first = '']) => first);
  return syllables.filter(syllable => /^[a-z0-9]+$/.test(syllable)).join('-');
}
