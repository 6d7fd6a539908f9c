import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySources } from '../../content/compiler/copy-sources.ts';
import type { DockCommand, DockState, TerminalState } from '../../device-bridge/api/types.ts';
import { type Demo, type DemoOptions, startDemo } from '../../scripts/demo/demo.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import { stateWhen } from './events.ts';
import { freePorts } from './free-ports.ts';
import { readyDatabase } from './ready-database.ts';

/** The whole house with a folder and ports of its own: the same composition that `npm start` runs. */
export interface House extends Demo {
  folder: string;
  /** A copy of the content sources that a test may edit. */
  contentSource: string;
  dock(command: DockCommand): Promise<DockState>;
  /** Hardware as a new day begins: reader plugged, no card, printer on with paper. */
  resetHardware(): Promise<void>;
  /** The state as a kiosk would get it now. */
  state(): Promise<TerminalState>;
  /** Waits until the state is as asked. */
  until(what: string, holds: (state: TerminalState) => boolean): Promise<TerminalState>;
  /** PDFs that came out of the printer, by name. */
  printed(): Promise<string[]>;
  /** Everything the programs logged. */
  logs(): Promise<string>;
}

/** Milliseconds a sheet takes: long enough to be seen, short enough not to be waited for. */
const sheetMs = 400;

export async function openHouse(options: Partial<Pick<DemoOptions, 'placeCode' | 'visit'>> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'house-'));
  const contentSource = join(folder, 'content');
  await copySources(defaultPaths.contentSource, contentSource);
  await readyDatabase(join(folder, 'platform/postgres'));
  const ports = await freePorts(['bridge', 'platform', 'printer', 'printerControl']);
  const demo = await startDemo({ folder, ports, placeCode: '331003107', contentSource, ...options });
  await fetch(demo.printerControlUrl, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sheetMs }),
  });
  const post = async (path: string, body: unknown): Promise<Response> =>
    fetch(new URL(path, demo.kioskUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const dock = async (command: DockCommand): Promise<DockState> => {
    const response = await post('/api/dock', command);
    if (!response.ok) throw new Error(`dock refused ${command.type}: ${await response.text()}`);
    return response.json();
  };
  const house: House = {
    ...demo,
    folder,
    contentSource,
    dock,
    resetHardware: async () => {
      await dock({ type: 'printer/set', power: 'on', tray: 'full', cover: 'closed', jam: false });
      await dock({ type: 'card/remove' });
      await dock({ type: 'reader/plug', plugged: true });
    },
    state: () => stateWhen(demo.kioskUrl, 'a state', () => true),
    until: (what, holds) => stateWhen(demo.kioskUrl, what, holds),
    printed: async () => (await filesBelow(join(folder, 'printer/printed'))).filter(file => file.endsWith('.pdf')),
    logs: async () => {
      const files = await filesBelow(join(folder, 'logs'));
      return (await Promise.all(files.map(file => readFile(file, 'utf8')))).join('\n');
    },
    close: async () => {
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return house;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}
