import type { Text } from '../text.ts';

/** One expected failure: what the citizen reads, what to do now, and what a technician needs to know. */
export interface FaultEntry {
  code: `E${number}`;
  citizen: Text;
  remedy: Text;
  staff: string;
}
