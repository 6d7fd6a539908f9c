import './checklist.css';
import { Check } from 'lucide';
import type { Material } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { type Speech, useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';

type Need = 'must' | 'optional' | 'later' | 'exempt';
const tones: Record<Need, Tone> = { must: 'plain', optional: 'plain', later: 'later', exempt: 'go' };
/** From here on the rows stand in two columns. */
const twoColumnsFrom = 4;
/** So many rows are always in view. */
const shortRows = 2;

/** What to bring in this situation, and what need not be brought because shared data gives it. */
export function Checklist({ situation }: { situation: Situation }) {
  const { t } = useWords();
  const { bring, later, optional, exempt } = situation;
  const title = t.guide.bring(bring.length, exempt.length);
  const count = bring.length + later.length + optional.length + exempt.length;
  const rows = count >= twoColumnsFrom ? Math.ceil(count / 2) : count;
  return (
    <section
      class={rows <= shortRows ? 'card guide-checklist guide-checklist-short' : 'card guide-checklist'}
      aria-label={title}
      style={{ '--rows': Math.min(Math.max(rows, 1), shortRows) }}
    >
      <h2>{title}</h2>
      {count === 0 ? (
        <p>{t.guide.nothingToBring}</p>
      ) : (
        <ScrollArea>
          <ul class={count >= twoColumnsFrom ? 'materials materials-two' : 'materials'}>
            <Rows need="must" materials={bring} />
            <Rows need="later" materials={later} />
            <Rows need="optional" materials={optional} />
            <Rows need="exempt" materials={exempt} />
          </ul>
        </ScrollArea>
      )}
    </section>
  );
}

function Rows({ need, materials }: { need: Need; materials: Material[] }) {
  const speech = useWords();
  return (
    <>
      {materials.map(material => {
        const note = noteOf(material, speech);
        return (
          <li key={material.id} class={`material material-${need}`}>
            <span class="material-box">{need === 'exempt' && <Icon of={Check} />}</span>
            <span class="row-words">
              <span class="row-name">{speech.say(material.name)}</span>
              {note !== '' && <span class="row-note">{note}</span>}
            </span>
            <Tag tone={tones[need]}>{speech.t.guide.tags[need]}</Tag>
          </li>
        );
      })}
    </>
  );
}

function noteOf(material: Material, { t, say, language }: Speech): string {
  if (material.sharedBy !== undefined) return t.guide.shared(say(material.sharedBy));
  const parts = [
    material.note === undefined ? '' : say(material.note),
    material.copies > 1 ? t.guide.copies(material.copies) : '',
  ];
  return parts.filter(part => part !== '').join(language === 'zh' ? '，' : ', ');
}
