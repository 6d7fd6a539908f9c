import './checklist.css';
import { Check } from 'lucide';
import { pictureOf } from '../../../content/model/material-pictures.ts';
import type { Material } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { type GuideWords, useGuideWords } from '../../locales/guide-words.ts';
import { type Speech, useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PaperDrawing } from '../../ui/paper-drawing.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type AskedMaterial, needTones } from './needs.ts';

/** From here on the rows stand in two columns. */
const twoColumnsFrom = 4;
/** So many rows are always in view. */
const shortRows = 2;

interface ChecklistProps {
  situation: Situation;
  onLook(asked: AskedMaterial): void;
}

/** What to bring in this situation, and what need not be brought because shared data gives it. A touch shows what it is. */
export function Checklist({ situation, onLook }: ChecklistProps) {
  const words = useGuideWords();
  const { bring, later, optional, exempt } = situation;
  const title = words.bring(bring.length, exempt.length);
  const asked: AskedMaterial[] = [
    ...bring.map((material): AskedMaterial => ({ material, need: 'must' })),
    ...later.map((material): AskedMaterial => ({ material, need: 'later' })),
    ...optional.map((material): AskedMaterial => ({ material, need: 'optional' })),
    ...exempt.map((material): AskedMaterial => ({ material, need: 'exempt' })),
  ];
  const two = asked.length >= twoColumnsFrom;
  const rows = two ? Math.ceil(asked.length / 2) : asked.length;
  return (
    <section
      class={rows <= shortRows ? 'card guide-checklist guide-checklist-short' : 'card guide-checklist'}
      aria-label={title}
      style={{ '--rows': Math.min(Math.max(rows, 1), shortRows) }}
    >
      <header class="guide-checklist-head">
        <h2>{title}</h2>
        {asked.length > 0 && <p class="note">{words.look}</p>}
      </header>
      {asked.length === 0 ? (
        <p>{words.nothingToBring}</p>
      ) : (
        <ScrollArea>
          <ul class={two ? 'materials materials-two' : 'materials'}>
            {asked.map(each => (
              <Row key={each.material.id} asked={each} onLook={onLook} />
            ))}
          </ul>
        </ScrollArea>
      )}
    </section>
  );
}

function Row({ asked, onLook }: { asked: AskedMaterial; onLook(asked: AskedMaterial): void }) {
  const words = useGuideWords();
  const speech = useWords();
  const { material, need } = asked;
  const note = noteOf(material, words, speech);
  return (
    <li>
      <button type="button" class={`material material-${need}`} onClick={() => onLook(asked)}>
        <span class="material-picture">
          <PaperDrawing of={pictureOf(material)} />
          {need === 'exempt' && (
            <span class="material-given">
              <Icon of={Check} />
            </span>
          )}
        </span>
        <span class="row-words">
          <span class="row-name">{speech.say(material.name)}</span>
          {note !== '' && <span class="row-note">{note}</span>}
        </span>
        <Tag tone={needTones[need]}>{words.tags[need]}</Tag>
      </button>
    </li>
  );
}

function noteOf(material: Material, words: GuideWords, { say, language }: Speech): string {
  if (material.sharedBy !== undefined) return words.shared(say(material.sharedBy));
  const parts = [
    material.note === undefined ? '' : say(material.note),
    material.copies > 1 ? words.copies(material.copies) : '',
  ];
  return parts.filter(part => part !== '').join(language === 'zh' ? '，' : ', ');
}
