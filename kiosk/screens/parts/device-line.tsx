import './device-line.css';
import { useTerminal } from '../../bridge/use-terminal.ts';
import type { Speech } from '../../locales/use-words.ts';
import { deviceStates } from '../home/device-states.ts';

/** What works and what does not, in words. */
export function DeviceLine({ speech }: { speech: Speech }) {
  const { devices } = useTerminal();
  return (
    <div class="device-line">
      {deviceStates(devices, speech).map(({ works, words }) => (
        <span key={words} class={works ? 'device-works' : 'device-fails'}>
          {words}
        </span>
      ))}
      <span class="device-hotline">{speech.t.common.hotline}</span>
    </div>
  );
}
