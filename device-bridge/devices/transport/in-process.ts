import { Duplex } from 'node:stream';

/** A line between a driver and a simulator in one process. It starts plugged in. */
export interface InProcessLine {
  /** The driver's side: opens the line, rejects while it is unplugged. */
  transport: () => Promise<Duplex>;
  readonly plugged: boolean;
  plug(): void;
  /** Both ends close. Quietly: as a line that dies without an event, bytes then go nowhere. */
  unplug(how?: { quietly: boolean }): void;
}

/** `attachPeer` gets the far end of each line that is opened. */
export function createInProcessLine(attachPeer: (end: Duplex) => void): InProcessLine {
  let plugged = true;
  let ends: { near: Duplex; far: Duplex; cut: boolean } | null = null;

  return {
    async transport() {
      if (!plugged) throw new Error('the line is unplugged');
      const opened = createPair();
      ends = opened;
      attachPeer(opened.far);
      return opened.near;
    },
    get plugged() {
      return plugged;
    },
    plug() {
      plugged = true;
    },
    unplug({ quietly } = { quietly: false }) {
      plugged = false;
      if (ends === null) return;
      ends.cut = true;
      ends.far.destroy();
      if (!quietly) ends.near.destroy();
      ends = null;
    },
  };
}

function createPair() {
  const pair = {
    cut: false,
    near: createEnd(bytes => deliver(pair.far, bytes)),
    far: createEnd(bytes => deliver(pair.near, bytes)),
  };
  function deliver(end: Duplex, bytes: Uint8Array): void {
    // As on a wire, bytes arrive after the write has returned.
    setImmediate(() => {
      if (!pair.cut && !end.destroyed) end.push(bytes);
    });
  }
  pair.near.on('close', () => pair.far.destroy());
  return pair;
}

function createEnd(send: (bytes: Uint8Array) => void): Duplex {
  return new Duplex({
    read() {},
    write(chunk: Uint8Array, _encoding, done) {
      send(Uint8Array.from(chunk));
      done();
    },
  });
}
