import './top-bar.css';
import { chinaTime } from '../../content/common/local-date.ts';
import { clockWords } from '../../content/model/opening-hours.ts';
import { usePresentTerminal } from '../bridge/use-terminal.ts';
import { catalog } from '../catalog/catalog.ts';
import { placeByCode } from '../catalog/selection.ts';
import type { Speech } from '../locales/use-words.ts';
import { minuteNow } from './clock.ts';
import { readinessPress } from './readiness-door.ts';

/**
 * Whose machine this is, and what time it is. Drawn with and without a visit, so the language comes from outside. Held
 * down, the name opens the technician's readiness screen.
 */
export function TopBar({ speech: { t, say } }: { speech: Speech }) {
  const terminal = usePresentTerminal()?.terminal;
  const place = terminal && placeByCode(catalog.value, terminal.placeCode);
  return (
    <header class="top-bar">
      <img class="top-bar-mark" src="/mark.svg" alt="" />
      <div class="top-bar-place" {...readinessPress}>
        <p>{place ? say(place.name) : say({ zh: '便民服务中心', en: 'Service centre' })}</p>
        <p class="note">{terminal ? t.common.terminal(terminal.number) : t.attract.title}</p>
      </div>
      {terminal && <Now t={t} />}
    </header>
  );
}

function Now({ t }: Pick<Speech, 't'>) {
  const now = chinaTime(minuteNow.value);
  return (
    <div class="top-bar-time">
      <time>{clockWords(now.minutes)}</time>
      <p class="note">{t.common.date(now.month, now.day, now.weekday)}</p>
    </div>
  );
}
