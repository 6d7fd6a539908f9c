import { readFile } from 'node:fs/promises';
import { composerThread } from '../../device-bridge/content/compose/composer.ts';
import { openContentUpdater } from '../../device-bridge/content/content-updater.ts';
import { httpTransport } from '../../device-bridge/content/tuf/http-transport.ts';
import { originAt } from '../../device-bridge/content/update/look.ts';
import type { UpdateStep } from '../../device-bridge/content/update/update-state.ts';
import { createLog } from '../../device-bridge/log.ts';

/** What one look at the origin cost a terminal. */
export interface Round {
  digest: string | null;
  fault: string | null;
  receivedBytes: number;
  sentBytes: number;
  /** Milliseconds by step of the update. */
  steps: Partial<Record<UpdateStep, number>>;
  /** Most memory this process ever held. */
  peakMb: number;
}

// A terminal's updater in a process of its own: `node updating-terminal.ts FOLDER ROOT ORIGIN`, one look a message.
const [folder = '', root = '', originUrl = ''] = process.argv.slice(2);
const transport = httpTransport();
let steps: Round['steps'] = {};
let entered: { step: UpdateStep; at: number } | null = null;
const enter = (step: UpdateStep): void => {
  const at = performance.now();
  if (entered !== null) steps[entered.step] = (steps[entered.step] ?? 0) + at - entered.at;
  entered = { step, at };
};
const updater = await openContentUpdater({
  folder,
  factoryRoot: await readFile(root),
  sources: [{ name: 'origin', origin: originAt(originUrl, transport), isThere: () => true }],
  composer: composerThread({
    placeCode: '331003204',
    contentOrigin: 'https://guides.example/',
  }),
  terminalId: 'bench-1',
  pollMs: 3_600_000,
  isIdle: () => true,
  kiosks: () => 0,
  onChange: () => {},
  onStep: enter,
  log: createLog('warn'),
});
await updater.settled();
let before = { sent: 0, received: 0 };
process.on('message', async () => {
  steps = {};
  entered = null;
  updater.look();
  await updater.settled();
  const traffic = transport.traffic();
  const round: Round = {
    digest: updater.shown?.digest ?? null,
    fault: updater.fault,
    receivedBytes: traffic.received - before.received,
    sentBytes: traffic.sent - before.sent,
    steps: { ...steps },
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  before = traffic;
  process.send?.(round);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
