import { Clock, HandHelping, Hash, Phone } from 'lucide';
import { momentWords, todayWords, windowsNow } from '../../content/model/opening-hours.ts';
import type { Place } from '../../content/model/place.ts';
import { useTerminal } from '../bridge/use-terminal.ts';
import { calendars, catalog } from '../catalog/catalog.ts';
import { placeByCode } from '../catalog/selection.ts';
import { minuteNow } from '../frame/clock.ts';
import { type Speech, useWords } from '../locales/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { CallStaff } from './call-staff.tsx';
import { Hotline } from './help-panel.tsx';

/** Somebody who comes, then whom to ring up and where to go. */
export function HelpBody() {
  const speech = useWords();
  const { t } = speech;
  const { terminal } = useTerminal();
  const place = placeByCode(catalog.value, terminal.placeCode);
  return (
    <ScrollArea>
      <CallStaff />
      <dl class="help-lines">
        <Hotline />
        {place && <PlaceLines place={place} speech={speech} />}
        <div class="help-line">
          <Icon of={Hash} />
          <dt>{t.help.bring}</dt>
          <dd class="help-value">{t.help.number(terminal.placeCode, terminal.number)}</dd>
        </div>
      </dl>
    </ScrollArea>
  );
}

function PlaceLines({ place, speech: { t, language, say } }: { place: Place; speech: Speech }) {
  const now = minuteNow.value;
  const windows = windowsNow(place, calendars.value, now);
  const next = windows.open ? null : windows.next;
  const agent = place.agents.find(({ villages }) => villages.length === 0);
  return (
    <>
      <div class="help-line">
        <Icon of={Phone} />
        <dt>{t.help.centre}</dt>
        <dd class="help-value">{place.phone}</dd>
        <dd class="note">{say(place.name)}</dd>
      </div>
      {agent && (
        <div class="help-line">
          <Icon of={HandHelping} />
          <dt>{say(agent.name)}</dt>
          <dd class="help-value">{agent.phone}</dd>
          <dd class="note">{t.help.agentNote}</dd>
        </div>
      )}
      <div class="help-line">
        <Icon of={Clock} />
        <dt>{t.help.hours}</dt>
        <dd class="help-value">{todayWords(place, calendars.value, now, language) ?? t.help.closedToday}</dd>
        <dd class="note">{next === null ? t.help.self : t.help.next(momentWords(next, now, language))}</dd>
      </div>
    </>
  );
}
