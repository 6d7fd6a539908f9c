import { withStore } from '../kiosk-store.ts';

/** The kept index may be one of these: of what is on show, and of what comes after the visit. */
const mostKept = 2;

/** Fetches the index while the bridge is there, so that search works without it later. */
export async function keepIndex(digest: string): Promise<void> {
  if ((await readIndex(digest)) === null) await fetchIndex(digest);
}

/** @throws Error when the bridge has not got it */
export async function fetchIndex(digest: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`/api/search/${digest}`);
  if (!answer.ok) throw new Error(`search index ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if ((await sha256Hex(bytes)) !== digest) throw new Error('another search index');
  await storeIndex(digest, bytes);
  return bytes;
}

/** Null when it is not kept. */
export async function readIndex(digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return (await withStore(database => database.get('searchIndex', digest)))?.bytes ?? null;
  } catch {
    // A lost store is as good as an empty one.
    return null;
  }
}

async function storeIndex(digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await withStore(async database => {
      const transaction = database.transaction('searchIndex', 'readwrite');
      const older = (await transaction.store.getAll()).filter(kept => kept.digest !== digest);
      older.sort((a, b) => b.keptAt - a.keptAt);
      for (const { digest: old } of older.slice(mostKept - 1)) await transaction.store.delete(old);
      await transaction.store.put({ digest, bytes, keptAt: Date.now() }, digest);
      await transaction.done;
    });
  } catch {
    // Without the store the next start asks the bridge again.
  }
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
