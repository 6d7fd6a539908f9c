import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Chip, createChip } from '../../device-bridge/devices/social-security-card/simulator/chip.ts';
import type { ChipCard } from '../../device-bridge/devices/social-security-card/simulator/sample-social-security-cards.ts';

const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const patience = { timeout: 15_000, interval: 10 };

/** Debian's pcscd with the virtual reader of vsmartcard-vpcd, apart from any that this machine runs for itself. */
export interface PcscDaemon {
  /** For PCSCLITE_CSOCK_NAME. */
  readonly socketFile: string;
  /** Nothing when it runs. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Stops it where it stands, or lets it go on. */
  freeze(frozen: boolean): void;
  /** Puts a card into the reader, by vpcd's network protocol. */
  insert(card: ChipCard): Promise<VirtualCard>;
  remove(): Promise<void>;
}

export interface VirtualCard {
  chip: Chip;
  /** Before each answer; 'never' for a card that does not answer. */
  answerAfterMs: number | 'never';
  /** Called before each command that is no question for the ATR. */
  beforeCommand: (command: Uint8Array) => void;
  pull(): void;
  /** The reader has seen it and given it power. */
  readonly powered: boolean;
}

export async function createPcscDaemon(): Promise<PcscDaemon> {
  const folder = await mkdtemp(join(tmpdir(), 'pcscd-'));
  const [run, config] = [join(folder, 'run'), join(folder, 'config')];
  await Promise.all([mkdir(run), mkdir(config)]);
  const port = await twoFreePorts();
  const address = `0x${port.toString(16)}`;
  await writeFile(
    join(config, 'vpcd'),
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:${address}\nLIBPATH ${driver}\nCHANNELID ${address}\n`,
  );
  const socketFile = join(run, 'pcscd.comm');
  // pcscd has its socket at one path only: in a mount namespace of its own that path is our folder.
  const script =
    'mount -t tmpfs none /run && mkdir /run/pcscd && mount --bind "$1" /run/pcscd && exec pcscd -f -c "$2"';
  let daemon: ChildProcess | null = null;

  async function kill(): Promise<void> {
    if (daemon === null) return;
    const ending = daemon;
    daemon = null;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  }

  return {
    socketFile,
    async start() {
      if (daemon !== null) return;
      await Promise.all(['pcscd.comm', 'pcscd.pid'].map(name => rm(join(run, name), { force: true })));
      daemon = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, 'sh', run, config], {
        stdio: 'ignore',
      });
      await vi.waitUntil(() => existsSync(socketFile), patience);
    },
    kill,
    freeze(frozen) {
      daemon?.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
    },
    insert: card => insertCard(port, card),
    async remove() {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** vpcd takes the port and the one above it, for its second slot. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const address = first.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const second = createServer().listen(port + 1, '127.0.0.1');
    const free = await Promise.race([
      once(second, 'listening').then(() => true),
      once(second, 'error').then(() => false),
    ]);
    await Promise.all([first, second].map(server => new Promise(closed => server.close(closed))));
    if (free) return port;
  }
}

const giveAtr = 4;
const powerOn = 1;
const reset = 2;

/** vpcd's protocol: a length in two bytes, then a command APDU or one byte of control: 0 off, 1 on, 2 reset, 4 give the ATR. */
async function insertCard(port: number, card: ChipCard): Promise<VirtualCard> {
  const chip = createChip(card);
  const socket: Socket = await connected(port);
  let rest = Buffer.alloc(0);
  let powered = false;
  const virtual: VirtualCard = {
    chip,
    answerAfterMs: 0,
    beforeCommand: () => {},
    pull: () => void socket.destroy(),
    get powered() {
      return powered;
    },
  };
  function send(payload: Uint8Array): void {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(payload.length);
    if (socket.writable) socket.write(Buffer.concat([length, payload]));
  }
  function take(payload: Uint8Array): void {
    if (payload.length === 1) {
      if (payload[0] === giveAtr) send(card.atr);
      if (payload[0] !== powerOn && payload[0] !== reset) return;
      powered = true;
      chip.reset();
      return;
    }
    virtual.beforeCommand(payload);
    if (virtual.answerAfterMs === 'never') return;
    setTimeout(() => send(chip.answer(payload)), virtual.answerAfterMs);
  }
  socket.on('error', () => {});
  socket.on('data', bytes => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const end = 2 + rest.readUInt16BE(0);
      take(Uint8Array.from(rest.subarray(2, end)));
      rest = Buffer.from(rest.subarray(end));
    }
  });
  return virtual;
}

/** A reader takes the next card when it has let go of the one before. */
async function connected(port: number): Promise<Socket> {
  const until = performance.now() + patience.timeout;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]);
    if (open) return socket;
    if (performance.now() > until) throw new Error('vpcd does not listen');
    await new Promise(resolve => setTimeout(resolve, patience.interval));
  }
}
