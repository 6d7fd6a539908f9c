import { readlink } from 'node:fs';
import type { Duplex } from 'node:stream';
import { SerialPort } from 'serialport';

export interface SerialPortOptions {
  /** Bits a second. ID-card readers: 115200. */
  baudRate?: number;
}

/** From one look whether the port is still there to the next. */
const lookMs = 1000;

/**
 * Opens a serial port, 8N1 without flow control, for this process alone. Rejects when the port is missing, busy or not
 * permitted. The stream ends with 'close' when the port goes away; destroying it closes the port, and 'close' follows
 * when it is free.
 */
export function serialPortTransport(
  path: string,
  { baudRate = 115200 }: SerialPortOptions = {},
): () => Promise<Duplex> {
  return () =>
    new Promise((resolve, reject) => {
      const port = new ReleasingSerialPort({
        path,
        baudRate,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
        autoOpen: false,
      });
      port.open(error => {
        if (error) return reject(error);
        port.watch();
        resolve(port);
      });
    });
}

/** serialport closes the port only by its own close(); a destroyed stream would keep the descriptor and the lock. */
class ReleasingSerialPort extends SerialPort {
  #watch: NodeJS.Timeout | undefined;

  /**
   * A port that dies in the moment it opens gives no event: serialport reads its end of file again and again, on a whole
   * core, for ever. The kernel says it in the descriptor's name. Elsewhere than on Linux there is no such name to read.
   */
  watch(): void {
    this.#watch = setInterval(() => {
      const fd = descriptorOf(this);
      if (fd === null) return;
      readlink(`/proc/self/fd/${fd}`, (error, name) => {
        if (!error && name.endsWith(' (deleted)') && fd === descriptorOf(this)) this.destroy();
      });
    }, lookMs);
    this.#watch.unref();
    this.once('close', () => clearInterval(this.#watch));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.#watch);
    if (this.isOpen) this.close(() => done(error));
    else done(error);
  }
}

function descriptorOf({ port }: SerialPort): number | null {
  return port !== undefined && 'fd' in port && typeof port.fd === 'number' ? port.fd : null;
}
