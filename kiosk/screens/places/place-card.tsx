import { Clock, HandHelping, type IconNode, MapPin, Phone, Printer, Store } from 'lucide';
import { holidayName, momentWords, todayWords, windowsNow } from '../../../content/model/opening-hours.ts';
import type { Place } from '../../../content/model/place.ts';
import { calendars } from '../../catalog/catalog.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';

interface PlaceCardProps {
  place: Place;
  own: boolean;
  now: number;
}

export function PlaceCard({ place, own, now }: PlaceCardProps) {
  const { t, say, language } = useWords();
  const windows = windowsNow(place, calendars.value, now);
  const state = windows.open
    ? t.places.openNow(windows.until)
    : windows.next === null
      ? t.places.closedToday
      : t.places.next(momentWords(windows.next, now, language));
  const holiday = holidayName(calendars.value, now);
  const closed = holiday === null ? t.places.closedToday : t.places.closedOn(say(holiday));
  return (
    <li class={own ? 'card place place-own' : 'card place'}>
      <div class="place-head">
        <h2>{say(place.name)}</h2>
        {own && <Tag tone="plain">{t.places.own}</Tag>}
        <Tag tone={windows.open ? 'go' : 'later'}>{state}</Tag>
      </div>
      <ul class="place-facts">
        <Fact icon={Clock} words={`${t.places.today} ${todayWords(place, calendars.value, now, language) ?? closed}`} />
        <Fact icon={Phone} words={place.phone} />
        <Fact icon={MapPin} words={say(place.address)} />
        <Fact icon={Printer} words={t.places.zone} />
        {own &&
          place.agents.map(agent => (
            <Fact key={agent.phone} icon={HandHelping} words={`${say(agent.name)} ${agent.phone}`} />
          ))}
        {own && <Fact icon={Store} words={say(place.selfServiceZone.where)} />}
      </ul>
    </li>
  );
}

function Fact({ icon, words }: { icon: IconNode; words: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{words}</span>
    </li>
  );
}
