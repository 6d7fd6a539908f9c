import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CardConnection, CardSession, CardTerminal } from './card-terminal.ts';
import type { PcscAnswer, PcscCall, PcscMessage, PcscReply } from './pcsc-messages.ts';
import { withinTime } from './within-time.ts';

/** How long a process that is killed may take to be gone. */
const endMs = 2_000;
const program = fileURLToPath(new URL('./pcsc-process.ts', import.meta.url));

/** The process that holds PC/SC, as the terminal sees it. One call at a time. */
interface PcscProcess {
  readonly busy: boolean;
  ask(call: PcscCall): Promise<PcscAnswer>;
  cancel(): void;
  end(): Promise<void>;
}

/**
 * A reader behind PC/SC (pcscd). `reader`: a part of its name, absent: the first one. The library is loaded in a process of
 * its own when the terminal is opened: a machine without it runs, and a reader's driver that hangs can be ended.
 */
export function pcscTerminal({ reader }: { reader?: string } = {}): CardTerminal {
  let running: PcscProcess | null = null;

  return {
    async open() {
      running ??= startProcess(() => {
        running = null;
      });
      const started = running;
      const answer = await started.ask({ call: 'open' });
      if (answer === 'done') return createSession(started, reader ?? null);
      return answer === 'library-missing' || answer === 'no-service' ? answer : 'failed';
    },
    async close() {
      await running?.end();
    },
  };
}

function createSession(pcsc: PcscProcess, reader: string | null): CardSession {
  return {
    async waitForChange(since, timeoutMs, signal) {
      const cancel = () => pcsc.cancel();
      signal.addEventListener('abort', cancel);
      const answer = await pcsc.ask({ call: 'wait', reader, since, timeoutMs });
      signal.removeEventListener('abort', cancel);
      return typeof answer === 'object' && 'sight' in answer ? answer.sight : 'lost';
    },
    async connect() {
      const answer = await pcsc.ask({ call: 'connect' });
      if (typeof answer === 'object' && 'atr' in answer) return createConnection(pcsc, answer.atr);
      return answer === 'card-gone' || answer === 'mute' ? answer : 'lost';
    },
    async close() {
      // Whatever is still under way may hang for ever.
      if (pcsc.busy) await pcsc.end();
      else await pcsc.ask({ call: 'release' });
    },
  };
}

function createConnection(pcsc: PcscProcess, atr: string): CardConnection {
  return {
    atr,
    async transmit(command) {
      const answer = await pcsc.ask({ call: 'transmit', command });
      if (typeof answer === 'object' && 'response' in answer) return answer.response;
      return answer === 'card-gone' || answer === 'mute' ? answer : 'lost';
    },
    async disconnect(leave) {
      await pcsc.ask({ call: 'disconnect', leave });
    },
  };
}

function startProcess(onEnd: () => void): PcscProcess {
  const child: ChildProcess = fork(program, [], { serialization: 'advanced', execArgv: [] });
  const asked = new Map<number, (answer: PcscAnswer) => void>();
  const over = Promise.withResolvers<void>();
  let lastId = 0;
  let ended = false;
  let turn: Promise<unknown> = Promise.resolve();

  function finish(): void {
    if (ended) return;
    ended = true;
    onEnd();
    for (const answer of asked.values()) answer('lost');
    asked.clear();
    over.resolve();
  }
  function send(message: PcscMessage): void {
    child.send(message, error => {
      if (error) finish();
    });
  }
  child.on('message', ({ id, answer }: PcscReply) => {
    asked.get(id)?.(answer);
    asked.delete(id);
  });
  child.on('exit', finish);
  child.on('error', finish);

  return {
    get busy() {
      return asked.size > 0;
    },
    ask(call) {
      const mine = turn.then(
        () =>
          new Promise<PcscAnswer>(resolve => {
            if (ended) return resolve('lost');
            lastId += 1;
            asked.set(lastId, resolve);
            send({ id: lastId, ...call });
          }),
      );
      turn = mine;
      return mine;
    },
    cancel() {
      if (!ended) send({ call: 'cancel' });
    },
    async end() {
      child.kill('SIGKILL');
      await withinTime(over.promise, endMs, new AbortController().signal);
      // One that is stuck in the kernel, in a driver's call, outlives even that: it is left behind.
      finish();
      child.unref();
      if (child.connected) child.disconnect();
    },
  };
}
