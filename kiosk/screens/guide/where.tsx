import './where.css';
import type { Text } from '../../../content/common/text.ts';
import type { ShownMatter } from '../../../content/model/generation.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { endsNow } from '../../catalog/availability.ts';
import { endWords } from '../../catalog/availability-words.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { placeByCode, placesElsewhere } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { type Speech, useWords } from '../../locales/use-words.ts';

/** Which of the four ends serve this matter, and whether they do so now. */
export function Where({ matter }: { matter: ShownMatter }) {
  const speech = useWords();
  const { services, terminal } = useTerminal();
  const now = minuteNow.value;
  const place = placeByCode(catalog.value, terminal.placeCode);
  const ends = endsNow(matter, place, services.certificates, calendars.value, now);
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
              {end.when === 'elsewhere' && <Elsewhere why={end.why} codes={end.places} speech={speech} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Why not at the windows here, and where to go instead. */
function Elsewhere({ why, codes, speech }: { why: Text; codes: readonly string[]; speech: Speech }) {
  const { t, say, language } = speech;
  const { terminal } = useTerminal();
  const generation = catalog.value;
  const places = generation === null ? [] : placesElsewhere(generation, codes, terminal.placeCode);
  return (
    <span class="where-why">
      {say(why)}
      {places.length > 0 &&
        `${language === 'zh' ? '。' : '. '}${t.guide.elsewhere(places.map(place => say(place.unit)))}`}
    </span>
  );
}
