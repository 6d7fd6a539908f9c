import pino, { type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. Personal values print as a mask by themselves; see visit/personal.ts. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
