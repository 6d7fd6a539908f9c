import type { ComponentChildren } from 'preact';
import type { ShownMatter } from '../../../content/model/generation.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { endsNow, nearestEnd } from '../../catalog/availability.ts';
import { nearestWords } from '../../catalog/availability-words.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Tag } from '../../ui/tag.tsx';

interface MatterRowProps {
  matter: ShownMatter;
  /** Stands in place of the plain name, for instance with the matched part marked. */
  name?: ComponentChildren;
  note?: ComponentChildren;
}

/** A matter in a list: its name, and the nearest end that serves it now. Opens its guide. */
export function MatterRow({ matter, name, note }: MatterRowProps) {
  const speech = useWords();
  const { go } = useSession();
  const { services, terminal } = useTerminal();
  const now = minuteNow.value;
  const place = placeByCode(catalog.value, terminal.placeCode);
  const ends = endsNow(matter, place, services.certificates, calendars.value, now);
  const nearest = nearestWords(nearestEnd(ends), speech, now);
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => go({ type: 'open', screen: { name: 'guide', matterId: matter.id } })}
      >
        <span class="row-words">
          <span class="row-name">{name ?? speech.say(matter.name)}</span>
          {note !== undefined && <span class="row-note">{note}</span>}
        </span>
        {nearest && <Tag tone={nearest.tone}>{nearest.words}</Tag>}
      </button>
    </li>
  );
}
