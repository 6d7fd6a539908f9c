import { close, constants, open, read, write } from 'node:fs';
import { Duplex } from 'node:stream';
import { isatty } from 'node:tty';

/** From one look for bytes to the next while nothing comes, and to the next try while the device takes nothing. */
const lookMs = 20;
const readBytes = 4096;

/**
 * Opens a character device that is simply written and read, like the kernel's USB printer /dev/usb/lp0. Rejects when it
 * is missing, busy or not permitted. It is never waited for inside the kernel, where a printer without paper would hold a
 * thread of this process for ever: bytes are looked for every 20 ms instead. The stream ends with 'close' when the device
 * goes away; destroying it closes the descriptor, and 'close' follows when it is free.
 */
export function deviceFileTransport(path: string): () => Promise<Duplex> {
  return () =>
    new Promise((resolve, reject) => {
      open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY, (error, fd) => {
        if (error) reject(error);
        else resolve(new DeviceFile(fd));
      });
    });
}

class DeviceFile extends Duplex {
  readonly #fd: number;
  /** Asked when it is opened: one that was hung up does not say any more that it is a terminal line. */
  readonly #isTerminalLine: boolean;
  /** Calls of the system that have not come back: the descriptor is closed after the last one. */
  #busy = 0;
  #idle: () => void = () => {};
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(fd: number) {
    super({ autoDestroy: true });
    this.#fd = fd;
    this.#isTerminalLine = isatty(fd);
    this.#look(Buffer.alloc(readBytes));
  }

  /** Bytes are taken whether or not anybody reads the stream: a device that is gone must be noticed. */
  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#put(chunk, done);
  }

  #put(bytes: Buffer, done: (error?: Error | null) => void): void {
    this.#busy += 1;
    write(this.#fd, bytes, 0, bytes.length, null, (error, written) => {
      this.#back();
      if (this.destroyed) done(new Error('the device is closed'));
      else if (error?.code === 'EAGAIN') this.#later(() => this.#put(bytes, done));
      else if (error) done(error);
      else if (written < bytes.length) this.#put(bytes.subarray(written), done);
      else done();
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#idle = () => close(this.#fd, () => done(error));
    if (this.#busy === 0) this.#idle();
  }

  #look(buffer: Buffer): void {
    if (this.destroyed) return;
    this.#busy += 1;
    read(this.#fd, buffer, 0, buffer.length, null, (error, count) => {
      this.#back();
      if (this.destroyed) return;
      // EINVAL: a printer that can only be written.
      if (error?.code === 'EINVAL') return;
      if (error && error.code !== 'EAGAIN') return void this.destroy(error);
      if (!error && count > 0) {
        this.push(Buffer.from(buffer.subarray(0, count)));
        return this.#look(buffer);
      }
      // USB printers answer with nothing when they have nothing to say; a terminal line does so when it has been hung up.
      if (!error && this.#isTerminalLine) return void this.destroy();
      this.#later(() => this.#look(buffer));
    });
  }

  #later(go: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      go();
    }, lookMs);
    this.#timers.add(timer);
  }

  #back(): void {
    this.#busy -= 1;
    if (this.#busy === 0 && this.destroyed) this.#idle();
  }
}
