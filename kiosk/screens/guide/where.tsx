import './where.css';
import type { Matter } from '../../../content/model/matter.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { endsNow } from '../../catalog/availability.ts';
import { endWords } from '../../catalog/availability-words.ts';
import { catalog } from '../../catalog/catalog.ts';
import { placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { useWords } from '../../locales/use-words.ts';

/** Which of the four ends serve this matter, and whether they do so now. */
export function Where({ matter }: { matter: Matter }) {
  const speech = useWords();
  const { services, terminal } = useTerminal();
  const now = minuteNow.value;
  const place = placeByCode(catalog.value, terminal.placeCode);
  const ends = endsNow(matter, place, services.certificates, now);
  return (
    <section class="card guide-where">
      <h2>{speech.t.guide.where}</h2>
      <ul>
        {ends.map(end => {
          const { name, words, tone } = endWords(end, speech, now);
          return (
            <li key={end.end}>
              <span class="where-name">{name}</span>
              <span class={`where-state where-${tone}`}>{words}</span>
              {end.when === 'out-of-order' && <span class="where-why">{speech.say(end.fault.citizen)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
