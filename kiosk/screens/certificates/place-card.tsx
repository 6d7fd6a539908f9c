import './trouble.css';
import './place-card.css';
import { ShieldCheck, TriangleAlert } from 'lucide';
import type { Fault } from '../../../content/model/faults.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { ReaderDrawing } from './reader-drawing.tsx';

/** One thing to do, drawn large. What was wrong with the last card, or is wrong with the reader, stands above it. */
export function PlaceCard({ problem }: { problem: Fault | null }) {
  const { t } = useWords();
  const { idCardReader } = useTerminal().devices;
  const reading = idCardReader.state === 'reading';
  const broken = idCardReader.state === 'absent' || idCardReader.state === 'faulted' ? idCardReader.fault : null;
  const trouble = broken ?? problem;
  return (
    <div class="place-card">
      <h1>{reading ? t.devices.readerReading : t.certificates.placeCard}</h1>
      <p class="place-card-note">{t.certificates.placeCardNote}</p>
      {trouble && <Trouble fault={trouble} />}
      <ReaderDrawing label={t.certificates.readerHere} reading={reading} />
      <p class="place-card-privacy">
        <Icon of={ShieldCheck} />
        {t.certificates.privacy}
      </p>
    </div>
  );
}

/** What happened and what to do now. */
export function Trouble({ fault }: { fault: Fault }) {
  const { say } = useWords();
  return (
    <div class="trouble" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <strong>{say(fault.citizen)}</strong>
        <p>{say(fault.remedy)}</p>
      </div>
    </div>
  );
}
