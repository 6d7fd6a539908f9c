import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Command, TerminalState } from '../device-bridge/api/types.ts';
import type { FeedbackAnswer } from '../platform/api/types.ts';
import { type House, openHouse } from './support/house.ts';
import { command, readQrCode } from './support/programs.ts';

const execute = promisify(execFile);
const matterId = 'food-business-permit';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await house.until('devices and content', ({ content, devices }) => {
    return (
      content.digest !== null &&
      devices.certificatePrinter.state === 'ready' &&
      devices.receiptPrinter?.state === 'ready'
    );
  });
}, 120_000);
afterAll(() => house.close());

type Given = Command extends infer C ? (C extends { visitId: string } ? Omit<C, 'visitId'> : never) : never;
type Present = Exclude<TerminalState['visit'], { phase: 'idle' }>;

async function post(command: Command): Promise<Response> {
  return fetch(new URL('/api/command', house.kioskUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
}

async function present(): Promise<Present> {
  const { visit } = await house.until('somebody there', state => state.visit.phase === 'present');
  if (visit.phase === 'idle') throw new Error('nobody there');
  return visit;
}

/** What the bridge answers: null, or the name of the fault. */
async function give(command: Given, visitId?: string): Promise<string | null> {
  const id = visitId ?? (await present()).id;
  const answer = await post({ ...command, visitId: id } as Command);
  return answer.ok ? null : ((await answer.json()) as { name: string }).name;
}

const begin = async (): Promise<Present> => {
  await post({ type: 'visit/start' });
  return present();
};
const printingEnds = () =>
  house.until('the list is out', ({ visit }) => {
    return visit.phase !== 'idle' && ['printed', 'failed'].includes(visit.guidePrint.step);
  });
const end = async () => {
  await give({ type: 'visit/end' });
  return house.until('nobody there', state => state.visit.phase === 'idle');
};
afterEach(async () => {
  const { visit } = await house.state();
  if (visit.phase !== 'idle') await end();
  await house.dock({ type: 'receipt-printer/set', plugged: true, paper: 'full' });
  await house.resetHardware();
});

const list = { type: 'guide/print', matterId, answers: {} } as const;

test('the tick list comes out on A4 as the terminal’s own content has it, with a code that leads to the guide', async () => {
  await begin();
  expect(await give({ ...list, paper: 'a4' })).toBeNull();
  expect(await give({ ...list, paper: 'receipt' })).toBe('not-now');
  const { visit } = await printingEnds();
  expect(visit).toMatchObject({ guidePrint: { step: 'printed', paper: 'a4', matterId } });
  const [pdf] = (await house.printed()).slice(-1);
  if (pdf === undefined) throw new Error('nothing was printed');
  const { stdout: text } = await execute('pdftotext', ['-layout', pdf, '-']);
  for (const words of ['食品经营许可和备案', '要带的材料', '不用带', '院桥镇便民服务中心', '不收费', '12345', '示例'])
    expect(text).toContain(words);
  await execute('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, join(house.folder, 'sheet')]);
  const address = await readQrCode(join(house.folder, 'sheet.png'));
  expect(address).toContain('/content/c/');
  expect(await (await fetch(address)).text()).toContain('食品经营许可和备案');
  // What was printed of this visit is gone with it, and the paper is reminded of.
  const idle = await end();
  expect(idle.visit).toMatchObject({ farewell: { papersLeft: true } });
  const { visit: shown } = await house.until(
    'erased',
    state => state.visit.phase === 'idle' && state.visit.farewell?.erased === true,
  );
  if (shown.phase !== 'idle') throw new Error('somebody there');
  expect(shown.farewell?.checks.map(({ name }) => name)).toContain('guide-print');
  expect((await begin()).guidePrint).toEqual({ step: 'idle' });
}, 60_000);

test('the receipt is the same list, shorter; English when the citizen reads English', async () => {
  await begin();
  expect(await give({ ...list, paper: 'receipt', language: 'en' })).toBeNull();
  expect((await printingEnds()).visit).toMatchObject({ guidePrint: { step: 'printed', paper: 'receipt' } });
});

test('what cannot be printed is refused by name', async () => {
  const { id } = await begin();
  expect(await give({ ...list, matterId: 'no-such-matter', paper: 'a4' })).toBe('guide-unknown');
  expect(await give({ ...list, paper: 'a4' }, 'somebody-else')).toBe('visit-over');
  await house.dock({ type: 'receipt-printer/set', plugged: false });
  await house.until('no receipt printer', state => state.devices.receiptPrinter?.state === 'absent');
  expect(await give({ ...list, paper: 'receipt' }, id)).toBe('receipt-printer-absent');
  const strange = await post({ ...list, paper: 'a4', visitId: id, answers: { 'NOT AN ID': 'x' } });
  expect(((await strange.json()) as { name: string }).name).toBe('bad-command');
});

test('feedback waits while the platform is away and reaches the editors when it is back', async () => {
  await begin();
  const said = { type: 'guide/feedback', matterId, verdict: 'wrong', about: 'materials' } as const;
  expect(await give({ ...said, matterId: 'no-such-matter' })).toBe('guide-unknown');
  await house.platform.stop();
  expect(await give(said)).toBeNull();
  expect((await present()).feedbackGiven).toEqual([matterId]);
  expect(await give({ type: 'help/call', area: 'guide' })).toBeNull();
  const { visit } = await house.until('the call failed', state => {
    return state.visit.phase !== 'idle' && state.visit.helpCall.state === 'failed';
  });
  expect(visit).toMatchObject({ helpCall: { fault: { name: 'help-unreachable' } } });
  house.platform.start();
  await house.platform.ready();
  const token = (await readFile(join(house.folder, 'keys/maintainer-token'), 'utf8')).trim();
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${house.platformUrl}/api/feedback`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return ((await answer.json()) as FeedbackAnswer).matters;
      },
      { timeout: 30_000 },
    )
    .toMatchObject([{ matterId, owner: 'district', wrong: 1, about: { materials: 1 } }]);
  const platform = ['--platform', house.platformUrl, '--token-file', join(house.folder, 'keys/maintainer-token')];
  const { stdout } = await command('content', 'feedback', ...platform);
  expect(stdout).toContain('食品经营许可和备案 (food-business-permit, district): 1 wrong');
  expect(stdout).toContain('district/matters/business/food-business-permit.yaml');
  const json = await command('content', 'feedback', '--json', '--owner', 'targets', ...platform);
  expect(JSON.parse(json.stdout)).toEqual({ matters: [], remarks: [] });
  const stranger = await command(
    'content',
    'feedback',
    '--json',
    ...platform.slice(0, 2),
    '--token-file',
    'package.json',
  );
  expect([stranger.code, JSON.parse(stranger.stdout).code]).toEqual([1, 'E421']);
}, 90_000);

test('a card left on the reader is seen after the visit, until it is taken', async () => {
  await begin();
  await give({ type: 'certificates/start', wanted: null });
  const { cards } = await house.dock({ type: 'card/remove' });
  await house.dock({ type: 'card/insert', cardId: cards[0]?.id ?? '' });
  await house.until(
    'the card was read',
    ({ visit }) => visit.phase !== 'idle' && visit.certificates.step === 'choosing',
  );
  await give({ type: 'certificates/stop' });
  await end();
  const left = ({ visit }: TerminalState): boolean | undefined =>
    visit.phase === 'idle' ? visit.farewell?.cardLeft : undefined;
  await house.until('the card is seen', state => left(state) === true);
  await house.dock({ type: 'card/remove' });
  await house.until('the card was taken', state => left(state) !== true);
}, 60_000);
