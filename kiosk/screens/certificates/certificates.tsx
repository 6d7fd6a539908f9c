import '../../ui/card.css';
import './certificates.css';
import type { CertificatesView } from '../../../device-bridge/api/types.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { Choose } from './choose.tsx';
import { Failed } from './failed.tsx';
import { Head } from './head.tsx';
import { LayCard } from './lay-card.tsx';
import { Preview } from './preview.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { Working } from './working.tsx';

/** Draws the step the bridge is at; no step is kept here. */
export function Certificates() {
  const { visit } = useTerminal();
  const view: CertificatesView = visit.phase === 'idle' ? { step: 'idle' } : visit.certificates;
  return (
    <main class="screen certificates" data-step={view.step}>
      <Head view={view} />
      <Step view={view} />
    </main>
  );
}

function Step({ view }: { view: CertificatesView }) {
  switch (view.step) {
    case 'idle':
      return null;
    case 'awaiting-card':
      return <LayCard problem={view.problem} />;
    case 'listing':
      return <Working step="listing" holder={view.holder} />;
    case 'choosing':
      return <Choose holder={view.holder} offers={view.offers} problem={view.problem} />;
    case 'preparing':
      return <Working step="preparing" holder={view.holder} />;
    case 'preview':
      return <Preview holder={view.holder} document={view.document} problem={view.problem} />;
    case 'printing':
      return <Printing document={view.document} progress={view.progress} />;
    case 'printed':
      return <Printed />;
    case 'failed':
      return <Failed fault={view.fault} />;
  }
}
