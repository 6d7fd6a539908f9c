import { send } from '../bridge/send.ts';
import { type AccessSettings, createSession, defaultSettings, type Session } from './session.ts';

/** What the citizen touched on the attract screen: the visit it starts begins with that. */
export interface OpeningWish {
  settings?: Partial<AccessSettings>;
  help?: boolean;
}

let wish: OpeningWish = {};
/** From the touch until the visit is drawn, or until the bridge has said no. */
let starting = false;
/** The state that draws the visit comes with the answer. Should it be lost, the screen can be touched again. */
const drawnWithinMs = 2000;

/**
 * A second touch before the visit is drawn joins the first: started twice, the bridge would begin a second visit and
 * take away what the first one already shows.
 */
export function startVisit(wanted: OpeningWish = {}): void {
  if (starting) {
    wish = { ...wish, ...wanted, settings: { ...wish.settings, ...wanted.settings } };
    return;
  }
  starting = true;
  wish = wanted;
  void send({ type: 'visit/start' }).then(accepted => {
    if (accepted) setTimeout(forgetWish, drawnWithinMs);
    else forgetWish();
  });
}

/** Nobody is there: what an earlier touch wanted must not colour the next person's visit. */
export function forgetWish(): void {
  starting = false;
  wish = {};
}

/** Whether a touch waits for the visit that it begins. */
export function isWished(): boolean {
  return starting || wish.help !== undefined || wish.settings !== undefined;
}

/** The wish belongs to the first visit that begins after it. */
export function openSession(visitId: string): Session {
  const { settings, help } = wish;
  forgetWish();
  return createSession(visitId, { ...defaultSettings, ...settings }, help ?? false);
}
