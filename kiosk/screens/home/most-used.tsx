import './most-used.css';
import type { Generation } from '../../../content/model/generation.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { chipWords, mostUsed, placeByCode } from '../../catalog/selection.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { FittingList } from '../../ui/fitting-list.tsx';
import { MatterRow } from '../parts/matter-row.tsx';

/** The list shows as many of these as fit whole; about so many do. */
const listed = 8;
const usuallyFit = 4;
const chips = 4;

export function MostUsed({ generation }: { generation: Generation }) {
  const { t, say } = useWords();
  const place = placeByCode(generation, useTerminal().terminal.placeCode);
  const title = t.home.mostUsed(place === undefined ? '' : say(place.unit));
  return (
    <section class="card home-most-used">
      <h2>{title}</h2>
      <FittingList>
        {mostUsed(generation)
          .slice(0, listed)
          .map(matter => (
            <MatterRow key={matter.id} matter={matter} />
          ))}
      </FittingList>
    </section>
  );
}

/** Everyday words that lead straight to a guide. Everyday words exist in Chinese only. */
export function Chips({ generation }: { generation: Generation }) {
  const { language } = useWords();
  const { go } = useSession();
  if (language !== 'zh') return null;
  return (
    <div class="home-chips">
      {chipWords(generation, usuallyFit)
        .slice(0, chips)
        .map(({ id, words }) => (
          <button
            key={id}
            type="button"
            class="chip"
            onClick={() => go({ type: 'open', screen: { name: 'guide', matterId: id } })}
          >
            {words}
          </button>
        ))}
    </div>
  );
}
