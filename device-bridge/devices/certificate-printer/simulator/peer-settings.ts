import { z } from 'zod';

const power = z.enum(['on', 'off', 'hung']);
const tray = z.enum(['full', 'empty']);
const cover = z.enum(['closed', 'open']);
const jam = z.boolean();

/** What can be set at the printer peer, as the dock's hand would: by PATCH on its control port. */
export const peerSettingsSchema = z.strictObject({
  power,
  tray,
  cover,
  jam,
  /** What is left of the toner, and how full the waste box is. */
  tonerPercent: z.number().int().min(0).max(100),
  wastePercent: z.number().int().min(0).max(100),
  /** Milliseconds the peer takes for one sheet. */
  sheetMs: z.number().int().min(0).max(600_000),
});
/** The part a hand can do; what is left out stays as it is. */
export const knobChanges = {
  power: power.exactOptional(),
  tray: tray.exactOptional(),
  cover: cover.exactOptional(),
  jam: jam.exactOptional(),
};
export const peerPatchSchema = peerSettingsSchema.partial();

export type PeerSettings = z.output<typeof peerSettingsSchema>;
/** What the control port answers to GET and PATCH. */
export const peerStateSchema = peerSettingsSchema.extend({
  program: z.enum(['ippeveprinter', 'embedded']),
  /** ipp://… of the printer the peer plays. */
  uri: z.string(),
});

export type PrinterPeerState = z.output<typeof peerStateSchema>;
export type PeerPatch = z.output<typeof peerPatchSchema>;

/** About the speed of a desktop laser printer. */
export const initialSettings: PeerSettings = {
  power: 'on',
  tray: 'full',
  cover: 'closed',
  jam: false,
  tonerPercent: 80,
  wastePercent: 25,
  sheetMs: 3_000,
};

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
  const suppliesEnded = settings.tonerPercent === 0 || settings.wastePercent === 100;
  return settings.tray === 'empty' || settings.cover === 'open' || settings.jam || suppliesEnded;
}
