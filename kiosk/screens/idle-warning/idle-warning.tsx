import './idle-warning.css';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../bridge/send.ts';
import { usePrivateWords } from '../../locales/private-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { secondsLeft, spokenSeconds } from './seconds-left.ts';

const refreshMs = 200;
/** The ring is full at the length of the warning the design asks for; a longer warning begins full too. */
const fullRingSeconds = 20;

/** The bridge has heard nothing for a while. One touch anywhere goes on; only 结束 ends at once. */
export function IdleWarning({ visitId, endsAt }: { visitId: string; endsAt: number }) {
  const { t } = useWords();
  const words = usePrivateWords();
  const [seconds, setSeconds] = useState(() => secondsLeft(endsAt, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft(endsAt, Date.now())), refreshMs);
    return () => clearInterval(timer);
  }, [endsAt]);
  const spoken = spokenSeconds(seconds);
  const stay = (): void => void send({ type: 'visit/touch', visitId });
  return (
    <Modal label={t.idle.title} kind="veil" onAnywhere={stay}>
      <div class="panel idle-warning">
        <ScrollArea fill>
          <h1 class="screen-title">{t.idle.title}</h1>
          <div class="idle-clock" role="timer">
            <svg viewBox="0 0 100 100" aria-hidden="true">
              <circle class="idle-ring" cx="50" cy="50" r="46" />
              <circle
                class="idle-ring idle-ring-left"
                cx="50"
                cy="50"
                r="46"
                pathLength={1}
                stroke-dasharray={`${Math.min(1, seconds / fullRingSeconds)} 1`}
              />
            </svg>
            <p>
              <strong>{seconds}</strong>
              <span>{t.idle.seconds}</span>
            </p>
          </div>
          <p>{t.idle.note}</p>
        </ScrollArea>
        <p class="unseen" role="status">
          {spoken !== null && words.secondsLeft(spoken)}
        </p>
        <Button kind="primary" size="main" keys="back stay enter" label={t.idle.stay} onPress={stay} />
        <Button kind="outline" label={t.idle.leave} onPress={() => void send({ type: 'visit/end', visitId })} />
      </div>
    </Modal>
  );
}
