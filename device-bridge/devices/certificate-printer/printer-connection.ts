import { createPublicKey, type KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { IppFailure } from './ipp-failure.ts';

const defaultPort = 631;

export interface PrinterAddress {
  host: string;
  port: number;
  /** ipps: TLS from the first byte (RFC 7472). */
  secure: boolean;
  path: string;
}

/** True for an address a printer can have: ipp://host[:port]/path or ipps://… (RFC 3510, RFC 7472). */
export function isPrinterUri(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return (protocol === 'ipp:' || protocol === 'ipps:') && hostname !== '';
}

export function printerAddress(uri: string): PrinterAddress {
  const { protocol, hostname, port, pathname, search } = new URL(uri);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPort : Number(port),
    secure: protocol === 'ipps:',
    path: pathname === '' ? '/' : `${pathname}${search}`,
  };
}

/**
 * The public key of a pinned certificate. It stands for the certificate: only its owner can shake hands with it, and it
 * stays when a printer renews the dates of its certificate. @throws Error when the text is no certificate
 */
export function pinnedKey(certificatePem: string): KeyObject {
  return createPublicKey(certificatePem);
}

export interface ConnectionAttempt {
  /** Connected and, for ipps, the right printer; nothing has been written yet. */
  onReady(socket: Socket): void;
  onFailure(failure: IppFailure): void;
}

/**
 * Opens a connection over which a document may go. With a pinned key the printer has to prove that very key, whatever
 * name and dates its certificate bears: printers make their own. Without one the usual authorities and the name decide.
 */
export function openConnection(address: PrinterAddress, pinned: KeyObject | null, attempt: ConnectionAttempt): Socket {
  const { host, port, secure } = address;
  const failed = (error: NodeJS.ErrnoException) =>
    attempt.onFailure({ kind: 'unreachable', detail: error.code ?? error.message, timedOut: false });
  if (!secure) {
    const socket = connect({ host, port });
    return socket.once('error', failed).once('connect', () => attempt.onReady(socket.off('error', failed)));
  }
  // Checked below and not by the library, which knows no pin: nothing is written before.
  const socket = connectTls({ host, port, servername: /^[\d.]+$|:/.test(host) ? '' : host, rejectUnauthorized: false });
  return socket.once('error', failed).once('secureConnect', () => {
    socket.off('error', failed);
    const shown = socket.getPeerX509Certificate()?.publicKey;
    const trusted = pinned === null ? socket.authorized : shown?.equals(pinned) === true;
    if (trusted) return attempt.onReady(socket);
    const detail = pinned === null ? String(socket.authorizationError) : 'another certificate than the pinned one';
    socket.on('error', () => {}).destroy();
    attempt.onFailure({ kind: 'untrusted', detail });
  });
}
