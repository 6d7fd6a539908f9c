import { CodePanel } from './code-panel.tsx';
import { dock } from './dock-state.ts';
import { PrinterPanel } from './printer-panel.tsx';
import { ReaderPanel } from './reader-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { ScannerPanel } from './scanner-panel.tsx';
import { SocialSecurityPanel } from './social-security-panel.tsx';

/** The terminal's hardware on a desk: it drives the simulators and the printer peer, never the drivers. */
export function Dock() {
  const state = dock.value;
  return (
    <div class="dock">
      <main class="dock-desk">
        <header class="dock-head">
          <h1>
            模拟设备 <span lang="en">Device dock</span>
          </h1>
          <a href="/" target="_blank" rel="noreferrer">
            打开终端屏幕 <span lang="en">Open the terminal’s screen</span>
          </a>
          <p>
            在这里放卡、取卡、加纸、卡纸、出示二维码、拔插设备，终端屏幕会像真的一样反应。
            <span lang="en">The demo’s hands.</span>
          </p>
        </header>
        {state === null ? (
          <p class="card" role="status">
            正在连接终端 <span lang="en">Waiting for the terminal</span>
          </p>
        ) : (
          <div class="dock-panels">
            <ReaderPanel cards={state.cards} reader={state.reader} />
            {state.printer ? (
              <PrinterPanel printer={state.printer} />
            ) : (
              <p class="card">
                这台终端连的不是模拟打印机 <span lang="en">The printer is not a simulated one</span>
              </p>
            )}
            {state.scanner && <ScannerPanel scanner={state.scanner} />}
            {state.receiptPrinter && <ReceiptPanel printer={state.receiptPrinter} />}
            {state.codeReader && <CodePanel reader={state.codeReader} />}
            {state.socialSecurityCard && <SocialSecurityPanel terminal={state.socialSecurityCard} />}
          </div>
        )}
      </main>
      <WideEnough />
    </div>
  );
}

/** Both on one desk monitor. Not loaded where there is no room: a second kiosk would touch the same visit. */
function WideEnough() {
  if (!matchMedia('(min-width: 1600px)').matches) return null;
  return <iframe class="dock-kiosk" src="/" title="终端屏幕 The terminal’s screen" />;
}
