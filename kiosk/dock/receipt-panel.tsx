import type { DockState } from '../../device-bridge/api/types.ts';
import { Choices } from './choices.tsx';
import { command } from './dock-state.ts';
import { Panel, troubles } from './panel.tsx';
import { Toggle } from './toggle.tsx';

type ReceiptPrinter = NonNullable<DockState['receiptPrinter']>;

const papers = [
  { value: 'full', zh: '有纸', en: 'Full' },
  { value: 'low', zh: '快用完', en: 'Low' },
  { value: 'out', zh: '没有纸', en: 'Out' },
] as const;

export function ReceiptPanel({ printer }: { printer: ReceiptPrinter }) {
  const { plugged, paper, cover, cutterStuck, lastReceipt } = printer;
  const open = cover === 'open';
  return (
    <Panel
      id="receipts"
      zh="小票打印机"
      en="Receipt printer"
      drawing={
        <svg viewBox="0 0 300 220" aria-hidden="true" class={plugged ? '' : 'is-off'}>
          {paper !== 'out' && <path class="dock-strip" d="M104 24h92v84h-92z" />}
          {lastReceipt !== null && paper !== 'out' && (
            <path class="dock-card-lines" d="M118 44h64M118 62h44M118 80h56" />
          )}
          <rect class="dock-shadow" x="56" y="98" width="188" height="110" rx="22" />
          <rect class="dock-body" x="56" y="90" width="188" height="110" rx="22" />
          <rect class="dock-slot" x="88" y="102" width="124" height="12" rx="6" />
          <path class={open ? 'dock-lid dock-lid-open' : 'dock-lid'} d="M72 128h156v20H72z" />
          {cutterStuck && <path class="dock-jam" d="M100 96l14 14 14-14 14 14 14-14 14 14 14-14 14 14" />}
          <circle class={plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="218" cy="180" r="8" />
        </svg>
      }
      state={
        plugged
          ? troubles(
              paper === 'out' && '没有纸',
              paper === 'low' && '纸快用完',
              open && '上盖开着',
              cutterStuck && '切纸刀卡住',
            )
          : '没有连接'
      }
    >
      <Choices
        zh="纸卷"
        en="Paper roll"
        options={papers}
        chosen={paper}
        onChoose={wanted => void command({ type: 'receipt-printer/set', paper: wanted })}
      />
      <div class="dock-switches">
        <Toggle
          zh="上盖开着"
          en="Cover open"
          on={open}
          onChange={on => void command({ type: 'receipt-printer/set', cover: on ? 'open' : 'closed' })}
        />
        <Toggle
          zh="切纸刀卡住"
          en="Cutter stuck"
          on={cutterStuck}
          onChange={on => void command({ type: 'receipt-printer/set', cutterStuck: on })}
        />
        <Toggle
          zh="连线接好"
          en="Plugged in"
          on={plugged}
          onChange={on => void command({ type: 'receipt-printer/set', plugged: on })}
        />
      </div>
      <div class="dock-receipt">
        <p>
          最后一张小票 <span lang="en">Last receipt</span>
        </p>
        {lastReceipt === null ? (
          <p class="dock-receipt-none">还没有 None yet</p>
        ) : (
          <div class="dock-paper-strip">
            <pre>{lastReceipt}</pre>
          </div>
        )}
      </div>
    </Panel>
  );
}
