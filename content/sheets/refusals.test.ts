import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportWorkbook } from './export-workbook.ts';
import { importWorkbook } from './import-workbook.ts';
import {
  addRow,
  cellOf,
  copyOfContent,
  type EditBook,
  editedExport,
  fewMatters,
  pageOf,
  yamlFiles,
} from './sheets.test-support.ts';
import { zipEntries } from './workbook/zip-entries.ts';

const newborn = 'newborn-household-registration';
let folder: string;

beforeEach(async () => {
  folder = await copyOfContent(fewMatters);
});
afterEach(() => rm(folder, { recursive: true }));

/** The refused cells, after making sure that nothing was written. */
async function refusedCells(edit: EditBook) {
  const before = await yamlFiles(folder);
  const outcome = await importWorkbook(await editedExport(folder, edit), folder);
  expect(await yamlFiles(folder)).toEqual(before);
  if (outcome.outcome !== 'refused') throw new Error(JSON.stringify(outcome));
  return outcome.cells;
}

/** Spoils one cell and expects it, and only it, to be refused. */
async function expectRefused(
  sheet: string,
  row: Record<string, string>,
  key: string,
  value: string | number | { formula: string; result?: string },
  expected: RegExp,
): Promise<void> {
  let address = '';
  const cells = await refusedCells(book => {
    const cell = cellOf(book, sheet, row, key);
    cell.value = value as string;
    address = `${sheet}!${cell.address}`;
  });
  expect(cells.map(cell => cell.address)).toEqual([address]);
  expect(cells[0]?.expected).toMatch(expected);
}

describe('a bad cell is refused by its address', () => {
  test.each([
    [
      'a word that is no code',
      '材料',
      { matter: newborn, id: 'household-booklet' },
      'need',
      '随便',
      /要带、可不带、可后补/,
    ],
    ['words for a number', '办理方式', { matter: newborn }, 'visits.count', '一次', /数字/],
    ['a number out of range', '材料', { matter: newborn, id: 'household-booklet' }, 'copies', 99, /1 到 10/],
    ['a date that is none', '编码与日期', { matter: newborn }, 'reviewBy', '2027-02-30', /2027-06-30/],
    ['hours that end before they begin', '开放时间', { place: '331003201' }, 'hours.mon', '12:00-08:30', /08:30-12:00/],
    ['a phone without digits', '网点', { code: '331003201' }, 'phone', '没有', /0576/],
    ['an address that is not https', '办理方式', { matter: newborn }, 'ends.web.url', 'http://a.example/', /https/],
    [
      'a condition on an unknown question',
      '材料',
      { matter: newborn, id: 'household-booklet' },
      'when',
      '天气=好',
      /没有“天气”这个问题/,
    ],
    [
      'a condition on an unknown answer',
      '材料',
      { matter: newborn, id: 'household-booklet' },
      'when',
      '宝宝在哪里出生？=月球',
      /没有“月球”这个答案/,
    ],
    [
      'a condition that is no condition',
      '材料',
      { matter: newborn, id: 'household-booklet' },
      'when',
      '在外省出生',
      /问题=答案/,
    ],
    ['an unknown life event', '事项', { id: newborn }, 'lifeEvents', '出生；旅行', /已有的名称/],
    ['a reason for no visits', '办理方式', { matter: newborn }, 'visits.count', 0, /原因|0/],
    [
      'a row of an unknown matter',
      '材料',
      { matter: newborn, id: 'household-booklet' },
      'matter',
      'no-such',
      /事项编号|编号或名称/,
    ],
  ] as const)('%s', async (_, sheet, row, key, value, expected) => {
    const cells = await refusedCells(book => {
      cellOf(book, sheet, row, key).value = value;
    });
    expect(cells.length).toBeGreaterThan(0);
    expect(cells[0]?.address).toMatch(new RegExp(`^${sheet}!`));
    expect(cells.map(cell => cell.expected).join()).toMatch(expected);
  });
  test('exactly, with what stands there', async () => {
    await expectRefused('材料', { matter: newborn, id: 'household-booklet' }, 'need', '随便', /要带/);
    await expectRefused('网点', { code: '331003201' }, 'windows', 'x', /数字/);
  });
  test('when it holds a formula, whatever its result is', async () => {
    const formula = { formula: 'WEBSERVICE("http://a.example/")', result: '个人' };
    await expectRefused('事项', { id: newborn }, 'audience', formula, /不要公式/);
  });
  test('when an id is there twice', async () => {
    const cells = await refusedCells(book => {
      addRow(book, '材料', { matter: newborn, id: 'household-booklet', 'name.zh': '又一份' });
    });
    expect(cells[0]).toMatchObject({ found: 'household-booklet', expected: expect.stringContaining('不重复') });
  });
  test('when the whole breaks a rule of the check: two default answers', async () => {
    const cells = await refusedCells(book => {
      cellOf(book, '答案', { matter: newborn, id: 'unmarried' }, 'default').value = '是';
    });
    expect(cells).toHaveLength(1);
    expect(cells[0]?.address).toMatch(/^情形!/);
    expect(cells[0]?.expected).toContain('[one-default]');
  });
  test('when a new matter lacks what every matter has', async () => {
    const cells = await refusedCells(book => {
      addRow(book, '事项', { 'name.zh': '半个事项' });
    });
    expect(cells.map(({ expected }) => expected).join()).toContain('“办理方式”表里要有它的行');
  });
  test('when a place is added or missing', async () => {
    const more = await refusedCells(book => {
      addRow(book, '网点', { code: '331003999', 'unit.zh': '新乡' });
    });
    expect(more[0]?.expected).toContain('不能在这里增加网点');
    const less = await refusedCells(book => {
      for (const name of ['网点', '开放时间', '窗口', '代办员', '村社区', '乡镇补充', '公告', '其他电话'])
        pageOf(book, name).eachRow((row, number) => {
          if (number > 2 && row.getCell(1).value === '331003201') row.values = [];
        });
    });
    expect(less.map(({ expected }) => expected).join()).toContain('不能在这里减少网点');
  });
  test('when a sheet or a column is gone, or a column is unknown', async () => {
    expect((await refusedCells(book => book.removeWorksheet('收费')))[0]?.address).toBe('收费!A1');
    const cells = await refusedCells(book => {
      pageOf(book, '收费').getCell('D2').value = 'price';
    });
    expect(cells.map(({ address }) => address)).toEqual(['收费!D2', '收费!A2']);
  });
});

describe('cells a spreadsheet program has changed on its own', () => {
  test('are understood: a date as a date, a phone as a number, rich text, blanks around words', async () => {
    const outcome = await importWorkbook(
      await editedExport(folder, book => {
        cellOf(book, '编码与日期', { matter: newborn }, 'reviewBy').value = new Date(Date.UTC(2027, 5, 30));
        cellOf(book, '办理方式', { matter: newborn }, 'phones.complaint').value = 12345;
        const name = cellOf(book, '事项', { id: newborn }, 'name.zh');
        name.value = { richText: [{ text: ' 新生儿' }, { text: '落户 ', font: { bold: true } }] };
        book.addWorksheet('我的笔记').addRow(['随便写写']);
      }),
      folder,
    );
    expect(outcome).toMatchObject({ outcome: 'ready', changes: [], ignored: ['我的笔记'] });
  });
});

describe('what was changed elsewhere since the export', () => {
  const file = `district/matters/household/${newborn}.yaml`;
  async function changeElsewhere(): Promise<void> {
    const text = (await yamlFiles(folder)).get(file) ?? '';
    await writeFile(join(folder, file), text.replace('zh: 新生儿落户', 'zh: 新生儿户口登记'));
  }
  test('stays when the clerk did not touch it', async () => {
    const bytes = await editedExport(folder, book => {
      cellOf(book, '事项', { id: 'agent-service' }, 'popular').value = 9;
    });
    await changeElsewhere();
    const outcome = await importWorkbook(bytes, folder);
    expect(outcome).toMatchObject({ outcome: 'ready', changes: [{ id: 'agent-service' }] });
  });
  test('is not overwritten when the clerk did', async () => {
    const bytes = await editedExport(folder, book => {
      cellOf(book, '事项', { id: newborn }, 'popular').value = 9;
    });
    await changeElsewhere();
    expect(await importWorkbook(bytes, folder)).toMatchObject({ outcome: 'conflict', conflicts: [{ id: newborn }] });
  });
});

describe('a file that is no exported workbook', () => {
  const fault = { fault: 'sheet-unreadable' };
  test.each([
    ['empty', Buffer.alloc(0)],
    ['a text', Buffer.from('编号,名称\n1,2\n')],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1'.repeat(40), 'hex')],
    ['a ZIP archive of something else', zipOf('words.txt', Buffer.from('words'), 5)],
    ['one that unpacks to more than it says', zipOf('xl/workbook.xml', Buffer.alloc(5_000_000), 1000)],
    ['too large', Buffer.alloc(33 * 1024 * 1024)],
  ])('is refused: %s', async (_, bytes) => {
    await expect(importWorkbook(bytes, folder)).rejects.toMatchObject(fault);
  });
  test('is refused when it is torn anywhere', async () => {
    const { bytes } = await exportWorkbook(folder);
    for (const part of [0.1, 0.5, 0.9, 0.999])
      await expect(importWorkbook(bytes.subarray(0, bytes.length * part), folder)).rejects.toMatchObject(fault);
    const bent = Buffer.from(bytes);
    const middle = zipEntries(bent)?.find(({ name }) => name === 'xl/worksheets/sheet2.xml')?.localAt ?? 0;
    bent.fill(0xff, middle + 100, middle + 160);
    await expect(importWorkbook(bent, folder)).rejects.toMatchObject(fault);
  });
  test('is refused when it gives a name to all cells there can be', async () => {
    const bytes = await editedExport(folder, book => book.definedNames.add("'事项'!$A$1:$A$1", 'small'));
    expect(await importWorkbook(bytes, folder)).toMatchObject({ outcome: 'ready' });
    const xml = Buffer.from("<definedName name='huge'>'事项'!$A$1:$XFD$1048576</definedName>");
    await expect(importWorkbook(zipOf('xl/workbook.xml', xml, xml.length), folder)).rejects.toMatchObject({
      ...fault,
      detail: expect.stringContaining('起了名字'),
    });
  });
  test('is refused when it is a workbook of other people', async () => {
    const bytes = await editedExport(folder, book => book.removeWorksheet('导出记录'));
    await expect(importWorkbook(bytes, folder)).rejects.toMatchObject(fault);
  });
});

/** An archive of one entry that claims to unpack to `claimedBytes`. */
function zipOf(name: string, content: Buffer, claimedBytes: number): Buffer {
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(claimedBytes, 8);
  const local = Buffer.concat([
    ...[Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(4), sizes],
    ...[Buffer.from([name.length, 0, 0, 0]), Buffer.from(name), packed],
  ]);
  const entry = Buffer.concat([
    ...[Buffer.from('504b01021400140000000800', 'hex'), Buffer.alloc(4), sizes],
    ...[Buffer.from([name.length, 0]), Buffer.alloc(16), Buffer.from(name)],
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
