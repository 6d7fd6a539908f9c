import { type KeptGeneration, withStore } from './kiosk-store.ts';

/** The generation kept last; null when there is none, when the store is broken, or when the bytes are not what they were. */
export async function readKept(): Promise<KeptGeneration | null> {
  try {
    const kept = await withStore(database => database.get('generation', 'kept'));
    return kept !== undefined && (await sha256Hex(kept.text)) === kept.digest ? kept : null;
  } catch {
    // A lost or corrupt store is as good as an empty one: the bridge has the generation.
    return null;
  }
}

export async function keep(generation: KeptGeneration): Promise<void> {
  try {
    await withStore(database => database.put('generation', generation, 'kept'));
  } catch {
    // Without the store the next start shows its guides a moment later; nothing is lost.
  }
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
