import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import type { TerminalInventory } from '../../platform/api/types.ts';
import type { Log } from '../log.ts';
import { steadyNow } from '../visit/steady-clock.ts';
import type { Composer } from './compose/composer.ts';
import { openRecordStore } from './store/record-store.ts';
import { type ShownRecords, shownRecords } from './store/shown-records.ts';
import { rolesIn, versionOf } from './store/slots.ts';
import { openMetadataFolder } from './tuf/metadata-folder.ts';
import { noSpace } from './tuf/refresh-fault.ts';
import { OriginUnreachable } from './tuf/transport.ts';
import { delays } from './update/delays.ts';
import { createEffects, type Shown } from './update/effects.ts';
import { createLooker, type Source } from './update/look.ts';
import { recover } from './update/recover.ts';
import { createRunner } from './update/runner.ts';
import { initialState, type UpdateState, type UpdateStep } from './update/update-state.ts';

export interface ContentUpdaterOptions {
  /** Folder of metadata and records. */
  folder: string;
  factoryRoot: Buffer;
  /** In the order in which they are asked. */
  sources: readonly Source[];
  composer: Composer;
  terminalId: string;
  pollMs: number;
  isIdle: () => boolean;
  /** How many kiosks are connected. */
  kiosks: () => number;
  /** Another generation, or another fault. */
  onChange: () => void;
  /** Each step as it is entered, before its work begins. */
  onStep?: (step: UpdateStep) => void;
  /** Versions that the platform holds back, asked for anew. Never fails, never takes long. */
  held?: () => Promise<readonly { role: string; version: number }[]>;
  kioskAnswerMs?: number;
  /** The time of day, which may jump. */
  now?: () => number;
  log: Log;
}

export interface ContentUpdater {
  readonly step: UpdateStep;
  readonly fault: FaultName | null;
  readonly shown: Shown | null;
  /** The records that are shown, by key. */
  readonly records: ShownRecords;
  /** What is installed, for the platform. */
  inventory(): TerminalInventory;
  /** There may be something new: look soon. */
  hint(): void;
  /** Look now. */
  look(): void;
  /** Nobody is at the terminal any more. */
  quiet(): void;
  /** A kiosk drew this generation, or could not. */
  drawn(digest: string): void;
  notDrawn(digest: string, why: string): void;
  /** Resolves when nothing is under way: idle, staged for when nobody is there, or waiting to try a step again. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function databaseFile(folder: string): string {
  return join(folder, 'records.sqlite');
}

/**
 * Keeps the content of this terminal new: looks, fetches, verifies, switches between visits, checks, goes back. The
 * state and its ways are in update-state.ts, each step's work in effects.ts. Whatever goes wrong, the terminal goes on
 * with what it has.
 */
export async function openContentUpdater(options: ContentUpdaterOptions): Promise<ContentUpdater> {
  const { folder, composer, log, isIdle, now = Date.now } = options;
  mkdirSync(folder, { recursive: true });
  const store = openRecordStore(databaseFile(folder), what => log.error({ what }, 'content put aside'));
  const metadata = openMetadataFolder(join(folder, 'metadata'));
  let shown = await recover(store, composer, log);
  let drawnDigest: string | null = null;
  /** A generation that turned out badly in the middle of another look. */
  let lateUnfit = false;
  let kioskTimer: NodeJS.Timeout | undefined;
  let closing: Promise<void> | null = null;
  const effects = createEffects({
    ...{ store, composer, now, log, isIdle, sources: options.sources, terminalId: options.terminalId },
    looker: createLooker({ metadata, factoryRoot: options.factoryRoot, now }),
    incoming: join(folder, 'incoming'),
    held: options.held ?? (async () => []),
    show: next => {
      shown = next;
      lateUnfit = false;
      options.onChange();
    },
  });
  const isStaged = (): boolean => store.slots.staged !== null;
  const moment = () => ({ at: steadyNow(), dice: Math.random() });

  const runner = createRunner({
    initial: initialState({
      ...{ dueAt: steadyNow(), staged: isStaged() },
      unconfirmed: store.slots.active?.confirmed === false,
    }),
    pace: options,
    steadyNow,
    work: {
      refreshing: async () => {
        const { offered, fault, more } = await effects.refresh();
        if (fault !== null && fault !== runner.state.fault) log.warn({ fault }, 'content is not as it should be');
        if (more) runner.dispatch({ type: 'due' });
        return { type: 'refreshed', offered, fault, staged: isStaged(), ...moment() };
      },
      fetching: async () => ({ type: 'fetched', fault: await effects.fetch() }),
      verifying: async () => {
        await effects.verify();
        return { type: 'verified', ...moment() };
      },
      switching: async () => ({ type: await effects.switchOver() }),
      checking: async () => {
        const why = await effects.check();
        if (why === null) return { type: 'healthy' };
        log.error({ why }, 'content is not fit');
        return { type: 'unfit' };
      },
      'rolled-back': async () => {
        await effects.goBack();
        return { type: 'restored' };
      },
    },
    onStep,
    onState: (state, before) => {
      if (state.fault !== before.fault) options.onChange();
    },
    onFailure: error => {
      const { fault, detail } = refusalOf(error);
      if (fault !== runner.state.fault) log.warn({ fault, detail }, 'no new content');
      const retryAfterMs = error instanceof OriginUnreachable ? error.retryAfterMs : null;
      return { type: 'failed', fault, retryAfterMs, staged: isStaged(), ...moment() };
    },
  });

  function onStep(step: UpdateStep, before: UpdateState): void {
    clearTimeout(kioskTimer);
    if (before.step === 'checking' && step === 'idle') confirm();
    options.onStep?.(step);
    if (step === 'checking') askKiosk();
    if (step === 'idle') composer.rest().catch(tell);
    if (step !== 'idle' && step !== 'staged') return;
    if (lateUnfit) {
      lateUnfit = false;
      runner.dispatch({ type: 'unfit' });
    } else if (step === 'staged' && isIdle()) runner.dispatch({ type: 'quiet' });
  }

  /** A kiosk takes a new generation between visits and says so; whoever is reading keeps what is on the screen. */
  function askKiosk(): void {
    const { previous } = store.slots;
    // Another version may make the same screens: then there is nothing to draw.
    const isDrawn = drawnDigest === shown?.digest || previous?.digest === shown?.digest;
    if (isDrawn || options.kiosks() === 0) {
      queueMicrotask(() => runner.dispatch({ type: 'drawn' }));
      return;
    }
    kioskTimer = setTimeout(() => {
      if (!isIdle() || options.kiosks() === 0) {
        askKiosk();
        return;
      }
      log.error({ digest: shown?.digest }, 'no kiosk says that it drew the content');
      runner.dispatch({ type: 'unfit' });
    }, options.kioskAnswerMs ?? delays.kioskAnswerMs);
  }

  function confirm(): void {
    try {
      store.confirm();
    } catch (error) {
      // Not written down: the next start checks once more.
      tell(error);
    }
    options.onChange();
  }

  function refusalOf(error: unknown): Refusal {
    const known = error instanceof Refusal ? error : noSpace(error);
    if (known !== null) return known;
    tell(error);
    return new Refusal('content-update-failed', error instanceof Error ? error.message : String(error));
  }

  function tell(error: unknown): void {
    log.error({ err: error instanceof Error ? error.stack : String(error) }, 'content update failed');
  }

  async function close(): Promise<void> {
    clearTimeout(kioskTimer);
    await runner.close();
    await composer.rest();
    store.close();
  }

  return {
    get step() {
      return runner.state.step;
    },
    get fault() {
      return runner.state.fault;
    },
    get shown() {
      return shown;
    },
    records: shownRecords(store),
    inventory: () => {
      const roles = store.slots.active?.roles ?? {};
      return {
        roles: Object.fromEntries(rolesIn(roles).map(role => [role, versionOf(roles, role)])),
        digest: shown?.digest ?? null,
        failed: [...store.failed],
        fault: runner.state.fault,
      };
    },
    hint: () => runner.dispatch({ type: 'hinted', ...moment() }),
    look: () => runner.dispatch({ type: 'due' }),
    quiet: () => runner.dispatch({ type: 'quiet' }),
    drawn: digest => {
      drawnDigest = digest;
      if (digest === shown?.digest) runner.dispatch({ type: 'drawn' });
    },
    notDrawn: (digest, why) => {
      if (digest !== shown?.digest || store.slots.previous === null) return;
      log.error({ digest, why }, 'a kiosk could not draw the content');
      const { step } = runner.state;
      if (step === 'idle' || step === 'staged' || step === 'checking') runner.dispatch({ type: 'unfit' });
      else lateUnfit = true;
    },
    settled: () => runner.settled(),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
