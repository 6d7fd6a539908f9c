import { z } from 'zod';
import { idSchema } from '../../content/model/condition.ts';
import { knobChanges } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { Command, DockCommand } from './types.ts';

const visitId = z.string().min(1).max(64);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.string().min(1).max(64);
const matterId = idSchema.max(80);
const answers = z.record(idSchema.max(80), idSchema.max(80)).refine(given => Object.keys(given).length <= 16);
const helpArea = z.enum(['home', 'find', 'guide', 'certificates', 'scan', 'other']);

/** The one list of everything the kiosk can ask for. What is not here is refused by construction. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('visit/start') }),
  z.strictObject({ type: z.literal('visit/resume'), visitId }),
  z.strictObject({ type: z.literal('visit/touch'), visitId }),
  z.strictObject({ type: z.literal('visit/end'), visitId }),
  z.strictObject({ type: z.literal('certificates/start'), visitId, wanted: kind.nullable() }),
  z.strictObject({ type: z.literal('certificates/choose'), visitId, kind }),
  z.strictObject({ type: z.literal('certificates/back'), visitId }),
  z.strictObject({ type: z.literal('certificates/print'), visitId }),
  z.strictObject({ type: z.literal('certificates/stop'), visitId }),
  z.strictObject({ type: z.literal('code/typed'), text: z.string().min(1).max(4096) }),
  z.strictObject({ type: z.literal('code/seen'), visitId, serial: z.int().min(1) }),
  z.strictObject({
    type: z.literal('guide/print'),
    visitId,
    matterId,
    answers,
    paper: z.enum(['a4', 'receipt']),
    language: z.exactOptional(z.enum(['zh', 'en'])),
  }),
  z.strictObject({
    type: z.literal('guide/feedback'),
    visitId,
    matterId,
    verdict: z.enum(['right', 'wrong', 'unclear']),
    about: z.enum(['materials', 'steps', 'place', 'fee', 'other']).nullable(),
  }),
  z.strictObject({ type: z.literal('help/call'), visitId, area: z.exactOptional(helpArea) }),
  z.strictObject({ type: z.literal('help/cancel'), visitId }),
  z.strictObject({ type: z.literal('readiness/print') }),
  z.strictObject({ type: z.literal('content/shown'), digest }),
  z.strictObject({ type: z.literal('content/failed'), digest, why: z.string().max(500) }),
]) satisfies z.ZodType<Command>;

const cardId = z.string().min(1).max(64);
const plugged = z.boolean();
const cover = z.exactOptional(z.enum(['closed', 'open']));

/** What the dock can do to the simulated hardware. Served in demo mode only. */
export const dockCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('card/insert'), cardId }),
  z.strictObject({ type: z.literal('card/remove') }),
  z.strictObject({ type: z.literal('reader/plug'), plugged }),
  z.strictObject({ type: z.literal('printer/set'), ...knobChanges }),
  z.strictObject({ type: z.literal('social-security-card/insert'), cardId }),
  z.strictObject({ type: z.literal('social-security-card/remove') }),
  z.strictObject({ type: z.literal('social-security-card/plug'), plugged }),
  z.strictObject({ type: z.literal('code/show'), text: z.string().min(1).max(4096) }),
  z.strictObject({ type: z.literal('code-reader/plug'), plugged }),
  z.strictObject({
    type: z.literal('receipt-printer/set'),
    plugged: z.exactOptional(plugged),
    paper: z.exactOptional(z.enum(['full', 'low', 'out'])),
    cover,
    cutterStuck: z.exactOptional(z.boolean()),
  }),
  z.strictObject({
    type: z.literal('scanner/set'),
    plugged: z.exactOptional(plugged),
    feederSheets: z.exactOptional(z.int().min(0).max(100)),
    cover,
    jam: z.exactOptional(z.boolean()),
    pageId: z.exactOptional(z.string().min(1).max(64)),
  }),
]) satisfies z.ZodType<DockCommand>;
