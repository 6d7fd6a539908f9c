import { Clock, FileText, type IconNode, Printer } from 'lucide';
import type { ComponentChildren } from 'preact';
import { momentWords, windowsNow } from '../../../content/model/opening-hours.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { certificateMatters, chipWords, everydayName, placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import type { Speech } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useService } from '../parts/service-now.ts';

const namedCertificates = 6;
const namedMatters = 4;

/** What can be had here, and who is behind the windows: readable from two steps away, before anything is touched. */
export function Offers({ speech }: { speech: Speech }) {
  return (
    <ul>
      <Certificates speech={speech} />
      <Guides speech={speech} />
      <Windows speech={speech} />
    </ul>
  );
}

function Certificates({ speech: { t, say } }: { speech: Speech }) {
  const { certificates } = useTerminal().services;
  const generation = catalog.value;
  const kinds = generation === null ? [] : certificateMatters(generation).slice(0, namedCertificates);
  return (
    <Offer
      icon={Printer}
      name={t.attract.certificates}
      state={<Tag tone={certificates.available ? 'go' : 'later'}>{stateWords(certificates.available, t)}</Tag>}
      note={certificates.available ? t.attract.certificatesNote : say(certificates.fault.citizen)}
    >
      {kinds.length > 0 && (
        <ul class="offer-kinds">
          {kinds.map(matter => (
            <li key={matter.id}>{everydayName(matter)}</li>
          ))}
        </ul>
      )}
    </Offer>
  );
}

function stateWords(available: boolean, t: Speech['t']): string {
  return available ? t.home.availableNow : t.home.notNow;
}

function Guides({ speech }: { speech: Speech }) {
  const { t } = speech;
  const codes = useService('codes', speech);
  const generation = catalog.value;
  const printed = new Set(generation === null ? [] : certificateMatters(generation).map(({ id }) => id));
  const words = (generation === null ? [] : chipWords(generation, 0))
    .filter(({ id }) => !printed.has(id))
    .slice(0, namedMatters);
  return (
    <Offer
      icon={FileText}
      name={t.attract.guides}
      note={generation === null ? t.attract.guidesNote : t.attract.guidesCount(generation.matters.length)}
    >
      {words.length > 0 && (
        <ul class="offer-kinds">
          {words.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      {codes?.works && <p class="offer-codes">{t.codes.offer}</p>}
    </Offer>
  );
}

function Windows({ speech: { t, say, language } }: { speech: Speech }) {
  const place = placeByCode(catalog.value, useTerminal().terminal.placeCode);
  if (place === undefined) return null;
  const now = minuteNow.value;
  const windows = windowsNow(place, calendars.value, now);
  const next = windows.open || windows.next === null ? '' : t.places.next(momentWords(windows.next, now, language));
  return (
    <Offer
      icon={Clock}
      name={t.attract.windows}
      state={<Tag tone={windows.open ? 'go' : 'later'}>{windows.open ? t.attract.open : t.attract.closed}</Tag>}
      note={windows.open ? t.attract.until(windows.until) : next}
    >
      <p>{say(place.address)}</p>
      <p>{place.phone}</p>
    </Offer>
  );
}

interface OfferProps {
  icon: IconNode;
  name: string;
  state?: ComponentChildren;
  note: string;
  children?: ComponentChildren;
}

function Offer({ icon, name, state, note, children }: OfferProps) {
  return (
    <li class="attract-offer">
      <Icon of={icon} />
      <div>
        <div class="offer-head">
          <h2>{name}</h2>
          {state}
        </div>
        <p class="offer-note">{note}</p>
        {children}
      </div>
    </li>
  );
}
