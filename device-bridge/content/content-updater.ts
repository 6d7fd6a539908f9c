import type { KeyObject } from 'node:crypto';
import { sha256Hex } from '../../content/common/canonical-json.ts';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { generationSchema, type Manifest, manifestSchema } from '../../content/model/generation.ts';
import { isSignedBy } from '../../content/model/signed-manifest.ts';
import type { Log } from '../log.ts';
import type { ContentStore, KeptGeneration } from './content-store.ts';

const timeoutMs = 20_000;
const mostManifestBytes = 64 * 1024;

export interface ContentUpdater {
  /** Why the last look at the origin brought nothing; null when it went well. */
  readonly fault: FaultName | null;
  /** One look at the origin: fetch, verify, keep. What is new waits until `activateIfIdle`. */
  check(): Promise<void>;
  /** Puts what waits in force, unless a citizen is there. */
  activateIfIdle(): Promise<void>;
}

/** Fetches signed generations from static files. Whatever goes wrong, the terminal goes on with what it has. */
export function createContentUpdater(options: {
  origin: string;
  trustedKeys: KeyObject[];
  store: ContentStore;
  isIdle: () => boolean;
  onActivated: () => void;
  log: Log;
}): ContentUpdater {
  const { origin, store, log } = options;
  let etag: string | null = null;
  let waiting: KeptGeneration | null = null;
  let lastFault: FaultName | null = null;

  async function fetchNewer(): Promise<void> {
    const response = await get('manifest.json', etag === null ? {} : { 'if-none-match': etag });
    if (response.status === 304) return;
    const manifest = parseManifest(await bytesOf(response, mostManifestBytes));
    if (!isSignedBy(manifest, options.trustedKeys)) throw new Refusal('content-untrusted', 'no trusted signature');
    const { version, bundle } = manifest.signed;
    if (waiting !== null && !store.has(waiting.digest)) waiting = null;
    const newest = waiting ?? store.current;
    if (newest !== null && version < newest.version)
      throw new Refusal('content-untrusted', `version ${version} is older than ${newest.version}`);
    if (newest?.version !== version || newest.digest !== bundle.sha256) {
      const bytes = await bytesOf(await get(bundle.path, {}), bundle.bytes);
      verifyBundle(bytes, bundle);
      await store.add(bundle.sha256, bytes);
      waiting = { version, digest: bundle.sha256 };
      log.info({ version, digest: bundle.sha256 }, 'content received');
    }
    etag = response.headers.get('etag');
  }

  async function get(path: string, headers: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(path, origin), {
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => {
      throw new Refusal('content-origin-unreachable', path);
    });
    if (!response.ok && response.status !== 304)
      throw new Refusal('content-origin-unreachable', `${path}: ${response.status}`);
    return response;
  }

  return {
    get fault() {
      return lastFault;
    },
    check: async () => {
      try {
        await fetchNewer();
        lastFault = null;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (lastFault !== error.fault) log.warn({ fault: error.fault, detail: error.detail }, 'no new content');
        lastFault = error.fault;
      }
    },
    activateIfIdle: async () => {
      if (waiting === null || !options.isIdle()) return;
      const generation = waiting;
      const activated = await store.activate(generation);
      if (waiting === generation) waiting = null;
      if (!activated) {
        // Its file is gone: forget that the origin was already asked, so that the next look fetches it.
        etag = null;
        return;
      }
      log.info(generation, 'content in force');
      options.onActivated();
    },
  };
}

function parseManifest(bytes: Uint8Array): Manifest {
  return parseJson(bytes, manifestSchema, 'manifest');
}

function verifyBundle(bytes: Uint8Array, expected: Manifest['signed']['bundle']): void {
  if (bytes.length !== expected.bytes || sha256Hex(bytes) !== expected.sha256)
    throw new Refusal('content-untrusted', 'the bundle is not the one that was signed');
  parseJson(bytes, generationSchema, 'bundle');
}

function parseJson<T>(bytes: Uint8Array, schema: { parse(value: unknown): T }, what: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    throw new Refusal('content-untrusted', `the ${what} does not have the expected form`);
  }
}

/** Reads at most `most` bytes: an endless answer is refused, not stored. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > most) throw new Refusal('content-untrusted', `longer than ${most} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('content-origin-unreachable', 'the transfer was cut');
  }
  return Buffer.concat(chunks);
}
