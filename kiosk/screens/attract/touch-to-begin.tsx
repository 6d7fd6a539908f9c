import { zh } from '../../locales/zh.ts';
import { startVisit } from '../../session/opening.ts';

/** The whole screen as a button; what is drawn on it lets the touch through. */
export function TouchToBegin() {
  return (
    <button
      type="button"
      class="attract-touch"
      data-key="enter"
      aria-label={zh.attract.start}
      onClick={() => startVisit()}
    />
  );
}
