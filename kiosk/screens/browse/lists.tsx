import type { Generation } from '../../../content/model/generation.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { changesUntil } from '../../catalog/changes.ts';
import { mostUsed, placeByCode } from '../../catalog/selection.ts';
import { today } from '../../frame/clock.ts';
import { useBrowseWords } from '../../locales/browse-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { MatterRow } from '../parts/matter-row.tsx';

/** What people here ask for most; nothing of what nobody ranked. */
export function MostUsedList({ generation }: { generation: Generation }) {
  const { say } = useWords();
  const words = useBrowseWords();
  const place = placeByCode(generation, useTerminal().terminal.placeCode);
  const matters = mostUsed(generation).filter(({ popular }) => popular !== undefined);
  if (matters.length === 0) return <EmptyState title={words.empty} note={words.emptyNote} />;
  return (
    <section class="card browse-list">
      <h2>{words.mostUsed(place === undefined ? '' : say(place.unit))}</h2>
      <ul>
        {matters.map(matter => (
          <MatterRow key={matter.id} matter={matter} note={say(matter.summary)} />
        ))}
      </ul>
    </section>
  );
}

/** What is not as it was: each with its day and the change in one sentence. */
export function ChangesList({ generation }: { generation: Generation }) {
  const { say } = useWords();
  const words = useBrowseWords();
  const changes = changesUntil(generation.matters, today.value);
  if (changes.length === 0) return <EmptyState title={words.changed.none} note={words.changed.noneNote} />;
  return (
    <section class="card browse-list">
      <h2>{words.changed.title}</h2>
      <ul>
        {changes.map(({ matter, on, what }) => (
          <MatterRow
            key={matter.id}
            matter={matter}
            note={
              <>
                <strong class="browse-date">{words.on(Number(on.slice(5, 7)), Number(on.slice(8)))}</strong>
                {what === null ? words.changed.began : say(what)}
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}
