import './lay-card.css';
import { ShieldCheck } from 'lucide';
import type { Fault } from '../../../content/common/faults.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ReaderDrawing } from './reader-drawing.tsx';
import { Trouble } from './trouble.tsx';

/** One thing to do, drawn large. What was wrong with the last card, or is wrong with the reader, stands above it. */
export function LayCard({ problem }: { problem: Fault | null }) {
  const { t } = useWords();
  const { idCardReader } = useTerminal().devices;
  const reading = idCardReader.state === 'reading';
  const broken = 'fault' in idCardReader ? idCardReader.fault : null;
  const trouble = broken ?? problem;
  // Read once, or there before it was asked for: a reader takes notice of it only when it is laid anew.
  const mustLift = idCardReader.state === 'card-present' && trouble === null;
  return (
    <div class="lay-card">
      <ScrollArea fill name="lay-card-parts">
        <h1>{reading ? t.devices.readerReading : t.certificates.layCard}</h1>
        <p class="lay-card-note">{mustLift ? t.certificates.liftCard : t.certificates.layCardNote}</p>
        {trouble && <Trouble fault={trouble} />}
        <ReaderDrawing label={t.certificates.readerHere} reading={reading} />
        <p class="lay-card-privacy">
          <Icon of={ShieldCheck} />
          {t.certificates.privacy}
        </p>
      </ScrollArea>
    </div>
  );
}
