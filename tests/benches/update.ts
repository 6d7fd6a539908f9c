import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { trustedRootFile } from '../../content/delivery/repository-layout.ts';
import type { Role } from '../../content/delivery/roles.ts';
import { initKeys } from '../../content/publisher/keys/ceremony.ts';
import { publishRecords } from '../../content/publisher/publish-records.ts';
import { serveByNginx } from '../support/nginx.ts';
import { rounded } from './figures.ts';
import { changed, generatedContent } from './generated-content.ts';
import type { Round } from './updating-terminal.ts';

const matters = 10_000;
const changes = [1, 100, 1_000];

/**
 * What an update costs a terminal, in a process of its own, from nginx as the static host: bytes received with every
 * head line, time by step, memory. Beside it what one compressed patch between the two whole states would be (zstd
 * with the old state as dictionary and long distance matching, which is what `zstd --patch-from` does).
 */
export async function benchUpdate(): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-update-'));
  const [origin, keys] = [join(folder, 'origin'), join(folder, 'keys')];
  let content = await generatedContent(matters);
  const towns = [...content.keys()].filter(role => role.startsWith('town-'));
  await initKeys({ folder: keys, towns, now: new Date() });
  const publish = (records: Map<Role, Map<string, string>>) =>
    publishRecords({ origin, keys, now: new Date(), records });
  await publish(content);
  const host = await serveByNginx(origin);
  const terminal = await startTerminal(join(folder, 'terminal'), join(keys, trustedRootFile), host.url);
  try {
    const result: Record<string, unknown> = { matters, roles: content.size };
    const first = await look(terminal);
    put(result, 'first', first);
    put(result, 'idle', await look(terminal));
    for (const [round, count] of changes.entries()) {
      const next = changed(content, count, round + 1);
      await publish(next);
      put(result, `changed${count}`, await look(terminal));
      result[`changed${count}WholePatchBytes`] = wholePatch(content, next).length;
      content = next;
    }
    result.peakMb = rounded((await look(terminal)).peakMb);
    return result;
  } finally {
    terminal.disconnect();
    await once(terminal, 'exit');
    await host.close();
    await rm(folder, { recursive: true });
  }
}

async function startTerminal(folder: string, root: string, origin: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'updating-terminal.ts');
  const terminal = fork(program, [folder, root, origin], { stdio: 'inherit' });
  await once(terminal, 'message');
  return terminal;
}

async function look(terminal: ChildProcess): Promise<Round> {
  terminal.send('look');
  const [round] = (await once(terminal, 'message')) as [Round];
  if (round.fault !== null) throw new Error(`the terminal has ${round.fault}`);
  return round;
}

function put(result: Record<string, unknown>, name: string, { receivedBytes, sentBytes, steps }: Round): void {
  result[`${name}ReceivedBytes`] = receivedBytes;
  result[`${name}SentBytes`] = sentBytes;
  for (const [step, ms] of Object.entries(steps))
    result[`${name}${step[0]?.toUpperCase()}${step.slice(1)}Ms`] = rounded(ms);
}

/** One patch of the whole district's state, as if nothing were known of records. */
function wholePatch(from: Map<Role, Map<string, string>>, to: Map<Role, Map<string, string>>): Buffer {
  const [old, now] = [from, to].map(state => Buffer.from([...(state.get('district') ?? [])].flat().join('\n')));
  return zstdCompressSync(now ?? '', {
    dictionary: old ?? Buffer.alloc(0),
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: 27,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
}
