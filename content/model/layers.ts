import type { Text } from '../common/text.ts';
import type { ShownMatter } from './generation.ts';
import type { Matter } from './matter.ts';
import type { MatterOverlay, Overlay } from './overlay.ts';
import type { Place } from './place.ts';

const noWindowHere: Text = { zh: '本中心没有办这件事的窗口', en: 'This centre has no window for it' };

/** Lays overlays over matters, the outermost level first: a later one counts over an earlier one. */
export function withOverlays(matters: readonly Matter[], overlays: readonly Overlay[]): ShownMatter[] {
  return matters.map(matter =>
    overlays.reduce<ShownMatter>((shown, { matters }) => {
      const own = matters[matter.id];
      return own === undefined ? shown : withOverlay(shown, own);
    }, matter),
  );
}

/** Names the window of the place that handles each matter: the one that lists it, else the one that has its field. */
export function withCounters(matters: readonly Matter[], place: Place | undefined): Matter[] {
  const counters = place?.counters ?? [];
  if (counters.length === 0) return [...matters];
  return matters.map(matter => {
    const { window } = matter.ends;
    const counter =
      counters.find(each => each.matters.includes(matter.id)) ??
      counters.find(each => each.fields.includes(matter.field));
    // A window at another address is not one of the centre's.
    if (window === undefined || window.address !== undefined || counter === undefined) return matter;
    const { name, where } = counter;
    return { ...matter, ends: { ...matter.ends, window: { ...window, name, ...(where && { where }) } } };
  });
}

/** Marks what the place's windows do not handle, and where else they do. */
export function atPlace(matters: readonly ShownMatter[], places: readonly Place[], placeCode: string): ShownMatter[] {
  const place = places.find(({ code }) => code === placeCode);
  return matters.map(matter => {
    if (place === undefined || matter.unavailable !== undefined || handles(place, matter)) return matter;
    const elsewhere = places.filter(other => handles(other, matter)).map(({ code }) => code);
    return { ...matter, unavailable: { why: noWindowHere, elsewhere } };
  });
}

/** Whether windows of the place handle the matter; one without a window is no place's business. */
export function handles({ handles }: Place, { id, field, ends }: Matter): boolean {
  if (handles === undefined || ends.window === undefined) return true;
  return handles.fields.includes(field) || handles.matters.includes(id);
}

function withOverlay(matter: ShownMatter, overlay: MatterOverlay): ShownMatter {
  const { aliases, available, why, elsewhere, window, consult, popular } = overlay;
  return {
    ...matter,
    aliases: [...new Set([...matter.aliases, ...aliases])],
    phones: consult === undefined ? matter.phones : { ...matter.phones, consult },
    ends: window === undefined ? matter.ends : { ...matter.ends, window: { ...matter.ends.window, ...window } },
    ...(popular === undefined ? {} : { popular }),
    ...(available === false ? { unavailable: { why: why ?? noWindowHere, elsewhere } } : {}),
  };
}
