import { close, constants, open, read, write } from 'node:fs';
import { Duplex } from 'node:stream';
import { isatty } from 'node:tty';

/** To the first look for an answer after something was written, and to the next try while the device takes nothing. */
const lookMs = 20;
/** Each look that finds nothing doubles the wait for the next, up to this: looking costs processor time. */
const longestLookMs = 200;
const readBytes = 4096;

/**
 * Opens a character device that is simply written and read, like the kernel's USB printer /dev/usb/lp0. Rejects when it
 * is missing, busy or not permitted. It is never waited for inside the kernel, where a printer without paper would hold a
 * thread of this process for ever: bytes are looked for every 20 to 200 ms instead. The stream ends with 'close' when the device
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
  #writeTimer: NodeJS.Timeout | undefined;
  #lookTimer: NodeJS.Timeout | undefined;
  #nextLookMs = lookMs;
  readonly #buffer = Buffer.alloc(readBytes);
  #looking = false;

  constructor(fd: number) {
    super({ autoDestroy: true });
    this.#fd = fd;
    this.#isTerminalLine = isatty(fd);
    this.#look();
  }

  /** Bytes are taken whether or not anybody reads the stream: a device that is gone must be noticed. */
  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#put(chunk, done);
    // Whatever is asked now is answered soon.
    this.#nextLookMs = lookMs;
    if (!this.#looking) this.#lookLater();
  }

  #put(bytes: Buffer, done: (error?: Error | null) => void): void {
    this.#busy += 1;
    write(this.#fd, bytes, 0, bytes.length, null, (error, written) => {
      this.#back();
      if (this.destroyed) done(new Error('the device is closed'));
      else if (error?.code === 'EAGAIN') this.#writeTimer = setTimeout(() => this.#put(bytes, done), lookMs);
      else if (error) done(error);
      else if (written < bytes.length) this.#put(bytes.subarray(written), done);
      else done();
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#writeTimer);
    clearTimeout(this.#lookTimer);
    this.#idle = () => close(this.#fd, () => done(error));
    if (this.#busy === 0) this.#idle();
  }

  #look(): void {
    if (this.destroyed) return;
    this.#looking = true;
    this.#busy += 1;
    read(this.#fd, this.#buffer, 0, this.#buffer.length, null, (error, count) => {
      this.#back();
      if (this.destroyed) return;
      // EINVAL: a printer that can only be written. It counts as being looked at for ever.
      if (error?.code === 'EINVAL') return;
      this.#looking = false;
      if (error && error.code !== 'EAGAIN') return void this.destroy(error);
      if (!error && count > 0) {
        this.push(Buffer.from(this.#buffer.subarray(0, count)));
        this.#nextLookMs = lookMs;
        return this.#look();
      }
      // USB printers answer with nothing when they have nothing to say; a terminal line does so when it has been hung up.
      if (!error && this.#isTerminalLine) return void this.destroy();
      this.#lookLater();
    });
  }

  #lookLater(): void {
    clearTimeout(this.#lookTimer);
    this.#lookTimer = setTimeout(() => this.#look(), this.#nextLookMs);
    this.#nextLookMs = Math.min(this.#nextLookMs * 2, longestLookMs);
  }

  #back(): void {
    this.#busy -= 1;
    if (this.#busy === 0 && this.destroyed) this.#idle();
  }
}
