import './device-line.css';
import { useTerminal } from '../../bridge/use-terminal.ts';
import type { Speech } from '../../locales/use-words.ts';
import { deviceStates } from '../home/device-states.ts';

/** What works and what does not, in words. */
export function DeviceLine({ speech }: { speech: Speech }) {
  const { devices } = useTerminal();
  return (
    <div class="device-line">
      {deviceStates(devices, speech).map(({ tone, words }) => (
        <span key={words} class={`device-${tone}`}>
          {words}
        </span>
      ))}
      <span class="device-hotline">{speech.t.common.hotline}</span>
    </div>
  );
}
