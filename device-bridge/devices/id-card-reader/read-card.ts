import type { Duplex } from 'node:stream';
import { type FaultName, Refusal } from '../../../content/common/faults.ts';
import { localDate } from '../../../content/common/local-date.ts';
import { maskAddress, maskIdNumber, maskName } from '../../../content/common/masking.ts';
import { serialPortTransport } from '../transport/serial-port.ts';
import { cardFault } from './card-validity.ts';
import { createIdCardReader } from './driver.ts';
import type { ReaderDelays } from './reader-delays.ts';
import type { IdCard, IdCardReader } from './types.ts';

export interface ReadCardRequest {
  /** Path of the serial port. */
  port: string;
  /** Shows names, numbers, birth date and address as they are. */
  reveal: boolean;
  /** How long to wait for a card, in milliseconds. */
  timeoutMs: number;
  delays?: ReaderDelays;
}

/** The card as the `read-card` command prints it: every field of its kind, photo as a length, and what is wrong with it. */
export type ReadCardAnswer = Record<string, string | number | null> & {
  kind: IdCard['kind'];
  name: string;
  idNumber: string;
  problem: FaultName | null;
};

/** Reads one card on a technician's order. Throws a Refusal: no line, a broken reader, no card, a bad card. */
export async function readCardOnce({ port, reveal, timeoutMs, delays }: ReadCardRequest): Promise<ReadCardAnswer> {
  const openPort = serialPortTransport(port);
  const stop = new AbortController();
  let refusal: Refusal | null = null;
  function refuse(reason: Refusal): void {
    refusal ??= reason;
    stop.abort();
  }
  // A technician wants to know at once what the driver in a terminal would try to mend for ever.
  async function transport(): Promise<Duplex> {
    return openPort().catch((error: unknown) => {
      refuse(new Refusal('reader-absent', error instanceof Error ? error.message : String(error)));
      throw error;
    });
  }
  const reader = createIdCardReader({ transport, ...(delays ? { delays } : {}) });
  reader.onStatus(status => {
    if (status.state === 'absent' || status.state === 'faulted') refuse(new Refusal(status.fault));
  });
  const timer = setTimeout(() => refuse(new Refusal(silentFault(reader))), timeoutMs);
  try {
    const read = await reader.readCard(stop.signal);
    if (read.outcome === 'read') return describeCard(read.card, reveal, localDate(new Date()));
    throw refusal ?? new Refusal(read.outcome === 'unreadable' ? read.fault : 'card-not-laid');
  } finally {
    clearTimeout(timer);
    await reader.close();
  }
}

/** A reader that never became ready is silent so far; one that is ready has seen no card. */
function silentFault(reader: IdCardReader): FaultName {
  return reader.status.state === 'absent' ? 'reader-silent' : 'card-not-laid';
}

/** `today` is an ISO date. */
function describeCard(card: IdCard, reveal: boolean, today: string): ReadCardAnswer {
  const { photo, ...fields } = reveal ? card : maskCard(card);
  return { ...fields, photoBytes: photo.length, problem: cardFault(card, today) };
}

function maskCard(card: IdCard): IdCard {
  const masked = {
    ...card,
    name: maskName(card.name),
    idNumber: maskIdNumber(card.idNumber),
    birthDate: `${card.birthDate.slice(0, 4)}-**-**`,
  };
  if ('address' in masked) masked.address = maskAddress(masked.address);
  if ('passNumber' in masked) masked.passNumber = maskIdNumber(masked.passNumber);
  if ('englishName' in masked) masked.englishName = maskName(masked.englishName);
  return masked;
}
