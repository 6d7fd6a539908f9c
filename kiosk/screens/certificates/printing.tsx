import './printing.css';
import { X } from 'lucide';
import type { CertificatesView, DocumentView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { useWords } from '../../locales/use-words.ts';
import { Shaded } from '../../private/shaded.tsx';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { PrinterDrawing } from './printer-drawing.tsx';
import { Trouble } from './trouble.tsx';

type Progress = Extract<CertificatesView, { step: 'printing' }>['progress'];

/** Follows what the printer itself says of the job. */
export function Printing({ document, progress }: { document: DocumentView; progress: Progress }) {
  const { t, say } = useWords();
  const held = progress.stage === 'held';
  const done = progress.stage === 'sending' ? 0 : progress.sheetsDone;
  return (
    <div class="printing">
      <ScrollArea fill name="printing-parts">
        <h1>{held ? t.certificates.held : t.certificates.printing}</h1>
        <Shaded name="printing-what">
          <p>{say(document.name)}</p>
        </Shaded>
        <div class="printing-state" role="status">
          {held ? (
            <Trouble fault={progress.fault} />
          ) : (
            <>
              <p class="printing-stage">{stageWords(progress.stage, t.certificates)}</p>
              <p>{t.certificates.sheet(done, document.pages)}</p>
            </>
          )}
        </div>
        <PrinterDrawing stage={progress.stage} />
        {!held && <progress max={document.pages} value={done} aria-label={t.certificates.printing} />}
        <p class="note">{t.certificates.keepCard}</p>
      </ScrollArea>
      {held && <LeaveHeld />}
    </div>
  );
}

/** Nobody has to wait for a colleague with paper. The sheet that is not printed is voided by the bridge. */
function LeaveHeld() {
  const { t } = useWords();
  const { visitId } = useSession();
  return (
    <div class="certificates-actions">
      <Button
        kind="outline"
        size="main"
        icon={X}
        keys="back"
        label={t.certificates.leave}
        onPress={() => void send({ type: 'certificates/stop', visitId })}
      />
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
