import './refusal-notice.css';
import { clearRefusal, refusal } from '../bridge/send.ts';
import type { Speech } from '../locales/use-words.ts';

/** Why the last touch was not followed: said for a few seconds, gone at a touch. */
export function RefusalNotice({ speech: { say } }: { speech: Speech }) {
  const fault = refusal.value;
  if (fault === null) return null;
  return (
    <div class="refusal-notice" role="alert">
      <button type="button" onClick={clearRefusal}>
        <strong>{say(fault.citizen)}</strong>
        <span>{say(fault.remedy)}</span>
      </button>
    </div>
  );
}
