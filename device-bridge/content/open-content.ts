import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BridgeConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { PlatformClient } from '../platform/client.ts';
import { composerThread } from './compose/composer.ts';
import { type ContentUpdater, openContentUpdater } from './content-updater.ts';
import { followHints } from './hints.ts';
import { type InventoryReport, reportInventory } from './inventory-report.ts';
import { keepSpeech, type SpeechKeeper } from './speech/speech-keeper.ts';
import { fileTransport } from './tuf/file-transport.ts';
import { httpTransport } from './tuf/http-transport.ts';
import { delays } from './update/delays.ts';
import { originAt, type Source } from './update/look.ts';

export interface Content extends Pick<ContentUpdater, 'shown' | 'records' | 'fault' | 'quiet' | 'drawn' | 'notDrawn'> {
  /** Sounds by the hash that the generation names; null when they are not here. */
  speechPack(sha256: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** Everything about content on this terminal, joined by its configuration. */
export async function openContent(options: {
  config: BridgeConfig;
  factoryRoot: Buffer;
  platform: PlatformClient;
  isIdle: () => boolean;
  kiosks: () => number;
  onChange: () => void;
  log: Log;
}): Promise<Content> {
  const { config, platform, log } = options;
  const { origin, publicUrl, pollSeconds, usbFolder } = config.content;
  const folder = join(config.dataDir, 'content');
  const sources = sourcesIn(config.content);
  let report: InventoryReport | null = null;
  let speech: SpeechKeeper | null = null;
  const updater = await openContentUpdater({
    ...{ folder, sources, factoryRoot: options.factoryRoot, terminalId: config.terminal.id, log },
    ...{ pollMs: pollSeconds * 1000, isIdle: options.isIdle, kiosks: options.kiosks },
    composer: composerThread({
      placeCode: config.terminal.placeCode,
      contentOrigin: publicUrl ?? origin,
    }),
    held: async () => (await report?.held()) ?? [],
    onChange: () => {
      report?.changed();
      speech?.changed();
      options.onChange();
    },
  });
  report = reportInventory({ inventory: updater.inventory, send: platform.inventory, log });
  report.changed();
  speech = keepSpeech({ folder: join(folder, 'speech'), sources, shown: () => updater.shown, log });
  const stopHints = followHints({
    ...{ url: `${config.platform.url}api/content/events`, token: config.platform.token },
    ...{ onHint: updater.hint, log },
  });
  const stick = usbFolder === undefined ? undefined : watchStick(usbFolder, updater.look);
  return {
    get shown() {
      return updater.shown;
    },
    get fault() {
      return updater.fault;
    },
    records: updater.records,
    ...{ quiet: updater.quiet, drawn: updater.drawn, notDrawn: updater.notDrawn },
    speechPack: speech.pack,
    close: async () => {
      clearInterval(stick);
      await speech.close();
      report.close();
      await stopHints();
      await updater.close();
      for (const source of sources) source.origin.transport.close();
    },
  };
}

/** In the order in which they are asked. The factory's is asked while there is nothing at all. */
function sourcesIn({ origin, usbFolder, factoryBundle }: BridgeConfig['content']): Source[] {
  const inFolder = (name: Source['name'], path: string): Source => ({
    name,
    origin: originAt(pathToFileURL(path).href, fileTransport()),
    isThere: () => existsSync(timestampIn(path)),
  });
  const main: Source = {
    name: 'origin',
    origin: originAt(origin, origin.startsWith('file:') ? fileTransport() : httpTransport()),
    isThere: () => true,
  };
  return [
    ...(factoryBundle === undefined ? [] : [inFolder('factory', factoryBundle)]),
    main,
    ...(usbFolder === undefined ? [] : [inFolder('stick', usbFolder)]),
  ];
}

/** A stick is looked at when it comes, not at the next poll. */
function watchStick(folder: string, onNew: () => void): NodeJS.Timeout {
  let seen: number | null = null;
  return setInterval(() => {
    const now = writtenAt(timestampIn(folder));
    if (now !== null && now !== seen) onNew();
    seen = now;
  }, delays.stickMs);
}

/** Null when nothing can be read there: a stick that is pulled out fails in many ways. */
function writtenAt(file: string): number | null {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return null;
  }
}

function timestampIn(folder: string): string {
  return join(folder, 'metadata', 'timestamp.json');
}
