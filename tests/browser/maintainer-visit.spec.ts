import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../support/house.ts';
import { command } from '../support/programs.ts';
import { endVisit, expect, type Kiosk, test } from './kiosk.ts';

const file = 'district/matters/social-security/flexible-employment-enrolment.yaml';

const publishing = (house: House): string[] => [
  '--source',
  house.contentSource,
  '--origin',
  house.contentOriginDir,
  '--keys',
  house.contentKeysDir,
  '--no-speech',
  '--json',
];

async function edit(house: House, change: (text: string) => string): Promise<void> {
  const path = join(house.contentSource, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

const rename = (name: string) => (text: string) => text.replace(/^( {2}zh: )灵活就业人员参保登记.*$/m, `$1${name}`);

async function openGuide(kiosk: Kiosk): Promise<void> {
  await kiosk.touch(/按领域/);
  await kiosk.touch(/社会保险/);
  await kiosk.touch(/灵活就业人员参保登记/);
}

test.afterEach(async ({ house }) => {
  await endVisit(house);
  const { content } = await house.state();
  await edit(house, rename('灵活就业人员参保登记'));
  const { stdout } = await command('content', 'publish', ...publishing(house));
  const { changed }: { changed: string[] } = JSON.parse(stdout);
  if (changed.length > 0) await house.until('the first words again', state => state.content.digest !== content.digest);
});

test('what is published is on the running terminal within seconds, without a reload', async ({
  kiosk,
  house,
  page,
}) => {
  await page.evaluate(() => {
    (globalThis as { sameDocument?: boolean }).sameDocument = true;
  });
  await edit(house, rename('灵活就业人员参保登记新版'));
  const before = (await house.state()).content.digest;
  const { code, stdout } = await command('content', 'publish', ...publishing(house));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ changed: ['district'] });
  await house.until('new generation', state => state.content.digest !== before);
  await kiosk.begin();
  await openGuide(kiosk);
  await expect(page.getByRole('heading', { name: '灵活就业人员参保登记新版' })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument)).toBe(true);
});

test('a citizen who is reading keeps the text until the visit ends', async ({ kiosk, house, page }) => {
  await kiosk.begin();
  await openGuide(kiosk);
  const before = (await house.state()).content.digest;
  await edit(house, rename('灵活就业人员参保登记次版'));
  await command('content', 'publish', ...publishing(house));
  const waiting = 'content received';
  await expect.poll(() => house.logs()).toContain(waiting);
  expect((await house.state()).content.digest).toBe(before);
  await expect(page.getByRole('heading', { name: '灵活就业人员参保登记', exact: true })).toBeVisible();
  await kiosk.touch('首页');
  await kiosk.touch(/结束离开/);
  await house.until('new generation', state => state.content.digest !== before);
  await kiosk.begin();
  await openGuide(kiosk);
  await expect(page.getByRole('heading', { name: '灵活就业人员参保登记次版' })).toBeVisible();
});

test('a file that does not parse publishes nothing and is named by line', async ({ kiosk, house }) => {
  const whole = await readFile(join(house.contentSource, file), 'utf8');
  const before = await readFile(join(house.contentOriginDir, 'metadata/timestamp.json'), 'utf8');
  await edit(house, text => text.replace(/^level:/m, 'level: ['));
  const line =
    (await readFile(join(house.contentSource, file), 'utf8')).split('\n').findIndex(each => /^level:/.test(each)) + 1;
  const { code, stdout } = await command('content', 'check', '--source', house.contentSource, '--json');
  expect(code).toBe(1);
  const report: { problems: { file: string; line: number; mend: string }[] } = JSON.parse(stdout);
  expect(report.problems[0]?.file).toBe(file);
  expect(report.problems[0]?.line).toBeGreaterThanOrEqual(line);
  expect(report.problems[0]?.mend).not.toBe('');
  const publish = await command('content', 'publish', ...publishing(house));
  expect(publish.code).toBe(1);
  expect(JSON.parse(publish.stdout)).toMatchObject({ code: 'E511' });
  expect(await readFile(join(house.contentOriginDir, 'metadata/timestamp.json'), 'utf8')).toBe(before);
  await kiosk.begin();
  await openGuide(kiosk);
  await writeFile(join(house.contentSource, file), whole);
});
