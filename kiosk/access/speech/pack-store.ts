import { interfacePackUrl } from 'virtual:interface-pack';
import { decodePack, type SpeechPack } from '../../../content/model/speech/pack.ts';

/** Besides what is kept for going on without the bridge, so many decoded packs of guides are held at hand. */
const mostAtHand = 40;
const cacheName = 'speech';
const atHand = new Map<string, Promise<SpeechPack | null>>();

export function packAddress(sha256: string): string {
  return `/api/speech/${sha256}`;
}

/** The sounds that come with the kiosk. */
export function interfacePack(): Promise<SpeechPack | null> {
  return pack(interfacePackUrl);
}

/** Null when it cannot be had now: then it is said by syllables, and asked for again the next time. */
export function pack(url: string): Promise<SpeechPack | null> {
  const before = atHand.get(url);
  if (before !== undefined) return before;
  const loading = load(url).catch(() => null);
  atHand.set(url, loading);
  void loading.then(found => {
    if (found === null) atHand.delete(url);
  });
  for (const old of atHand.keys()) {
    if (atHand.size <= mostAtHand) break;
    if (old !== interfacePackUrl) atHand.delete(old);
  }
  return loading;
}

/** Forgets kept packs that neither this kiosk nor these addresses name. */
export async function forgetOthers(named: readonly string[]): Promise<void> {
  const wanted = new Set([interfacePackUrl, ...named].map(url => new URL(url, location.href).href));
  const cache = await openCache();
  for (const request of (await cache?.keys()) ?? []) if (!wanted.has(request.url)) await cache?.delete(request);
}

async function load(url: string): Promise<SpeechPack | null> {
  const cache = await openCache();
  const kept = await cache?.match(url);
  if (kept !== undefined) return decodePack(new Uint8Array(await kept.arrayBuffer()));
  const answer = await fetch(url);
  if (!answer.ok) return null;
  const copy = answer.clone();
  const decoded = decodePack(new Uint8Array(await answer.arrayBuffer()));
  // Kept for when the bridge is away; a store that is full or broken only costs that.
  await cache?.put(url, copy).catch(() => {});
  return decoded;
}

async function openCache(): Promise<Cache | null> {
  return caches.open(cacheName).catch(() => null);
}
