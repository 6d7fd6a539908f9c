import { httpTransport } from '../../device-bridge/content/tuf/http-transport.ts';
import type { Transport } from '../../device-bridge/content/tuf/transport.ts';
import { openHouse } from '../support/house.ts';
import { serveByNginx } from '../support/nginx.ts';
import { quantile, rounded } from './figures.ts';

const terminals = 2_000;
const limitBytes = 64 * 1024;

/**
 * 2,000 terminals that ask one origin whether there is anything new, all in the same moment, which a fleet with jitter
 * never does: the platform's own origin, and nginx over the same folder beside it.
 */
export async function benchFleet(): Promise<Record<string, unknown>> {
  const house = await openHouse();
  const nginx = await serveByNginx(house.contentOriginDir);
  try {
    await house.until('content', state => state.content.digest !== null);
    return {
      terminals,
      ...named('platform', await pollAll(`${house.platformUrl}/content/metadata/timestamp.json`)),
      ...named('nginx', await pollAll(`${nginx.url}metadata/timestamp.json`)),
    };
  } finally {
    await nginx.close();
    await house.close();
  }
}

interface Polls {
  allMs: number;
  p50Ms: number;
  p98Ms: number;
  bytesEach: number;
}

/** The second round is measured: connections stand, and each terminal knows the timestamp by its ETag. */
async function pollAll(address: string): Promise<Polls> {
  const fleet = Array.from({ length: terminals }, () => httpTransport());
  try {
    const first = await Promise.all(fleet.map(transport => transport.get(address, { limitBytes })));
    const etags = first.map(answer => (answer.status === 'found' ? answer.etag : null));
    const before = traffic(fleet);
    const began = performance.now();
    const waits = await Promise.all(fleet.map((transport, at) => pollMs(transport, address, etags[at] ?? null)));
    const allMs = performance.now() - began;
    return {
      allMs: rounded(allMs),
      p50Ms: rounded(quantile(waits, 0.5)),
      p98Ms: rounded(quantile(waits, 0.98)),
      bytesEach: rounded((traffic(fleet) - before) / terminals),
    };
  } finally {
    for (const transport of fleet) transport.close();
  }
}

async function pollMs(transport: Transport, address: string, etag: string | null): Promise<number> {
  const began = performance.now();
  const { status } = await transport.get(address, { limitBytes, etag });
  if (status !== 'unchanged') throw new Error(`${address}: ${status}`);
  return performance.now() - began;
}

function traffic(fleet: ReturnType<typeof httpTransport>[]): number {
  return fleet.reduce((sum, transport) => sum + transport.traffic().received + transport.traffic().sent, 0);
}

function named(host: string, polls: Polls): Record<string, number> {
  const { allMs, p50Ms, p98Ms, bytesEach } = polls;
  return {
    [`${host}AllMs`]: allMs,
    [`${host}P50Ms`]: p50Ms,
    [`${host}P98Ms`]: p98Ms,
    [`${host}BytesEach`]: bytesEach,
  };
}
