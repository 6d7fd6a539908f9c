import './help-panel.css';
import { Clock, HandHelping, Hash, Phone, X } from 'lucide';
import { momentWords, todayWords, windowsNow } from '../../content/model/opening-hours.ts';
import type { Place } from '../../content/model/place.ts';
import { useTerminal } from '../bridge/use-terminal.ts';
import { calendars, catalog } from '../catalog/catalog.ts';
import { placeByCode } from '../catalog/selection.ts';
import { minuteNow } from '../frame/clock.ts';
import { type Speech, useWords } from '../locales/use-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';

/** Whom to call, and when somebody is here: the answer to “this does not work”. */
export function HelpPanel() {
  const speech = useWords();
  const { t } = speech;
  const { terminal } = useTerminal();
  const { helpOpen } = useSession();
  const place = placeByCode(catalog.value, terminal.placeCode);
  const close = (): void => {
    helpOpen.value = false;
  };
  return (
    <Modal label={t.help.title} kind="veil" onAside={close}>
      <div class="panel help-panel">
        <h1 class="screen-title">{t.help.title}</h1>
        <dl>
          <div class="help-line">
            <Icon of={Phone} />
            <dt>{t.help.hotline}</dt>
            <dd class="help-number">12345</dd>
            <dd class="note">{t.help.hotlineNote}</dd>
          </div>
          {place && <PlaceLines place={place} speech={speech} />}
          <div class="help-line">
            <Icon of={Hash} />
            <dt>{t.help.bring}</dt>
            <dd class="help-value">{t.help.number(terminal.placeCode, terminal.number)}</dd>
          </div>
        </dl>
        <Button kind="primary" size="main" icon={X} label={t.common.close} onPress={close} />
      </div>
    </Modal>
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
