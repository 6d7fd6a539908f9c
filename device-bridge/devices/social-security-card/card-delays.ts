/** Every wait of the social-security card reader, in milliseconds, in one place. */
export interface CardDelays {
  /** Opening the service; the first time a process must start for it. */
  openMs: number;
  /** Between two looks at a reader where nothing happens, and how much longer than that a look may take. */
  watchMs: number;
  watchGraceMs: number;
  /** Powering a card up: ISO 7816-3 gives it less than two seconds. */
  connectMs: number;
  /** One command. A card that needs longer asks for time at the reader, which pcscd waits for. */
  transmitMs: number;
  disconnectMs: number;
  /** Before the first repetition after a failure. */
  retryMs: number;
  /** Between two attempts to get a lost service back, for ever. */
  probeMs: number;
  /** The same while the library is not installed: that changes by a technician's hand only. */
  libraryProbeMs: number;
}

export const cardDelays: CardDelays = {
  ...{ openMs: 5_000, watchMs: 5_000, watchGraceMs: 3_000, connectMs: 5_000, transmitMs: 5_000, disconnectMs: 3_000 },
  ...{ retryMs: 300, probeMs: 5_000, libraryProbeMs: 60_000 },
};
