import type { Duplex } from 'node:stream';
import { SerialPort } from 'serialport';

/**
 * Opens a serial port at 115200 8N1 without flow control, as ID-card readers want it, for this process alone. Rejects
 * when the port is missing, busy or not permitted. Destroying the stream closes the port; 'close' follows when it is free.
 */
export function serialPortTransport(path: string): () => Promise<Duplex> {
  return () =>
    new Promise((resolve, reject) => {
      const port = new ReleasingSerialPort({
        path,
        baudRate: 115200,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
        autoOpen: false,
      });
      port.open(error => {
        if (error) reject(error);
        else resolve(port);
      });
    });
}

/** serialport closes the port only by its own close(); a destroyed stream would keep the descriptor and the lock. */
class ReleasingSerialPort extends SerialPort {
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (this.isOpen) this.close(() => done(error));
    else done(error);
  }
}
