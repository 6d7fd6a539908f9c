import './failed.css';
import { House, IdCard, RotateCcw } from 'lucide';
import type { Fault } from '../../../content/common/faults.ts';
import { momentWords, windowsNow } from '../../../content/model/opening-hours.ts';
import { send } from '../../bridge/send.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Trouble } from './trouble.tsx';

/** What happened, what to do, and where else: never a dead end. */
export function Failed({ fault }: { fault: Fault }) {
  const { t } = useWords();
  const { visitId, go } = useSession();
  const { services } = useTerminal();
  const ways = useOtherWays();
  async function stop(): Promise<void> {
    if (await send({ type: 'certificates/stop', visitId })) go({ type: 'home' });
  }
  async function again(): Promise<void> {
    if (await send({ type: 'certificates/stop', visitId })) {
      await send({ type: 'certificates/start', visitId, wanted: null });
    }
  }
  return (
    <div class="failed">
      <ScrollArea fill name="failed-parts">
        <h1>{t.certificates.failed}</h1>
        <Trouble fault={fault} />
        <section class="card">
          <h2>{t.certificates.whereElse}</h2>
          <ul>
            {ways.map(way => (
              <li key={way} class="row">
                {way}
              </li>
            ))}
          </ul>
        </section>
        <p class="failed-card">
          <Icon of={IdCard} />
          {t.certificates.takeCardBack}
        </p>
        <p class="note">{t.certificates.code(fault.code)}</p>
      </ScrollArea>
      <div class="certificates-actions">
        <Button kind="primary" size="main" icon={House} keys="home" label={t.common.home} onPress={() => void stop()} />
        {services.certificates.available && (
          <Button
            kind="outline"
            size="main"
            icon={RotateCcw}
            label={t.certificates.again}
            onPress={() => void again()}
          />
        )}
      </div>
    </div>
  );
}

function useOtherWays(): string[] {
  const { t, say, language } = useWords();
  const place = placeByCode(catalog.value, useTerminal().terminal.placeCode);
  const ways = [t.certificates.app, t.certificates.hotline];
  if (place === undefined) return ways;
  const now = minuteNow.value;
  const windows = windowsNow(place, calendars.value, now);
  const next = windows.open || windows.next === null ? null : momentWords(windows.next, now, language);
  const hours = windows.open ? t.certificates.openNow(windows.until) : next;
  return hours === null ? ways : [t.certificates.window(say(place.unit), hours), ...ways];
}
