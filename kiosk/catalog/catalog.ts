import { computed, effect, signal } from '@preact/signals';
import type { Generation } from '../../content/model/generation.ts';
import { connection, terminal } from '../bridge/terminal.ts';
import { today } from '../frame/clock.ts';
import { inForceOn } from './in-force-on.ts';

const retryFetchMs = 2000;
const formatVersion: Generation['formatVersion'] = 3;

interface Loaded {
  digest: string;
  generation: Generation;
}

const shown = signal<Loaded | null>(null);
/** Loaded while a citizen reads the present one; taken when the visit is over. */
const next = signal<Loaded | null>(null);

/**
 * The guides and places on show; null until some are there. They never change within a visit, but for a
 * guide whose first or last day passes at midnight.
 */
export const catalog = computed(() => (shown.value === null ? null : inForceOn(shown.value.generation, today.value)));
/** The public holidays that opening hours follow. */
export const calendars = computed(() => shown.value?.generation.calendars ?? []);
/** True when the bridge itself has no content yet: a first boot without network. */
export const contentMissing = computed(
  () => shown.value === null && terminal.value !== null && terminal.value.content.digest === null,
);

/** Keeps `catalog` at the generation the bridge names, beginning with the one this browser kept. */
export async function followContent(): Promise<void> {
  // Should its code not come (the bridge is just restarting), the bridge's own generation does.
  const kept = await import('./generation-store.ts').then(({ readKept }) => readKept()).catch(() => null);
  const before = kept === null ? null : loaded(kept.digest, kept.text);
  // One kept by an older kiosk has another form; the bridge has it in this one.
  if (before?.generation.formatVersion === formatVersion) shown.value = before;
  effect(() => {
    const digest = terminal.value?.content.digest ?? null;
    if (digest === null || digest === next.peek()?.digest) return;
    // What waits is not what the bridge names any more (a generation was taken back).
    next.value = null;
    if (digest !== shown.peek()?.digest) void load(digest);
  });
  effect(() => {
    const fresh = next.value;
    const nobodyReads = shown.value === null || terminal.value?.visit.phase === 'idle';
    if (fresh === null || !nobodyReads) return;
    shown.value = fresh;
    next.value = null;
  });
  effect(() => {
    // Also to a bridge that was started anew: it does not know what stands on the screen.
    const digest = shown.value?.digest;
    if (digest === undefined || connection.value !== 'open') return;
    void import('./witness.ts').then(({ bearWitness }) => bearWitness(digest, () => catalog.peek())).catch(() => {});
  });
}

const loading = new Set<string>();

async function load(digest: string): Promise<void> {
  if (loading.has(digest)) return;
  loading.add(digest);
  try {
    const answer = await fetch(`/api/content/${digest}`);
    if (!answer.ok) throw new Error(`content ${answer.status}`);
    const text = await answer.text();
    // Slower than a newer one: the bridge has moved on, and so has this browser.
    if (terminal.peek()?.content.digest !== digest) return;
    const fresh = loaded(digest, text);
    next.value = fresh;
    const { keep } = await import('./generation-store.ts');
    await keep({ digest, text });
    const { keepIndex } = await import('./search/index-store.ts');
    // Should it fail, the search asks for it again when it is used.
    await keepIndex(fresh.generation.searchDigest).catch(() => {});
  } catch {
    // The bridge went away in the middle, or has moved on to another generation: ask again while it still names this one.
    setTimeout(() => {
      if (terminal.peek()?.content.digest === digest && shown.peek()?.digest !== digest) void load(digest);
    }, retryFetchMs);
  } finally {
    loading.delete(digest);
  }
}

function loaded(digest: string, text: string): Loaded {
  return { digest, generation: JSON.parse(text) as Generation };
}
