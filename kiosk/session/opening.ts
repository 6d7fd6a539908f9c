import { send } from '../bridge/send.ts';
import { type AccessSettings, createSession, defaultSettings, type Session } from './session.ts';

/** What the citizen touched on the attract screen: the visit it starts begins with that. */
export interface OpeningWish {
  settings?: Partial<AccessSettings>;
  help?: boolean;
}

let wish: OpeningWish = {};

export function startVisit(wanted: OpeningWish = {}): void {
  wish = wanted;
  void send({ type: 'visit/start' });
}

/** The wish belongs to the first visit that begins after it. */
export function openSession(visitId: string): Session {
  const { settings, help } = wish;
  wish = {};
  return createSession(visitId, { ...defaultSettings, ...settings }, help ?? false);
}
