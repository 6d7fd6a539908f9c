import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';
import { Toggle } from './toggle.tsx';

type Printer = NonNullable<DockState['printer']>;

const powers: readonly { power: Printer['power']; zh: string; en: string }[] = [
  { power: 'on', zh: '开机', en: 'On' },
  { power: 'off', zh: '拔掉', en: 'Unplugged' },
  { power: 'hung', zh: '死机', en: 'Hung' },
];

export function PrinterPanel({ printer }: { printer: Printer }) {
  const open = printer.cover === 'open';
  return (
    <section class="card dock-panel" aria-labelledby="dock-printer">
      <h2 id="dock-printer">
        证明打印机 <span lang="en">Certificate printer</span>
      </h2>
      <div class="dock-device">
        <svg viewBox="0 0 420 300" aria-hidden="true" class={printer.power === 'on' ? '' : 'is-off'}>
          <path class={open ? 'dock-cover dock-cover-open' : 'dock-cover'} d="M70 110h280l-18-40H88z" />
          <rect class="dock-body" x="40" y="106" width="340" height="120" rx="20" />
          <rect class="dock-slot" x="100" y="176" width="220" height="12" rx="6" />
          <circle class={printer.power === 'on' ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="350" cy="132" r="9" />
          {printer.jam && <path class="dock-jam" d="M130 184l24 34 22-26 26 34 24-30 26 32 24-44z" />}
          <rect class="dock-tray" x="70" y="240" width="280" height="44" rx="10" />
          {printer.tray === 'full' && <path class="dock-paper" d="M92 252h236M92 262h236M92 272h236" />}
        </svg>
        <div class="dock-switches">
          <Toggle
            zh="纸盒有纸"
            en="Paper in the tray"
            on={printer.tray === 'full'}
            onChange={full => void command({ type: 'printer/set', tray: full ? 'full' : 'empty' })}
          />
          <Toggle
            zh="盖子打开"
            en="Cover open"
            on={open}
            onChange={opened => void command({ type: 'printer/set', cover: opened ? 'open' : 'closed' })}
          />
          <Toggle
            zh="卡纸"
            en="Paper jam"
            on={printer.jam}
            onChange={jam => void command({ type: 'printer/set', jam })}
          />
        </div>
      </div>
      <fieldset class="dock-power">
        <legend>
          电源 <span lang="en">Power</span>
        </legend>
        {powers.map(({ power, zh, en }) => (
          <button
            key={power}
            type="button"
            aria-pressed={power === printer.power}
            onClick={() => void command({ type: 'printer/set', power })}
          >
            {zh} <span lang="en">{en}</span>
          </button>
        ))}
      </fieldset>
    </section>
  );
}
