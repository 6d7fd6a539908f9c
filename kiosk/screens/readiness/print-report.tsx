import { Printer } from 'lucide';
import { useState } from 'preact/hooks';
import type { Readiness } from '../../../device-bridge/api/types.ts';
import { clearRefusal, refusal, send } from '../../bridge/send.ts';
import { Button } from '../../ui/button.tsx';

type Report = Readiness['report'];

/** Prints the readiness report and says what became of it: of the one asked for here, not of an earlier one. */
export function PrintReport({ report }: { report: Report }) {
  const [asked, setAsked] = useState<'no' | 'asking' | 'yes'>('no');
  async function print(): Promise<void> {
    clearRefusal();
    setAsked('asking');
    setAsked((await send({ type: 'readiness/print' })) ? 'yes' : 'no');
  }
  const printing = asked === 'asking' || report.state === 'printing';
  const words = refusal.value !== null ? `${refusal.value.code} ${refusal.value.citizen.zh}` : outcome(asked, report);
  return (
    <>
      <Button
        kind="primary"
        size="main"
        icon={Printer}
        label="打印报告 Print report"
        disabled={printing}
        onPress={() => void print()}
      />
      <p class="readiness-print" role="status">
        {words}
      </p>
    </>
  );
}

function outcome(asked: 'no' | 'asking' | 'yes', report: Report): string {
  if (asked === 'asking' || report.state === 'printing') return '正在打印 Printing';
  if (asked === 'no') return '';
  switch (report.state) {
    case 'none':
      return '';
    case 'printed':
      return '报告打印好了 Printed';
    case 'failed':
      return `没有打印成 Not printed: ${report.fault.code} ${report.fault.citizen.zh}`;
  }
}
