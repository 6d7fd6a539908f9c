import type { DockState } from '../../device-bridge/api/types.ts';
import { Choices } from './choices.tsx';
import { command } from './dock-state.ts';
import { Panel, troubles } from './panel.tsx';
import { Toggle } from './toggle.tsx';

type Printer = NonNullable<DockState['printer']>;

const powers = [
  { value: 'on', zh: '开机', en: 'On' },
  { value: 'off', zh: '拔掉', en: 'Unplugged' },
  { value: 'hung', zh: '死机', en: 'Hung' },
] as const;

export function PrinterPanel({ printer }: { printer: Printer }) {
  const open = printer.cover === 'open';
  return (
    <Panel
      id="printer"
      zh="证明打印机"
      en="Certificate printer"
      drawing={
        <svg viewBox="0 0 420 300" aria-hidden="true" class={printer.power === 'on' ? '' : 'is-off'}>
          <path
            class={open ? 'dock-cover dock-cover-open' : 'dock-cover'}
            d="M62 96h296l-22-46q-4-8-14-8H98q-10 0-14 8z"
          />
          <rect class="dock-shadow" x="34" y="102" width="352" height="188" rx="22" />
          <rect class="dock-body" x="34" y="92" width="352" height="188" rx="22" />
          <rect class="dock-panel-screen" x="262" y="110" width="72" height="30" rx="6" />
          <circle class={printer.power === 'on' ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="358" cy="125" r="8" />
          <rect class="dock-slot" x="92" y="160" width="236" height="16" rx="8" />
          {printer.jam && <path class="dock-jam" d="M116 168l30 36 26-26 28 34 26-30 30 34 36-48z" />}
          <rect class="dock-tray" x="62" y="222" width="296" height="46" rx="8" />
          {printer.tray === 'full' && <path class="dock-paper" d="M78 236h264M78 246h264M78 256h264" />}
        </svg>
      }
      state={stateWords(printer)}
    >
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
      <Choices
        zh="电源"
        en="Power"
        options={powers}
        chosen={printer.power}
        onChoose={power => void command({ type: 'printer/set', power })}
      />
    </Panel>
  );
}

function stateWords({ power, tray, cover, jam }: Printer): string {
  if (power !== 'on') return power === 'off' ? '没有通电' : '死机，不回答';
  return troubles(tray === 'empty' && '没有纸', cover === 'open' && '盖子开着', jam && '卡纸');
}
