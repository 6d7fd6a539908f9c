import './feedback-panel.css';
import { CircleCheck, CircleHelp, CircleX, HeartHandshake, type IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import type { FeedbackAbout, FeedbackVerdict } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

const verdictIcons: Record<FeedbackVerdict, IconNode> = { right: CircleCheck, wrong: CircleX, unclear: CircleHelp };
const verdicts = ['right', 'wrong', 'unclear'] as const;
const abouts = ['materials', 'steps', 'place', 'fee', 'other'] as const;

type Step = { at: 'verdict' } | { at: 'about'; verdict: FeedbackVerdict } | { at: 'thanks' };

/** “Is this guide right?”: two touches and a thank-you. What is said goes to the guide's editor, without who said it. */
export function FeedbackPanel({ matterId, onClose }: { matterId: string; onClose(): void }) {
  const { t } = useWords();
  const { feedback } = useGuideWords();
  const { visitId } = useSession();
  const [step, setStep] = useState<Step>({ at: 'verdict' });
  const say = async (verdict: FeedbackVerdict, about: FeedbackAbout): Promise<void> => {
    if (await send({ type: 'guide/feedback', visitId, matterId, verdict, about })) setStep({ at: 'thanks' });
    // Why not is said in a passing line of the screen beneath.
    else onClose();
  };
  return (
    <Modal label={feedback.title} kind="veil" onAside={onClose}>
      <div class="panel feedback-panel" aria-live="polite">
        {step.at === 'verdict' && (
          <>
            <h1 class="screen-title">{feedback.title}</h1>
            <ScrollArea name="feedback-parts">
              <p>{feedback.note}</p>
              <div class="feedback-choices">
                {verdicts.map(verdict => (
                  <button
                    key={verdict}
                    type="button"
                    class="feedback-choice"
                    onClick={() => (verdict === 'right' ? void say(verdict, null) : setStep({ at: 'about', verdict }))}
                  >
                    <Icon of={verdictIcons[verdict]} />
                    <span>{feedback.verdicts[verdict]}</span>
                  </button>
                ))}
              </div>
            </ScrollArea>
            <Button kind="quiet" size="main" keys="back" label={t.common.close} onPress={onClose} />
          </>
        )}
        {step.at === 'about' && (
          <>
            <h1 class="screen-title">{feedback.about}</h1>
            <ScrollArea>
              <div class="feedback-choices feedback-abouts">
                {abouts.map(about => (
                  <button
                    key={about}
                    type="button"
                    class="feedback-choice"
                    onClick={() => void say(step.verdict, about)}
                  >
                    <span>{feedback.abouts[about]}</span>
                  </button>
                ))}
              </div>
            </ScrollArea>
            <Button kind="quiet" size="main" label={feedback.back} onPress={() => setStep({ at: 'verdict' })} />
          </>
        )}
        {step.at === 'thanks' && (
          <>
            <div class="feedback-thanks">
              <Icon of={HeartHandshake} />
              <h1 class="screen-title">{feedback.thanks}</h1>
              <p>{feedback.thanksNote}</p>
            </div>
            <Button kind="primary" size="main" label={t.common.close} onPress={onClose} />
          </>
        )}
      </div>
    </Modal>
  );
}
