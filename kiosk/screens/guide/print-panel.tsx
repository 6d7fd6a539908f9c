import './print-panel.css';
import { Check, CircleCheck, FileText, Printer, ReceiptText, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Fault } from '../../../content/common/faults.ts';
import type { Matter } from '../../../content/model/matter.ts';
import type { GuidePaper, GuidePrintView } from '../../../device-bridge/api/types.ts';
import { clearRefusal, refusal, send } from '../../bridge/send.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { workingPapers } from './guide-papers.ts';

const paperIcons = { receipt: ReceiptText, a4: FileText };

/** What the citizen asked for here; the bridge's state of the visit's last print counts only from then on. */
type Asked = 'no' | 'sending' | 'accepted' | { refused: Fault };

/** The list on paper: which paper, that it is printed, that it lies there, or why not. */
export function PrintPanel({ matter, onClose }: { matter: Matter; onClose(): void }) {
  const words = useGuideWords();
  const { visit, devices } = useTerminal();
  const { language } = useWords();
  const { visitId, answers } = useSession();
  const [asked, setAsked] = useState<Asked>('no');
  const state: GuidePrintView = visit.phase === 'idle' ? { step: 'idle' } : visit.guidePrint;
  const print = async (paper: GuidePaper): Promise<void> => {
    setAsked('sending');
    const given = answers.peek()[matter.id] ?? {};
    const command = {
      type: 'guide/print',
      visitId,
      matterId: matter.id,
      answers: { ...given },
      paper,
      language,
    } as const;
    if (await send(command)) return setAsked('accepted');
    const refused = refusal.peek();
    // It is said here, where the citizen looks; the passing line would lie beneath this panel.
    clearRefusal();
    setAsked(refused === null ? 'no' : { refused });
  };
  const papers = workingPapers(devices);
  return (
    <Modal label={words.list.title} kind="veil" onAside={onClose}>
      <div class="panel print-panel" aria-live="polite">
        {typeof asked === 'object' ? (
          <Failed fault={asked.refused} onAgain={() => setAsked('no')} onClose={onClose} />
        ) : asked === 'no' || state.step === 'idle' ? (
          <Choice papers={papers} disabled={asked !== 'no'} onPrint={paper => void print(paper)} onClose={onClose} />
        ) : asked === 'sending' || state.step === 'printing' ? (
          <Working paper={state.step === 'failed' ? null : state.paper} />
        ) : state.step === 'failed' ? (
          <Failed fault={state.fault} onAgain={() => setAsked('no')} onClose={onClose} />
        ) : (
          <>
            <Head icon={CircleCheck} tone="go" title={words.list.printed} note={words.list.printedNote[state.paper]} />
            <Button kind="go" size="main" icon={Check} label={words.list.done} onPress={onClose} />
          </>
        )}
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  papers: GuidePaper[];
  disabled: boolean;
  onPrint(paper: GuidePaper): void;
  onClose(): void;
}

function Choice({ papers, disabled, onPrint, onClose }: ChoiceProps) {
  const { t } = useWords();
  const { list } = useGuideWords();
  if (papers.length === 0) return <NoPaper onClose={onClose} />;
  return (
    <>
      <ScrollArea name="print-choice">
        <Head icon={Printer} tone="plain" title={list.title} note={list.note} />
        <div class="print-papers">
          {papers.map(paper => (
            <button key={paper} type="button" class="print-paper" disabled={disabled} onClick={() => onPrint(paper)}>
              <Icon of={paperIcons[paper]} />
              <strong>{list.papers[paper].name}</strong>
              <span>{list.papers[paper].note}</span>
            </button>
          ))}
        </div>
      </ScrollArea>
      <Button kind="quiet" size="main" label={t.common.close} onPress={onClose} />
    </>
  );
}

/** No printer works: which is wrong is said in the printer's own words. */
function NoPaper({ onClose }: { onClose(): void }) {
  const { certificatePrinter } = useTerminal().devices;
  return <Failed fault={certificatePrinter.state === 'ready' ? null : certificatePrinter.fault} onClose={onClose} />;
}

function Working({ paper }: { paper: GuidePaper | null }) {
  const { list } = useGuideWords();
  return (
    <div class="print-working">
      <Head icon={Printer} tone="plain" title={list.printing} note={paper === null ? '' : list.printingNote[paper]} />
      <div class="print-bar" />
    </div>
  );
}

function Failed({ fault, onAgain, onClose }: { fault: Fault | null; onAgain?: () => void; onClose(): void }) {
  const { t, say } = useWords();
  const { list } = useGuideWords();
  return (
    <>
      <Head icon={TriangleAlert} tone="alarm" title={list.failed} note={fault === null ? '' : say(fault.citizen)} />
      <p>{fault === null ? list.instead : say(fault.remedy)}</p>
      {fault !== null && <p>{list.instead}</p>}
      <div class="print-ends">
        {onAgain !== undefined && <Button kind="primary" size="main" label={list.again} onPress={onAgain} />}
        <Button kind="quiet" size="main" label={t.common.close} onPress={onClose} />
      </div>
    </>
  );
}

interface HeadProps {
  icon: typeof Printer;
  tone: 'plain' | 'go' | 'alarm';
  title: string;
  note: string;
}

function Head({ icon, tone, title, note }: HeadProps) {
  return (
    <header class={`panel-head panel-head-${tone}`}>
      <Icon of={icon} />
      <div>
        <h1 class="screen-title">{title}</h1>
        {note !== '' && <p>{note}</p>}
      </div>
    </header>
  );
}
