import './more-panel.css';
import { X } from 'lucide';
import { powerLevels } from '../../../content/model/code-lists.ts';
import type { Matter } from '../../../content/model/matter.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

/** What fewer people ask: steps, questions, the legal basis and whom to call. Blanks in the data leave no blanks here. */
export function MorePanel({ matter, onClose }: { matter: Matter; onClose(): void }) {
  const { t, say } = useWords();
  return (
    <Modal label={t.guide.moreTitle} kind="veil" onAside={onClose}>
      <div class="panel guide-more">
        <h1 class="screen-title">{say(matter.name)}</h1>
        <ScrollArea>
          <div class="guide-more-parts">
            {matter.steps.length > 0 && (
              <section>
                <h2>{t.guide.steps}</h2>
                <ol>
                  {matter.steps.map(step => (
                    <li key={step.zh}>{say(step)}</li>
                  ))}
                </ol>
              </section>
            )}
            {matter.faq.length > 0 && (
              <section>
                <h2>{t.guide.faq}</h2>
                {matter.faq.map(({ question, answer }) => (
                  <div key={question.zh} class="guide-faq">
                    <h3>{say(question)}</h3>
                    <p>{say(answer)}</p>
                  </div>
                ))}
              </section>
            )}
            <dl>
              {matter.result && <Line name={t.guide.result} values={[say(matter.result)]} />}
              <Line name={t.guide.department} values={[say(matter.department)]} />
              <Line name={t.guide.level} values={[say(powerLevels[matter.level])]} />
              <Line name={t.guide.consult} values={[matter.phones.consult]} />
              <Line name={t.guide.complaint} values={[matter.phones.complaint]} />
              {matter.legalBasis.length > 0 && <Line name={t.guide.basis} values={matter.legalBasis.map(say)} />}
            </dl>
            {matter.sample && <p class="note">{t.guide.sampleNote}</p>}
          </div>
        </ScrollArea>
        <Button kind="primary" size="main" icon={X} label={t.common.close} onPress={onClose} />
      </div>
    </Modal>
  );
}

function Line({ name, values }: { name: string; values: string[] }) {
  return (
    <div class="guide-more-line">
      <dt>{name}</dt>
      {values.map(value => (
        <dd key={value}>{value}</dd>
      ))}
    </div>
  );
}
