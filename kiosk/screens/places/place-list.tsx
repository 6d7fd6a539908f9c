import type { ComponentChildren } from 'preact';
import { usePlacesWords } from '../../locales/places-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { firstToOpen, type PlaceView } from './place-view.ts';

interface PlaceListProps {
  /** What the filter leaves. */
  views: readonly PlaceView[];
  all: readonly PlaceView[];
  /** The matter that was asked for is one of the citizen's own township. */
  ownTownshipOnly: boolean;
  onChoose(code: string): void;
  /** Stands under the last row. */
  children: ComponentChildren;
}

/** One row a place, the nearest first; a touch opens its card. When none is open, the one that opens first. */
export function PlaceList({ views, all, ownTownshipOnly, onChoose, children }: PlaceListProps) {
  const words = usePlacesWords();
  const first = views.length === 0 ? firstToOpen(all) : undefined;
  const rows = first === undefined ? views : [first];
  return (
    <section class="card places-list">
      {ownTownshipOnly && <p class="places-hint">{words.ownTownship}</p>}
      {views.length === 0 && (
        <div class="places-none">
          <h2>{words.noneOpen}</h2>
          <p>{first === undefined ? words.noneNote : words.noneOpenNote}</p>
        </div>
      )}
      <ScrollArea>
        <ul>
          {rows.map(view => (
            <Row key={view.place.code} view={view} number={all.indexOf(view) + 1} onChoose={onChoose} />
          ))}
        </ul>
        {children}
      </ScrollArea>
    </section>
  );
}

function Row({ view, number, onChoose }: { view: PlaceView; number: number; onChoose(code: string): void }) {
  const { say } = useWords();
  const words = usePlacesWords();
  const { place, own, windows, state, distance } = view;
  const note = own ? words.own : distance;
  return (
    <li>
      <button type="button" class="row place-row" onClick={() => onChoose(place.code)}>
        <span class="place-number" aria-hidden="true">
          {number}
        </span>
        <span class="row-words">
          <span class="row-name">{say(place.unit)}</span>
          {note !== '' && <span class="row-note">{note}</span>}
        </span>
        <Tag tone={windows.open ? 'go' : 'later'}>{state}</Tag>
      </button>
    </li>
  );
}
