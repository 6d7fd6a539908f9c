import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';
import { Panel, troubles } from './panel.tsx';
import { Toggle } from './toggle.tsx';

type Scanner = NonNullable<DockState['scanner']>;

const mostSheets = 10;

export function ScannerPanel({ scanner }: { scanner: Scanner }) {
  const { plugged, cover, jam, feederSheets, pageId, pages } = scanner;
  const open = cover === 'open';
  const lying = pages.find(page => page.id === pageId);
  return (
    <Panel
      id="scanner"
      zh="扫描仪"
      en="Scanner"
      drawing={
        <svg viewBox="0 0 300 220" aria-hidden="true" class={plugged ? '' : 'is-off'}>
          {Array.from({ length: Math.min(feederSheets, 5) }, (_, sheet) => (
            <path key={sheet} class="dock-strip" d={`M${96 + sheet * 5} ${46 - sheet * 6}h100v40h-100z`} />
          ))}
          <rect class="dock-shadow" x="24" y="132" width="252" height="76" rx="18" />
          <rect class="dock-body" x="24" y="124" width="252" height="76" rx="18" />
          {lying && <rect class="dock-strip" x="72" y="120" width="140" height="12" />}
          <path class={open ? 'dock-flap dock-flap-open' : 'dock-flap'} d="M30 124q0-42 42-42h156q42 0 42 42z" />
          {jam && <path class="dock-jam" d="M92 84l22-22 20 18 22-24 20 22 24-18" />}
          <circle class={plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="248" cy="168" r="8" />
        </svg>
      }
      state={plugged ? troubles(open && '上盖开着', jam && '进纸口卡住') : '没有连接'}
    >
      <div class="dock-glass">
        <p>
          玻璃板上放着 <span lang="en">On the glass</span>
        </p>
        <ul class="dock-pages">
          {pages.map(page => (
            <li key={page.id}>
              <button
                type="button"
                aria-pressed={page.id === pageId}
                onClick={() => void command({ type: 'scanner/set', pageId: page.id })}
              >
                <svg viewBox="0 0 42 56" aria-hidden="true">
                  <path class="dock-page" d="M2 2h28l10 10v42H2z" />
                  <path class="dock-card-lines" d="M10 22h22M10 32h22M10 42h14" />
                </svg>
                <span>{page.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <fieldset class="dock-buttons dock-stepper">
        <legend>
          进纸口的张数 <span lang="en">Sheets in the feeder</span>
        </legend>
        <button
          type="button"
          aria-label="少一张"
          disabled={feederSheets === 0}
          onClick={() => void command({ type: 'scanner/set', feederSheets: feederSheets - 1 })}
        >
          −
        </button>
        <output>{feederSheets}</output>
        <button
          type="button"
          aria-label="多一张"
          disabled={feederSheets >= mostSheets}
          onClick={() => void command({ type: 'scanner/set', feederSheets: feederSheets + 1 })}
        >
          +
        </button>
      </fieldset>
      <div class="dock-switches">
        <Toggle
          zh="上盖开着"
          en="Cover open"
          on={open}
          onChange={on => void command({ type: 'scanner/set', cover: on ? 'open' : 'closed' })}
        />
        <Toggle zh="进纸口卡住" en="Jammed" on={jam} onChange={on => void command({ type: 'scanner/set', jam: on })} />
        <Toggle
          zh="连线接好"
          en="Plugged in"
          on={plugged}
          onChange={on => void command({ type: 'scanner/set', plugged: on })}
        />
      </div>
    </Panel>
  );
}
