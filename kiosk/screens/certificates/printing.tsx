import './printing.css';
import type { CertificatesView, DocumentView } from '../../../device-bridge/api/types.ts';
import { useWords } from '../../locales/use-words.ts';
import { Trouble } from './place-card.tsx';
import { PrinterDrawing } from './printer-drawing.tsx';

type Progress = Extract<CertificatesView, { step: 'printing' }>['progress'];

/** Follows what the printer itself says of the job. */
export function Printing({ document, progress }: { document: DocumentView; progress: Progress }) {
  const { t, say } = useWords();
  const held = progress.stage === 'held';
  const done = progress.stage === 'sending' ? 0 : progress.sheetsDone;
  return (
    <div class="printing" role="status">
      <h1>{held ? t.certificates.held : t.certificates.printing}</h1>
      <p class="printing-what">{say(document.name)}</p>
      <PrinterDrawing stage={progress.stage} />
      <div class="printing-state">
        {held ? (
          <Trouble fault={progress.fault} />
        ) : (
          <>
            <p class="printing-stage">{stageWords(progress.stage, t.certificates)}</p>
            <p>{t.certificates.sheet(done, document.pages)}</p>
          </>
        )}
      </div>
      <progress max={document.pages} value={done} aria-label={t.certificates.printing} />
      <p class="note">{t.certificates.keepCard}</p>
    </div>
  );
}

function stageWords(
  stage: Exclude<Progress['stage'], 'held'>,
  t: { sending: string; queued: string; nowPrinting: string },
): string {
  switch (stage) {
    case 'sending':
      return t.sending;
    case 'queued':
      return t.queued;
    case 'printing':
      return t.nowPrinting;
  }
}
