import './call-staff.css';
import { BellRing, CircleCheck, RotateCw, UserRoundCheck, X } from 'lucide';
import type { HelpArea, HelpCallView } from '../../device-bridge/api/types.ts';
import { send } from '../bridge/send.ts';
import { useTerminal } from '../bridge/use-terminal.ts';
import { type Speech, useWords } from '../locales/use-words.ts';
import type { Screen } from '../session/navigation.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

const areas: Partial<Record<Screen['name'], HelpArea>> = { home: 'home', find: 'find', guide: 'guide' };

/** Asks somebody of the staff to come, and says in words whether they do. */
export function CallStaff() {
  const speech = useWords();
  const { t } = speech;
  const { visit } = useTerminal();
  const { visitId, screen } = useSession();
  if (visit.phase === 'idle') return null;
  const { helpCall, certificates } = visit;
  const area = certificates.step === 'idle' ? (areas[screen.value.name] ?? 'other') : 'certificates';
  const call = (): void => void send({ type: 'help/call', visitId, area });
  const words = wordsOf(helpCall, speech);
  const alone = helpCall.state === 'waiting' && helpCall.staff === 'nobody';
  return (
    <section class={`call-staff call-${alone ? 'alone' : helpCall.state}`} aria-label={t.call.button}>
      <div class="call-words" role="status">
        {words && (
          <>
            <Icon of={helpCall.state === 'answered' ? UserRoundCheck : BellRing} />
            <p class="call-now">{words.now}</p>
            {words.note !== '' && <p class="note">{words.note}</p>}
          </>
        )}
      </div>
      {helpCall.state === 'none' && (
        <Button kind="go" size="main" icon={BellRing} label={t.call.button} onPress={call} />
      )}
      {helpCall.state === 'failed' && <Button kind="outline" icon={RotateCw} label={t.call.again} onPress={call} />}
      {(helpCall.state === 'waiting' || helpCall.state === 'answered') && (
        <Button
          kind="outline"
          icon={helpCall.state === 'answered' ? CircleCheck : X}
          label={helpCall.state === 'answered' ? t.call.helped : t.call.cancel}
          onPress={() => void send({ type: 'help/cancel', visitId })}
        />
      )}
    </section>
  );
}

function wordsOf(call: HelpCallView, { t, say }: Speech): { now: string; note: string } | null {
  switch (call.state) {
    case 'none':
      return null;
    case 'calling':
      return { now: t.call.calling, note: '' };
    case 'waiting':
      return t.call.waiting[call.staff];
    case 'answered':
      return { now: t.call.answered(call.by), note: t.call.answeredNote };
    case 'failed':
      return { now: say(call.fault.citizen), note: say(call.fault.remedy) };
  }
}
