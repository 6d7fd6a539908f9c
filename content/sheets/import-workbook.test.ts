import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exportWorkbook } from './export-workbook.ts';
import { type ImportOutcome, importWorkbook } from './import-workbook.ts';
import {
  addRow,
  cellOf,
  copyOfContent,
  type EditBook,
  editedExport,
  fewMatters,
  pageOf,
  rowsWith,
  yamlFiles,
} from './sheets.test-support.ts';

const newborn = 'newborn-household-registration';
const newbornFile = `district/matters/household/${newborn}.yaml`;
let folder: string;
let before: Map<string, string>;

beforeEach(async () => {
  folder = await copyOfContent(fewMatters);
  before = await yamlFiles(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function imported(edit: EditBook): Promise<ImportOutcome> {
  return importWorkbook(await editedExport(folder, edit), folder);
}

async function ready(edit: EditBook): Promise<Extract<ImportOutcome, { outcome: 'ready' }>> {
  const outcome = await imported(edit);
  if (outcome.outcome !== 'ready') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Imports, writes, and returns the lines that came and went in each file. */
async function written(edit: EditBook): Promise<Record<string, { gone: string[]; come: string[] }>> {
  const outcome = await ready(edit);
  expect(await yamlFiles(folder)).toEqual(before);
  await outcome.write();
  const after = await yamlFiles(folder);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const lines = (text = ''): string[] => text.split('\n');
  return Object.fromEntries(
    names.flatMap(name => {
      const [old, next] = [before.get(name), after.get(name)];
      if (old === next) return [];
      const [oldLines, nextLines] = [lines(old), lines(next)];
      const gone = oldLines.filter(line => !nextLines.includes(line));
      return [[name, { gone, come: nextLines.filter(line => !oldLines.includes(line)) }]];
    }),
  );
}

describe('a round trip', () => {
  test('of the whole content changes nothing, and leaves every file as it is', async () => {
    const whole = await copyOfContent();
    try {
      const files = await yamlFiles(whole);
      // As a spreadsheet program writes it anew.
      const bytes = await editedExport(whole, () => {});
      const outcome = await importWorkbook(bytes, whole);
      expect(outcome).toMatchObject({ outcome: 'ready', changes: [], files: [] });
      expect(await yamlFiles(whole)).toEqual(files);
    } finally {
      await rm(whole, { recursive: true });
    }
  });
  test('gives the same bytes for the same content', async () => {
    const [first, second] = [await exportWorkbook(folder), await exportWorkbook(folder)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });
});

describe('an edit', () => {
  test('changes one line of one file and says old and new', async () => {
    const edit: EditBook = book => {
      cellOf(book, '材料', { matter: newborn, id: 'household-booklet' }, 'note.zh').value = '原件和复印件';
    };
    const { changes } = await ready(edit);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      id: newborn,
      what: 'changed',
      fields: [{ where: '材料 · 落户一方的户口簿 · 说明', old: '原件，当场加页', next: '原件和复印件' }],
    });
    expect(await written(edit)).toEqual({
      [newbornFile]: { gone: ['      zh: 原件，当场加页'], come: ['      zh: 原件和复印件'] },
    });
  });
  test('keeps comments, order and an author’s own format around it', async () => {
    const own = (before.get(newbornFile) ?? '')
      .replace('visits:\n  count: 1', '# 老张写的说明\nvisits:   # 只跑一次\n    count:   1')
      .replace(/^ {4}zh: 户口簿要当场/m, '      zh: 户口簿要当场')
      .replace(/^ {2}why:/m, '    why:')
      .replace(/^ {4}en: The baby’s page is added/m, '      en: The baby’s page is added');
    expect(own).not.toBe(before.get(newbornFile));
    await writeFile(join(folder, newbornFile), own);
    before = await yamlFiles(folder);
    const changed = await written(book => {
      cellOf(book, '事项', { id: newborn }, 'aliases').value += '；娃娃落户';
      cellOf(book, '步骤', { matter: newborn, 'text.zh': '到窗口或在手机上提交。' }, 'text.zh').value = '到窗口提交。';
    });
    expect(changed).toEqual({
      [newbornFile]: { gone: ['  - zh: 到窗口或在手机上提交。'], come: ['  - 娃娃落户', '  - zh: 到窗口提交。'] },
    });
  });
  test('reads conditions by the words of questions and answers, and by their ids', async () => {
    const changed = await written(book => {
      const cell = cellOf(book, '材料', { matter: newborn, id: 'household-booklet' }, 'when');
      cell.value = '父母领结婚证了吗？=没领；birthplace=浙江|abroad';
    });
    expect(changed[newbornFile]?.gone).toEqual([]);
    const { materials } = parse(await readFile(join(folder, newbornFile), 'utf8'));
    expect(materials.find((each: { id: string }) => each.id === 'household-booklet').when).toEqual({
      married: ['unmarried'],
      birthplace: ['zhejiang', 'abroad'],
    });
  });
  test('of a question’s words does not break the conditions that still use the old words', async () => {
    const changed = await written(book => {
      cellOf(book, '情形', { matter: newborn, id: 'follow' }, 'ask.zh').value = '宝宝落在谁的户口上？';
    });
    expect(changed).toEqual({
      [newbornFile]: { gone: ['      zh: 宝宝跟谁落户？'], come: ['      zh: 宝宝落在谁的户口上？'] },
    });
  });
  test('adds a row with an id made from its name, and takes one away', async () => {
    const changed = await written(book => {
      addRow(book, '材料', { matter: newborn, 'name.zh': '居住证明', when: '宝宝在哪里出生？=外省' });
      const [row] = rowsWith(pageOf(book, '常见问题'), { matter: newborn, 'question.zh': '能跟妈妈姓吗？' });
      for (let column = 1; column <= 10; column++) if (row) row.getCell(column).value = null;
    });
    expect(changed[newbornFile]?.come).toEqual(['  - id: ju-zhu-zheng-ming', '      zh: 居住证明']);
    expect(changed[newbornFile]?.gone).toHaveLength(4);
  });
  test('adds a whole matter as a file of its own, in the order of the model', async () => {
    const id = 'ce-shi-shi-xiang';
    const changed = await written(book => {
      addRow(book, '事项', {
        'name.zh': '测试事项',
        sample: '是',
        type: '公共服务',
        level: '乡镇职权',
        field: '民政救助',
        'department.zh': '区民政局',
        'summary.zh': '试一试。',
        'who.zh': '本区居民。',
        audience: '个人',
      });
      addRow(book, '办理方式', {
        matter: '测试事项',
        'visits.count': 1,
        'visits.why.zh': '要当面核对',
        area: '全区通办',
        'ends.window.name.zh': '综合窗口',
        'phones.consult': '0576-80000399',
        'phones.complaint': 12345,
      });
      addRow(book, '时限', { matter: id, caseType: '即办件', promisedWorkingDays: 0 });
      addRow(book, '收费', { matter: id, yuan: 0 });
    });
    const file = `district/matters/civil-affairs/${id}.yaml`;
    expect(Object.keys(changed)).toEqual([file]);
    expect(changed[file]?.come.slice(0, 4)).toEqual([`id: ${id}`, 'name:', '  zh: 测试事项', 'sample: true']);
    expect(changed[file]?.come).toContain("  complaint: '12345'");
  });
  const withoutPowerAccount: EditBook = book => {
    for (const page of book.worksheets)
      page.eachRow(row => {
        if (row.getCell(1).value === 'power-account') row.values = [];
      });
  };
  test('does not remove a matter whose QR codes are on paper, and says what to do instead', async () => {
    const outcome = await imported(withoutPowerAccount);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      cells: [{ found: '用电新装、过户和增容（power-account）', expected: expect.stringContaining('取消日期') }],
    });
  });
  test('removes a matter whose rows are gone and that has no QR codes yet', async () => {
    await rm(join(folder, 'codes/registry.txt'));
    const changed = await written(withoutPowerAccount);
    expect(Object.keys(changed)).toEqual(['district/matters/utilities/power-account.yaml']);
  });
  test('moves the file of a matter that changes its field', async () => {
    const changed = await written(book => {
      cellOf(book, '事项', { id: newborn }, 'field').value = '民政救助';
    });
    const moved = `district/matters/civil-affairs/${newborn}.yaml`;
    expect(Object.keys(changed).sort()).toEqual([moved, newbornFile]);
    expect((await yamlFiles(folder)).get(moved)).toBe(
      before.get(newbornFile)?.replace('field: household', 'field: civil-affairs'),
    );
  });
  test('changes a place and makes a township’s first overlay', async () => {
    const changed = await written(book => {
      cellOf(book, '开放时间', { place: '331003201' }, 'hours.sat').value = '09:00-11:30';
      addRow(book, '乡镇补充', { level: '上郑乡', matter: '新生儿落户', aliases: '上郑上户口' });
      addRow(book, '公告', { level: '全区', 'text.zh': '系统升级（示例）。', from: '2026-12-05', until: '2026-12-06' });
    });
    const place = Object.keys(changed).find(name => name.endsWith('shangzheng/place.yaml')) ?? '';
    expect(changed[place]).toEqual({ gone: ['  sat: []'], come: ['  sat: [09:00-11:30]'] });
    const overlay = Object.keys(changed).find(name => name.endsWith('shangzheng/overlay.yaml')) ?? '';
    expect(changed[overlay]?.come.join('\n')).toBe(`matters:\n  ${newborn}:\n    aliases:\n      - 上郑上户口`);
    expect(changed['district/overlay.yaml']?.gone).toEqual([]);
  });
  test('changes the order of life events', async () => {
    const changed = await written(book => {
      const page = pageOf(book, '一件事');
      const [first, second] = [page.getRow(3), page.getRow(4)];
      const values = [first.values, second.values];
      [second.values, first.values] = values as [typeof first.values, typeof first.values];
    });
    expect(Object.keys(changed)).toEqual(['district/life-events.yaml']);
    const text = await readFile(join(folder, 'district/life-events.yaml'), 'utf8');
    expect(text.indexOf('id: starting-school')).toBeLessThan(text.indexOf('id: newborn'));
    expect(text).toMatch(/^# 一件事/);
  });
});
