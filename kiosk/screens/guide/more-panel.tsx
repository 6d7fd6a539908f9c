import './more-panel.css';
import { X } from 'lucide';
import type { Text } from '../../../content/common/text.ts';
import { otherWays, powerLevels } from '../../../content/model/code-lists.ts';
import type { Matter } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { type GuideWords, useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Phrase } from '../../ui/phrase.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

interface MorePanelProps {
  matter: Matter;
  situation: Situation;
  onClose(): void;
}

/** What fewer people ask: steps, questions, the legal basis and whom to call. Blanks in the data leave no blanks here. */
export function MorePanel({ matter, situation: { steps }, onClose }: MorePanelProps) {
  const { t, say } = useWords();
  const words = useGuideWords();
  const ways = [
    ...matter.otherWays.map(way => say(otherWays[way])),
    ...(matter.express?.papers ? [words.sendPapers] : []),
    ...(matter.express?.result ? [words.sendResult] : []),
  ];
  const bodies = [matter.department, ...(matter.delegatedBody === undefined ? [] : [matter.delegatedBody])];
  return (
    <Modal label={words.moreTitle} kind="veil" onAside={onClose}>
      <div class="panel guide-more">
        <h1 class="screen-title">
          <Phrase of={say(matter.name)} />
        </h1>
        <ScrollArea>
          <div class="guide-more-parts">
            {steps.length > 0 && (
              <section>
                <h2>{words.steps}</h2>
                <ol>
                  {steps.map(({ text, workingDays }) => (
                    <li key={text.zh}>
                      <span>
                        {say(text)}
                        {workingDays !== undefined && workingDays > 0 && (
                          <span class="guide-step-time"> {words.aboutDays(workingDays)}</span>
                        )}
                      </span>
                    </li>
                  ))}
                </ol>
              </section>
            )}
            {matter.faq.length > 0 && (
              <section>
                <h2>{words.faq}</h2>
                {matter.faq.map(({ question, answer }) => (
                  <div key={question.zh} class="guide-faq">
                    <h3>{say(question)}</h3>
                    <p>{say(answer)}</p>
                  </div>
                ))}
              </section>
            )}
            <dl>
              {matter.changed && (
                <Line name={changedWords(words, matter.changed.on)} values={[say(matter.changed.what)]} />
              )}
              {matter.visits.why && <Line name={words.why} values={[say(matter.visits.why)]} />}
              {matter.conditions.length > 0 && <Line name={words.conditions} values={matter.conditions.map(say)} />}
              {matter.result && <Line name={words.result} values={resultWords(matter.result).map(say)} />}
              {matter.ends.window?.address && <Line name={words.address} values={[say(matter.ends.window.address)]} />}
              {ways.length > 0 && <Line name={words.alsoBy} values={ways} />}
              <Line name={words.department} values={bodies.map(say)} />
              <Line name={words.level} values={[say(powerLevels[matter.level])]} />
              <Line name={words.consult} values={[matter.phones.consult]} />
              <Line name={words.complaint} values={[matter.phones.complaint]} />
              {matter.legalBasis.length > 0 && <Line name={words.basis} values={matter.legalBasis.map(say)} />}
            </dl>
            {matter.sample && <p class="note">{words.sampleNote}</p>}
          </div>
        </ScrollArea>
        <Button kind="primary" size="main" icon={X} label={t.common.close} onPress={onClose} />
      </div>
    </Modal>
  );
}

function changedWords({ changed }: GuideWords, on: string): string {
  return changed(Number(on.slice(5, 7)), Number(on.slice(8)));
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
