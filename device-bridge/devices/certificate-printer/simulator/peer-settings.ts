import { z } from 'zod';

/** What the dock can set at the printer peer; PrinterPeerState without what the peer itself decides. */
export const peerSettingsSchema = z.strictObject({
  power: z.enum(['on', 'off', 'hung']),
  tray: z.enum(['full', 'empty']),
  cover: z.enum(['closed', 'open']),
  jam: z.boolean(),
  sheetMs: z.number().int().min(0).max(600_000),
});
export const peerPatchSchema = peerSettingsSchema.partial();

export type PeerSettings = z.output<typeof peerSettingsSchema>;
export type PeerPatch = z.output<typeof peerPatchSchema>;

/** About the speed of a desktop laser printer. */
export const initialSettings: PeerSettings = { power: 'on', tray: 'full', cover: 'closed', jam: false, sheetMs: 3_000 };

/** Sheets in a full tray. */
export const trayCapacity = 250;

/** The printer-state-reasons that the dock can make and mend; the tray's come from the printer itself. */
export const settableReasons = ['cover-open', 'media-jam'];

/** The printer-state-reasons that stand for the settings. */
export function wantedReasons(settings: PeerSettings): string[] {
  return [...(settings.cover === 'open' ? ['cover-open'] : []), ...(settings.jam ? ['media-jam'] : [])];
}

/** True while no sheet can come out. */
export function isHeld(settings: PeerSettings): boolean {
  return settings.tray === 'empty' || settings.cover === 'open' || settings.jam;
}
