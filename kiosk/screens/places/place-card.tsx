import { Clock, HandHelping, type IconNode, MapPin, Phone, Printer, Route, Store } from 'lucide';
import { holidayName, todayWords } from '../../../content/model/opening-hours.ts';
import { calendars } from '../../catalog/catalog.ts';
import { usePlacesWords } from '../../locales/places-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PlaceView } from './place-view.ts';

/** All of one place: when it is open, how far, where, and whom to call. */
export function PlaceCard({ view: { place, own, windows, state, distance }, now }: { view: PlaceView; now: number }) {
  const { say, language } = useWords();
  const words = usePlacesWords();
  const holiday = holidayName(calendars.value, now);
  const closed = holiday === null ? words.closedToday : words.closedOn(say(holiday));
  return (
    <article class={own ? 'card place place-own' : 'card place'}>
      <div class="place-head">
        <h2>{say(place.name)}</h2>
        {own && <Tag tone="plain">{words.own}</Tag>}
        <Tag tone={windows.open ? 'go' : 'later'}>{state}</Tag>
      </div>
      <ul class="place-facts">
        <Fact icon={Clock} text={`${words.today} ${todayWords(place, calendars.value, now, language) ?? closed}`} />
        {distance !== '' && <Fact icon={Route} text={distance} />}
        <Fact icon={Phone} text={place.phone} />
        <Fact icon={MapPin} text={say(place.address)} />
        <Fact icon={Printer} text={words.zone} />
        <Fact icon={Store} text={say(place.selfServiceZone.where)} />
        {place.agents.map(agent => (
          <Fact key={agent.phone} icon={HandHelping} text={`${say(agent.name)} ${agent.phone}`} />
        ))}
        {place.otherPhones.map(({ name, phone }) => (
          <Fact key={phone} icon={Phone} text={`${say(name)} ${phone}`} />
        ))}
      </ul>
    </article>
  );
}

function Fact({ icon, text }: { icon: IconNode; text: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{text}</span>
    </li>
  );
}
