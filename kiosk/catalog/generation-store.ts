import { type DBSchema, openDB } from 'idb';

interface KioskSchema extends DBSchema {
  generation: { key: 'kept'; value: KeptGeneration };
}

export interface KeptGeneration {
  digest: string;
  /** The very bytes the digest names, as text. */
  text: string;
}

/** The one thing the kiosk keeps beyond a visit. Content only, nothing of any citizen. */
async function openStore() {
  return openDB<KioskSchema>('kiosk', 1, { upgrade: database => void database.createObjectStore('generation') });
}

/** The generation kept last; null when there is none, when the store is broken, or when the bytes are not what they were. */
export async function readKept(): Promise<KeptGeneration | null> {
  try {
    const database = await openStore();
    const kept = await database.get('generation', 'kept');
    database.close();
    return kept !== undefined && (await sha256Hex(kept.text)) === kept.digest ? kept : null;
  } catch {
    // A lost or corrupt store is as good as an empty one: the bridge has the generation.
    return null;
  }
}

export async function keep(generation: KeptGeneration): Promise<void> {
  try {
    const database = await openStore();
    await database.put('generation', generation, 'kept');
    database.close();
  } catch {
    // Without the store the next start shows its guides a moment later; nothing is lost.
  }
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
