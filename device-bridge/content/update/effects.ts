import { type FaultName, Refusal } from '../../../content/common/faults.ts';
import { layerOf } from '../../../content/delivery/roles.ts';
import type { Log } from '../../log.ts';
import type { Composition } from '../compose/compose-layers.ts';
import { type Composer, composeRoles } from '../compose/composer.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RoleChange } from '../store/role-change.ts';
import { type Slot, versionOf } from '../store/slots.ts';
import { fetchChange } from './fetch-change.ts';
import type { Finding, Looker, Source } from './look.ts';
import { endsRound, type Offer } from './offers.ts';
import { isWithdrawn, type PlanInput, planUpdate } from './plan.ts';

/** A generation as bytes. */
export interface Shown {
  digest: string;
  bytes: Uint8Array;
  searchIndex: Uint8Array;
  searchDigest: string;
}

export interface EffectParts {
  store: RecordStore;
  looker: Looker;
  sources: readonly Source[];
  composer: Composer;
  terminalId: string;
  /** A file for what arrives. */
  incoming: string;
  isIdle: () => boolean;
  /** Versions that the platform holds back, asked for anew. Never fails, never takes long. */
  held: () => Promise<readonly { role: string; version: number }[]>;
  /** Another generation is shown from now on. */
  show: (shown: Shown) => void;
  now: () => number;
  log: Log;
}

/** What each step of an update does. Each ends with what it found; a Refusal says why it could not be done. */
export function createEffects(parts: EffectParts) {
  const { store, looker, sources, composer, log } = parts;
  let job: { take: Offer[]; download: Finding['download'] } | null = null;
  let changes: RoleChange[] = [];
  let offered: readonly Offer[] = [];
  let waiting: Shown | null = null;
  /** Something among several changes was not fit: they are taken one role at a time, until it is known which. */
  let careful = false;
  /** Composed from the disk and found fit by this process. */
  let fitDigest: string | null = null;

  const isEmpty = (): boolean => store.slots.active === null && store.slots.staged === null;
  const planInput = (held: PlanInput['held']): PlanInput => ({
    ...{ terminalId: parts.terminalId, now: parts.now(), held, empty: isEmpty() },
    ...{ active: store.slots.active?.roles ?? {}, newest: store.newest, failed: store.failed },
  });
  const dropIfWithdrawn = (held: PlanInput['held']): boolean => {
    const { staged, active } = store.slots;
    // Before anything is shown, whatever there is counts.
    if (staged === null || active === null || !isWithdrawn(staged.roles, offered, planInput(held))) return false;
    store.dropStaged();
    waiting = null;
    log.info('content withdrawn before it was shown');
    return true;
  };

  async function refresh(): Promise<{ offered: boolean; fault: FaultName | null; more: boolean }> {
    let refused: Refusal | null = null;
    let fault: FaultName | null = null;
    let reached = false;
    let held: PlanInput['held'] | null = null;
    for (const source of sources) {
      if (!source.isThere() || (source.name === 'factory' && !isEmpty())) continue;
      try {
        const found = await looker.look(source, store.newest);
        reached = true;
        if (source.name === 'origin') offered = found.offers.offers;
        for (const { role, refusal } of found.offers.troubles)
          log.warn({ source: source.name, role, fault: refusal.fault, detail: refusal.detail }, 'content not in order');
        let plan = planUpdate(found.offers, planInput([]));
        if (plan.take.length > 0 || store.slots.staged !== null) {
          held ??= await parts.held();
          dropIfWithdrawn(held);
          plan = planUpdate(found.offers, planInput(held));
        }
        fault ??= plan.fault ?? found.fault;
        if (plan.take.length === 0) continue;
        const take = careful ? plan.take.toSorted((a, b) => layerOf(a.role) - layerOf(b.role)).slice(0, 1) : plan.take;
        job = { take, download: found.download };
        // What a terminal was delivered with is old: the origin is asked right after.
        return { offered: true, fault, more: source.name === 'factory' || take.length < plan.take.length };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        log.debug({ source: source.name, fault: error.fault, detail: error.detail }, 'source of content failed');
        refused ??= error;
      }
    }
    if (!reached && refused !== null) throw refused;
    careful = false;
    return { offered: false, fault, more: false };
  }

  async function fetch(): Promise<FaultName | null> {
    if (job === null) throw new Error('nothing to fetch');
    const { take, download } = job;
    changes = [];
    let refused: Refusal | null = null;
    for (const offer of take) {
      try {
        const have = versionOf(store.newest, offer.role);
        changes.push(await fetchChange(offer, have, { download, incoming: parts.incoming, records: store, log }));
      } catch (error) {
        if (!(error instanceof Refusal) || endsRound(error)) throw error;
        log.warn({ role: offer.role, fault: error.fault, detail: error.detail }, 'content refused');
        refused ??= error;
      }
    }
    if (changes.length === 0 && refused !== null) throw refused;
    return refused?.fault ?? null;
  }

  async function verify(): Promise<void> {
    store.stage(changes);
    const roles = changes.map(({ role }) => role);
    changes = [];
    waiting = null;
    const { staged, active } = store.slots;
    if (staged === null) throw new Error('nothing is staged');
    const composition = await composeRoles(composer, store, staged.roles);
    if (!composition.composed && composition.damaged) {
      // Nothing on this disk can be built upon: the next look fetches everything whole. What is shown stays shown.
      store.reset();
      throw new Refusal('content-update-failed', `damaged on the disk: ${composition.why}`);
    }
    if (!composition.composed || (composition.unfit !== null && active !== null)) {
      // One township's mistake must not keep the district's content out.
      const isKnown = roles.length === 1;
      store.dropStaged({ roles: isKnown ? roles : [], why: 'content-check-failed' });
      careful = !isKnown;
      throw new Refusal('content-check-failed', `${roles.join(', ')}: ${whyUnfit(composition)}`);
    }
    if (composition.unfit !== null) log.warn({ why: composition.unfit }, 'unfit content is better than none');
    store.setDigest('staged', composition.digest);
    waiting = composition;
    fitDigest = composition.unfit === null ? composition.digest : null;
    const versions = Object.fromEntries(roles.map(role => [role, versionOf(staged.roles, role)]));
    log.info({ versions, digest: composition.digest }, 'content received');
  }

  async function switchOver(): Promise<'switched' | 'withdrawn' | 'busy'> {
    if (dropIfWithdrawn([])) return 'withdrawn';
    const { staged } = store.slots;
    if (staged === null) return 'withdrawn';
    waiting ??= await composedOrNull(staged);
    if (waiting === null) {
      store.dropStaged();
      return 'withdrawn';
    }
    // Composing takes a moment in which somebody may have come.
    if (!parts.isIdle()) return 'busy';
    store.activate();
    parts.show(waiting);
    log.info({ digest: waiting.digest }, 'content in force');
    waiting = null;
    return 'switched';
  }

  /** Null: it is what it was and fit, or there is nothing better to go back to. */
  async function check(): Promise<string | null> {
    const { active, previous } = store.slots;
    if (active === null) return null;
    noteCheck();
    if (active.digest !== null && active.digest === fitDigest) return null;
    const composition = await composeRoles(composer, store, active.roles);
    const other = composition.composed && composition.digest !== active.digest ? 'it composes to something else' : null;
    const why = whyUnfit(composition) ?? other;
    return previous === null ? null : why;
  }

  /** Where it cannot be written down, the check is made all the same. */
  function noteCheck(): void {
    try {
      store.beginCheck();
    } catch (error) {
      log.error({ err: String(error) }, 'a check of content cannot be noted');
    }
  }

  async function goBack(): Promise<void> {
    if (!store.goBack('content-check-failed')) return;
    const { active } = store.slots;
    const shown = active === null ? null : await composedOrNull(active);
    if (shown === null) {
      store.reset();
      return;
    }
    parts.show(shown);
    log.warn({ digest: shown.digest }, 'back to the content before');
  }

  async function composedOrNull({ roles, digest }: Slot): Promise<Shown | null> {
    const composition = await composeRoles(composer, store, roles);
    return composition.composed && (digest === null || composition.digest === digest) ? composition : null;
  }

  return { refresh, fetch, verify, switchOver, check, goBack };
}

function whyUnfit(composition: Composition): string | null {
  return composition.composed ? composition.unfit : composition.why;
}
