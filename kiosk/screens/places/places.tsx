import '../../ui/card.css';
import './places.css';
import { List } from 'lucide';
import { useState } from 'preact/hooks';
import type { Generation, ShownMatter } from '../../../content/model/generation.ts';
import { holidaysKnown } from '../../../content/model/opening-hours.ts';
import type { Place } from '../../../content/model/place.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { handledAt, placesFrom } from '../../catalog/places-selection.ts';
import { matterById, placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { usePlacesWords } from '../../locales/places-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { DistrictMap } from './map/district-map.tsx';
import { PlaceCard } from './place-card.tsx';
import { PlaceList } from './place-list.tsx';
import { type PlaceView, placeViews } from './place-view.ts';
import { PlacesFilter } from './places-filter.tsx';
import { VillagePanel } from './village-panel.tsx';

/** The service centres of the district on a drawn map, the nearest first; with a matter, those whose windows handle it. */
export function Places({ matterId }: { matterId?: string | undefined }) {
  const speech = useWords();
  const words = usePlacesWords();
  const { terminal } = useTerminal();
  const [openOnly, setOpenOnly] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const [villagesOpen, setVillagesOpen] = useState(false);
  const [mapWanted, wantMap] = useState(false);
  const { settings } = useSession();
  // In large type, and in the lower half of the screen, the map and the list each need the whole room.
  const oneAtATime = settings.value.largeType || settings.value.lowReach;
  const generation = catalog.value;
  const now = minuteNow.value;
  const { matter, places } = placesFor(generation, matterId, terminal.placeCode);
  const own = placeByCode(generation, terminal.placeCode);
  const viewsOf = (of: readonly Place[]): PlaceView[] => placeViews(of, own, calendars.value, now, speech);
  const views = viewsOf(places);
  const open = views.filter(({ windows }) => windows.open).length;
  const shown = openOnly ? views.filter(({ windows }) => windows.open) : views;
  const card = views.find(({ place }) => place.code === chosen);
  const note = <p class="note">{holidaysKnown(calendars.value, now) ? words.note : words.noteNoHolidays}</p>;
  return (
    <main class={oneAtATime ? 'screen places places-one' : 'screen places'}>
      <NavRow>{words.openCount(open)}</NavRow>
      <h1 class="screen-title unseen-large-low">
        {matter === null ? words.title : words.forMatter(speech.say(matter.name))}
      </h1>
      <PlacesFilter
        openOnly={openOnly}
        count={{ all: views.length, open }}
        onOpenOnly={wanted => {
          setOpenOnly(wanted);
          choose(null);
        }}
        onVillages={() => setVillagesOpen(true)}
        {...(oneAtATime && { map: mapWanted, onMap: wantMap })}
      />
      {(mapWanted || !oneAtATime) && (
        <DistrictMap
          views={shown.length === 0 ? views : shown}
          chosen={chosen}
          onChoose={code => {
            choose(code);
            wantMap(false);
          }}
        />
      )}
      {(!mapWanted || !oneAtATime) && (
        <div class="places-side">
          {card === undefined ? (
            <PlaceList views={shown} all={views} ownTownshipOnly={matter?.area === 'place'} onChoose={choose}>
              {oneAtATime && note}
            </PlaceList>
          ) : (
            <>
              <ScrollArea key={card.place.code}>
                <PlaceCard view={card} now={now} />
                {oneAtATime && note}
              </ScrollArea>
              <Button kind="quiet" icon={List} label={words.list} onPress={() => choose(null)} />
            </>
          )}
          {!oneAtATime && note}
        </div>
      )}
      {villagesOpen && (
        <VillagePanel
          views={viewsOf(generation?.places ?? [])}
          onChoose={code => {
            setVillagesOpen(false);
            setOpenOnly(false);
            wantMap(false);
            choose(code);
          }}
          onClose={() => setVillagesOpen(false)}
        />
      )}
    </main>
  );
}

/** Null as matter: all places, because nobody asked for one or because its window is at none of the centres. */
function placesFor(
  generation: Generation | null,
  matterId: string | undefined,
  ownCode: string,
): { matter: ShownMatter | null; places: Place[] } {
  if (generation === null) return { matter: null, places: [] };
  const all = placesFrom(generation, ownCode);
  const matter = matterId === undefined ? undefined : matterById(generation, matterId);
  if (matter === undefined) return { matter: null, places: all };
  const places = all.filter(place => handledAt(place, matter, ownCode));
  return places.length === 0 ? { matter: null, places: all } : { matter, places };
}
