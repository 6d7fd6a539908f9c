import '../../ui/card.css';
import './places.css';
import { holidaysKnown, windowsNow } from '../../../content/model/opening-hours.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { placesFrom } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useWords } from '../../locales/use-words.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { PlaceCard } from './place-card.tsx';

/** All service centres of the district: the one around this terminal first. */
export function Places() {
  const { t } = useWords();
  const { terminal } = useTerminal();
  const generation = catalog.value;
  const places = generation === null ? [] : placesFrom(generation, terminal.placeCode);
  const now = minuteNow.value;
  const open = places.filter(place => windowsNow(place, calendars.value, now).open).length;
  return (
    <main class="screen places">
      <NavRow>{t.places.openCount(open)}</NavRow>
      <h1 class="screen-title">{t.places.title}</h1>
      <ScrollArea>
        <ul class="places-list">
          {places.map(place => (
            <PlaceCard key={place.code} place={place} own={place.code === terminal.placeCode} now={now} />
          ))}
        </ul>
      </ScrollArea>
      <p class="note">{holidaysKnown(calendars.value, now) ? t.places.note : t.places.noteNoHolidays}</p>
    </main>
  );
}
