import { z } from 'zod';
import { knobChanges } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { Command, DockCommand } from './types.ts';

const visitId = z.string().min(1).max(64);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.string().min(1).max(64);

/** The one list of everything the kiosk can ask for. What is not here is refused by construction. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('visit/start') }),
  z.strictObject({ type: z.literal('visit/touch'), visitId }),
  z.strictObject({ type: z.literal('visit/end'), visitId }),
  z.strictObject({ type: z.literal('certificates/start'), visitId, wanted: kind.nullable() }),
  z.strictObject({ type: z.literal('certificates/choose'), visitId, kind }),
  z.strictObject({ type: z.literal('certificates/back'), visitId }),
  z.strictObject({ type: z.literal('certificates/print'), visitId }),
  z.strictObject({ type: z.literal('certificates/stop'), visitId }),
  z.strictObject({ type: z.literal('content/shown'), digest }),
  z.strictObject({ type: z.literal('content/failed'), digest, why: z.string().max(500) }),
]) satisfies z.ZodType<Command>;

/** What the dock can do to the simulated hardware. Served in demo mode only. */
export const dockCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('card/insert'), cardId: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('card/remove') }),
  z.strictObject({ type: z.literal('reader/plug'), plugged: z.boolean() }),
  z.strictObject({ type: z.literal('printer/set'), ...knobChanges }),
]) satisfies z.ZodType<DockCommand>;
