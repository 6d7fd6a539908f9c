import '../../ui/card.css';
import './guide.css';
import { useState } from 'preact/hooks';
import { fields } from '../../../content/model/code-lists.ts';
import type { ShownMatter } from '../../../content/model/generation.ts';
import { situationOf } from '../../../content/model/situation.ts';
import { catalog } from '../../catalog/catalog.ts';
import { matterById } from '../../catalog/selection.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Actions } from './actions.tsx';
import { Checklist } from './checklist.tsx';
import { Facts } from './facts.tsx';
import { MorePanel } from './more-panel.tsx';
import { Questions } from './questions.tsx';
import { TakeAway } from './take-away.tsx';
import { Where } from './where.tsx';

export function Guide({ matterId }: { matterId: string }) {
  const { t } = useWords();
  const matter = catalog.value === null ? undefined : matterById(catalog.value, matterId);
  if (matter !== undefined) return <GuideOf matter={matter} />;
  return (
    <main class="screen">
      <NavRow />
      <h1 class="screen-title">{t.guide.gone}</h1>
    </main>
  );
}

/** The whole guide on one screen, seen from the citizen's situation. */
function GuideOf({ matter }: { matter: ShownMatter }) {
  const { t, say } = useWords();
  const { answers } = useSession();
  const [moreOpen, setMoreOpen] = useState(false);
  const situation = situationOf(matter, answers.value[matter.id] ?? {});
  const answer = (questionId: string, optionId: string): void => {
    const all = answers.peek();
    answers.value = { ...all, [matter.id]: { ...all[matter.id], [questionId]: optionId } };
  };
  return (
    <main class="screen guide">
      <NavRow>
        <span>{say(fields[matter.field].name)}</span>
        {matter.sample && <Tag tone="plain">{t.common.sample}</Tag>}
      </NavRow>
      <ScrollArea fill>
        <div class="guide-about">
          <header class="guide-head">
            <h1 class="screen-title">{say(matter.name)}</h1>
            <p>{say(matter.summary)}</p>
          </header>
          <Questions questions={situation.questions} onAnswer={answer} />
          <p class="guide-who">
            <strong>{t.guide.who}</strong> {say(matter.who)}
          </p>
          <Facts matter={matter} situation={situation} />
        </div>
        <div class="guide-do">
          <Checklist situation={situation} />
          <div class="guide-onward">
            <Where matter={matter} />
            <TakeAway matterId={matter.id} situationKey={situation.key} />
          </div>
        </div>
      </ScrollArea>
      <Actions matter={matter} onMore={() => setMoreOpen(true)} />
      {moreOpen && <MorePanel matter={matter} situation={situation} onClose={() => setMoreOpen(false)} />}
    </main>
  );
}
