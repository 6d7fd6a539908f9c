import { readFileSync } from 'node:fs';
import { composerHere } from '../../device-bridge/content/compose/composer.ts';
import { openContentUpdater } from '../../device-bridge/content/content-updater.ts';
import { httpTransport } from '../../device-bridge/content/tuf/http-transport.ts';
import { originAt } from '../../device-bridge/content/update/look.ts';
import type { UpdateStep } from '../../device-bridge/content/update/update-state.ts';
import type { Log } from '../../device-bridge/log.ts';

/** What a child is asked to do; given as JSON in the environment. */
export interface ChildTask {
  /** The terminal's folder of content. */
  folder: string;
  originUrl: string;
  factoryRootFile: string;
  /** The process kills itself as this step is entered. */
  killIn?: UpdateStep;
  /** A kiosk is connected and says nothing: the new generation is gone back from after this many milliseconds. */
  kioskAnswerMs?: number;
}

/** One update of one terminal as a program of its own, so that it can be killed. Prints what it shows in the end. */
const task = JSON.parse(process.env.CHILD_TASK ?? '') as ChildTask;
/** What goes wrong goes to the test's own output; a logging library would double the time a child takes to start. */
const say = (what: unknown, message?: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(what)}\n`);
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: say } as unknown as Log;

// From here on a kill meets an update and not a program that is just being loaded.
process.stdout.write('ready\n');
const updater = await openContentUpdater({
  ...{
    folder: task.folder,
    factoryRoot: readFileSync(task.factoryRootFile),
    terminalId: 'sample-1',
    pollMs: 3_600_000,
  },
  sources: [{ name: 'origin', isThere: () => true, origin: originAt(task.originUrl, httpTransport()) }],
  composer: composerHere({
    placeCode: '331003204',
    contentOrigin: 'https://guides.example/',
  }),
  ...{ isIdle: () => true, kiosks: () => (task.kioskAnswerMs === undefined ? 0 : 1), onChange: () => {}, log },
  ...(task.kioskAnswerMs === undefined ? {} : { kioskAnswerMs: task.kioskAnswerMs }),
  onStep: step => {
    if (step === task.killIn) process.kill(process.pid, 'SIGKILL');
  },
});
await updater.settled();
process.stdout.write(JSON.stringify({ digest: updater.shown?.digest ?? null, fault: updater.fault }));
process.exit(0);
