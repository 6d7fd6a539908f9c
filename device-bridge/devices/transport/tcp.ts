import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface TcpAddress {
  host: string;
  port: number;
  /** How long the other end may take to answer. */
  connectMs?: number;
}

/** Silence after which the kernel asks whether the other end still lives; it asks ten times, a second apart. */
const keepAliveMs = 10_000;

/**
 * Opens a raw TCP line, to a serial server or a printer's port 9100. Rejects when nobody answers in time. The stream ends
 * with 'close' when the other end closes, resets, or is dead for some 20 seconds; destroying it closes the connection.
 */
export function tcpTransport({ host, port, connectMs = 3000 }: TcpAddress): () => Promise<Duplex> {
  return () =>
    new Promise((resolve, reject) => {
      // Requests are a few bytes: they must not wait for more to come.
      const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
      const timer = setTimeout(() => socket.destroy(new Error(`${host}:${port} did not answer`)), connectMs);
      socket.once('error', reject);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('error', reject);
        resolve(socket);
      });
      socket.once('close', () => clearTimeout(timer));
    });
}
