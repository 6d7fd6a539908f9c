import './where.css';
import { MapPin } from 'lucide';
import type { Text } from '../../../content/common/text.ts';
import type { ShownMatter } from '../../../content/model/generation.ts';
import { windowsNow } from '../../../content/model/opening-hours.ts';
import type { Place } from '../../../content/model/place.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { type EndNow, endsNow } from '../../catalog/availability.ts';
import { endWords } from '../../catalog/availability-words.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { kmBetween } from '../../catalog/nearness.ts';
import { handledAt, placesElsewhere, placesFrom } from '../../catalog/places-selection.ts';
import { placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { distanceWords } from '../../locales/places-words.ts';
import { type Speech, useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';

/** Which of the four ends serve this matter and whether they do so now; with closed windows here, the nearest open ones. */
export function Where({ matter }: { matter: ShownMatter }) {
  const speech = useWords();
  const words = useGuideWords();
  const { go } = useSession();
  const { services, terminal } = useTerminal();
  const now = minuteNow.value;
  const place = placeByCode(catalog.value, terminal.placeCode);
  const ends = endsNow(matter, place, services.certificates, calendars.value, now);
  const open = nearestOpen(matter, ends, terminal.placeCode, now);
  return (
    <section class="card guide-where">
      <header class="guide-where-head">
        <h2>{words.where}</h2>
        {matter.ends.window !== undefined && (
          <Button
            kind="quiet"
            icon={MapPin}
            label={words.map}
            onPress={() => go({ type: 'open', screen: { name: 'places', matterId: matter.id } })}
          />
        )}
      </header>
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
        {open !== null && (
          <li key="open">
            <span class="where-name">
              {words.openThere(
                speech.say(open.place.unit),
                distanceWords(kmBetween(place, open.place), speech.language),
              )}
            </span>
            <span class="where-state where-go">{speech.t.availability.openUntil(open.until)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Of the other places whose windows do it and are open now, the nearest; null when the windows here are open themselves. */
function nearestOpen(
  matter: ShownMatter,
  ends: readonly EndNow[],
  ownCode: string,
  now: number,
): { place: Place; until: string } | null {
  const generation = catalog.value;
  const here = ends.find(({ end }) => end === 'window');
  // A matter of one's own township is no matter for another's windows.
  if (generation === null || here === undefined || here.when === 'open' || matter.area === 'place') return null;
  for (const place of placesFrom(generation, ownCode)) {
    if (place.code === ownCode || !handledAt(place, matter, ownCode)) continue;
    const windows = windowsNow(place, calendars.value, now);
    if (windows.open) return { place, until: windows.until };
  }
  return null;
}

/** Why not at the windows here, and where to go instead. */
function Elsewhere({ why, codes, speech }: { why: Text; codes: readonly string[]; speech: Speech }) {
  const { say, language } = speech;
  const words = useGuideWords();
  const { terminal } = useTerminal();
  const generation = catalog.value;
  const places = generation === null ? [] : placesElsewhere(generation, codes, terminal.placeCode);
  return (
    <span class="where-why">
      {say(why)}
      {places.length > 0 &&
        `${language === 'zh' ? '。' : '. '}${words.elsewhere(places.map(place => say(place.unit)))}`}
    </span>
  );
}
