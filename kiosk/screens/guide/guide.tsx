import '../../ui/card.css';
import './guide.css';
import { Search } from 'lucide';
import { useState } from 'preact/hooks';
import { fields } from '../../../content/model/code-lists.ts';
import type { ShownMatter } from '../../../content/model/generation.ts';
import { type Situation, situationOf } from '../../../content/model/situation.ts';
import { catalog } from '../../catalog/catalog.ts';
import { matterById } from '../../catalog/selection.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Phrase } from '../../ui/phrase.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Actions } from './actions.tsx';
import { Asides } from './asides.tsx';
import { Checklist } from './checklist.tsx';
import { Facts } from './facts.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { MaterialPanel } from './material-panel.tsx';
import { MorePanel } from './more-panel.tsx';
import type { AskedMaterial } from './needs.ts';
import { PrintPanel } from './print-panel.tsx';
import { Questions } from './questions.tsx';
import { TakeAway } from './take-away.tsx';
import { Where } from './where.tsx';

/** The panel that lies over the guide. */
type Open = 'more' | 'print' | 'feedback' | AskedMaterial | null;

export function Guide({ matterId }: { matterId: string }) {
  const matter = catalog.value === null ? undefined : matterById(catalog.value, matterId);
  return matter === undefined ? <Gone /> : <GuideOf matter={matter} />;
}

/** The whole guide on one screen, seen from the citizen's situation. */
function GuideOf({ matter }: { matter: ShownMatter }) {
  const { t, say } = useWords();
  const words = useGuideWords();
  const { answers } = useSession();
  const [open, setOpen] = useState<Open>(null);
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
            <h1 class="screen-title">
              <Phrase of={say(matter.name)} />
            </h1>
            <p>{say(matter.summary)}</p>
          </header>
          <Questions questions={situation.questions} onAnswer={answer} />
          <p class="guide-who">
            <strong>{words.who}</strong> {say(matter.who)}
          </p>
          <Facts matter={matter} situation={situation} />
        </div>
        <div class="guide-do">
          <Checklist situation={situation} onLook={setOpen} />
          <div class="guide-onward">
            <Where matter={matter} />
            <TakeAway matter={matter} situationKey={situation.key} />
          </div>
        </div>
        <Asides matterId={matter.id} onMore={() => setOpen('more')} onFeedback={() => setOpen('feedback')} />
      </ScrollArea>
      <Actions matter={matter} onPrint={() => setOpen('print')} />
      {open !== null && <Panel open={open} matter={matter} situation={situation} onClose={() => setOpen(null)} />}
    </main>
  );
}

interface PanelProps {
  open: NonNullable<Open>;
  matter: ShownMatter;
  situation: Situation;
  onClose(): void;
}

function Panel({ open, matter, situation, onClose }: PanelProps) {
  if (open === 'more') return <MorePanel matter={matter} situation={situation} onClose={onClose} />;
  if (open === 'print') return <PrintPanel matter={matter} onClose={onClose} />;
  if (open === 'feedback') return <FeedbackPanel matterId={matter.id} onClose={onClose} />;
  return <MaterialPanel asked={open} onClose={onClose} />;
}

/** The content was changed under a guide that is cancelled from today. */
function Gone() {
  const words = useGuideWords();
  const { go } = useSession();
  return (
    <main class="screen">
      <NavRow />
      <h1 class="screen-title">{words.gone}</h1>
      <p>{words.goneNote}</p>
      <Button
        kind="primary"
        size="main"
        icon={Search}
        label={words.find}
        onPress={() => go({ type: 'open', screen: { name: 'find' } })}
      />
    </main>
  );
}
