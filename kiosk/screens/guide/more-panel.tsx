import './more-panel.css';
import { X } from 'lucide';
import type { Text } from '../../../content/common/text.ts';
import { otherWays, powerLevels } from '../../../content/model/code-lists.ts';
import type { Matter } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

interface MorePanelProps {
  matter: Matter;
  situation: Situation;
  onClose(): void;
}

/** What fewer people ask: steps, questions, the legal basis and whom to call. Blanks in the data leave no blanks here. */
export function MorePanel({ matter, situation: { steps }, onClose }: MorePanelProps) {
  const { t, say } = useWords();
  const ways = [
    ...matter.otherWays.map(way => say(otherWays[way])),
    ...(matter.express?.papers ? [t.guide.sendPapers] : []),
    ...(matter.express?.result ? [t.guide.sendResult] : []),
  ];
  const bodies = [matter.department, ...(matter.delegatedBody === undefined ? [] : [matter.delegatedBody])];
  return (
    <Modal label={t.guide.moreTitle} kind="veil" onAside={onClose}>
      <div class="panel guide-more">
        <h1 class="screen-title">{say(matter.name)}</h1>
        <ScrollArea>
          <div class="guide-more-parts">
            {steps.length > 0 && (
              <section>
                <h2>{t.guide.steps}</h2>
                <ol>
                  {steps.map(({ text, workingDays }) => (
                    <li key={text.zh}>
                      <span>
                        {say(text)}
                        {workingDays !== undefined && workingDays > 0 && (
                          <span class="guide-step-time"> {t.guide.aboutDays(workingDays)}</span>
                        )}
                      </span>
                    </li>
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
              {matter.conditions.length > 0 && <Line name={t.guide.conditions} values={matter.conditions.map(say)} />}
              {matter.result && <Line name={t.guide.result} values={resultWords(matter.result).map(say)} />}
              {matter.ends.window?.address && (
                <Line name={t.guide.address} values={[say(matter.ends.window.address)]} />
              )}
              {ways.length > 0 && <Line name={t.guide.alsoBy} values={ways} />}
              <Line name={t.guide.department} values={bodies.map(say)} />
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

function resultWords({ name, sample }: NonNullable<Matter['result']>): Text[] {
  return sample === undefined ? [name] : [name, sample.looks];
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
