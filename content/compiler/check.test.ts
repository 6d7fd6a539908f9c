import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from './check.ts';
import { copySources } from './copy-sources.ts';

const contentFolder = join(import.meta.dirname, '..');
const matterFile = 'district/matters/social-security/flexible-employment-enrolment.yaml';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  await copySources(contentFolder, folder);
});
afterEach(() => rm(folder, { recursive: true }));

/** Changes one text of the matter and returns what the check then says of that file, errors only. */
async function errorsAfter(change: (text: string) => string, file = matterFile) {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
  const { problems } = await checkContent(folder);
  return problems.filter(problem => problem.severity === 'error');
}

/** 1-based line of the first line that matches. */
async function lineOf(pattern: RegExp, file = matterFile): Promise<number> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  return lines.findIndex(line => pattern.test(line)) + 1;
}

describe('content check', () => {
  test('finds no error in the sample content of 19 places', async () => {
    const report = await checkContent(folder);
    expect(report.problems.filter(problem => problem.severity === 'error')).toEqual([]);
    expect(report.sources.places).toHaveLength(19);
    expect(report.sources.matters.length).toBeGreaterThanOrEqual(24);
  });
  test('names the line of a value that does not fit, and what to do', async () => {
    const [problem] = await errorsAfter(text => text.replace(/^level: .*$/m, 'level: delegated'));
    expect(problem).toMatchObject({ file: matterFile, line: await lineOf(/^level:/), rule: 'schema' });
    expect(problem?.message).toContain('level');
    expect(problem?.mend).not.toBe('');
  });
  test('names the line of broken YAML', async () => {
    const [problem] = await errorsAfter(text => text.replace(/^summary:/m, 'summary: : :'));
    expect(problem).toMatchObject({ file: matterFile, rule: 'yaml-syntax', line: await lineOf(/^summary:/) });
  });
  test('refuses an unknown key, so that a typing error does not vanish', async () => {
    const errors = await errorsAfter(text => `${text}\nvisit:\n  count: 0\n`);
    expect(errors[0]?.message).toContain('visit');
  });
  test('refuses a reference to a life event that does not exist', async () => {
    const errors = await errorsAfter(
      text => `${text.replace(/^lifeEvents:.*\n(\s+-.*\n)*/m, '')}\nlifeEvents: [no-such-event]\n`,
    );
    expect(errors.map(error => error.rule)).toContain('broken-reference');
  });
  test('refuses two default options', async () => {
    const errors = await errorsAfter(text =>
      text.replace(/(\n\s+- id: elsewhere[^\n]*|\n\s+- id: other-province[^\n]*)/, '$1\n        default: true'),
    );
    expect(errors.map(error => error.rule)).toContain('one-default');
  });
  test('refuses one number for consultation and complaint', async () => {
    const errors = await errorsAfter(text =>
      text.replace(/consult: .*/, 'consult: "12345"').replace(/complaint: .*/, 'complaint: "12345"'),
    );
    expect(errors.map(error => error.rule)).toEqual(['same-phone']);
  });
  test('refuses a place whose folder names another code', async () => {
    await cp(join(folder, 'townships/331003204-shangyang'), join(folder, 'townships/331003205-pingtian'), {
      recursive: true,
    });
    const { problems } = await checkContent(folder);
    expect(problems.map(problem => problem.rule)).toEqual(expect.arrayContaining(['file-name', 'duplicate-id']));
  });
  test('refuses a life event that is there twice', async () => {
    const errors = await errorsAfter(text => `${text}\n${text}`, 'district/life-events.yaml');
    expect(errors.every(error => error.rule === 'duplicate-id')).toBe(true);
    expect(errors.length).toBeGreaterThanOrEqual(3);
  });
  test('refuses an id that is used twice', async () => {
    const copy = 'district/matters/social-security/copy.yaml';
    await cp(join(folder, matterFile), join(folder, copy));
    const { problems } = await checkContent(folder);
    expect(problems.filter(problem => problem.severity === 'error').map(problem => problem.rule)).toContain(
      'duplicate-id',
    );
  });
  test('refuses what a township’s overlay may not set, with the line and whose it is', async () => {
    const overlay = 'townships/331003204-shangyang/overlay.yaml';
    const [fees, hours, ...others] = await errorsAfter(
      text => `${text}    fees:\n      - yuan: 0\nhours:\n  mon: []\n`,
      overlay,
    );
    expect(others).toEqual([]);
    expect(fees).toMatchObject({
      rule: 'overlay-not-owned',
      file: overlay,
      line: await lineOf(/yuan: 0/, overlay),
      message: 'a township may not set matters.agent-service.fees: they belong to the district',
    });
    expect(hours).toMatchObject({ rule: 'overlay-not-owned', line: await lineOf(/mon: /, overlay) });
    expect(hours?.message).toContain('place.yaml');
  });
  test('lets a district say no more of the city’s matters than a township of the district’s', async () => {
    const errors = await errorsAfter(
      text => `${text}matters:\n  housing-fund-withdrawal:\n    limits: []\n`,
      'district/overlay.yaml',
    );
    expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'overlay-not-owned: a district may not set matters.housing-fund-withdrawal.limits: promised times belong to the city',
    ]);
  });
  test('says once that next year’s holidays are not announced, from November on', async () => {
    const years = async (today: string) =>
      (await checkContent(folder, today)).problems.filter(({ rule }) => rule === 'calendar-unknown').length;
    expect(await years('2098-10-31')).toBe(1);
    expect(await years('2098-11-01')).toBe(2);
  });
  test('refuses a code that is used twice', async () => {
    const code = 'implementationCode: 11331003MB1234567X4332100100200\n';
    await errorsAfter(text => text + code);
    const errors = await errorsAfter(text => text + code, 'district/matters/household/residence-permit.yaml');
    expect(errors.map(error => error.rule)).toEqual(['duplicate-code']);
  });
});
