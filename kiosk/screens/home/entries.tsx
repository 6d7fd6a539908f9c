import './entries.css';
import { type IconNode, Layers, LayoutGrid, MapPin, Route } from 'lucide';
import { useWords } from '../../locales/use-words.ts';
import type { Screen } from '../../session/navigation.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';

/** Other ways into the same catalogue. */
export function Entries() {
  const { t } = useWords();
  return (
    <div class="home-entries">
      <Entry
        icon={LayoutGrid}
        name={t.home.byField}
        note={t.home.byFieldNote}
        screen={{ name: 'browse', by: 'field' }}
      />
      <Entry icon={Layers} name={t.home.byLevel} note={t.home.byLevelNote} screen={{ name: 'browse', by: 'level' }} />
      <Entry icon={MapPin} name={t.home.places} note={t.home.placesNote} screen={{ name: 'places' }} />
      <Entry
        icon={Route}
        name={t.home.lifeEvents}
        note={t.home.lifeEventsNote}
        screen={{ name: 'browse', by: 'life-event' }}
      />
    </div>
  );
}

interface EntryProps {
  icon: IconNode;
  name: string;
  note: string;
  screen: Screen;
}

function Entry({ icon, name, note, screen }: EntryProps) {
  const { go } = useSession();
  return (
    <button type="button" class="entry" onClick={() => go({ type: 'open', screen })}>
      <Icon of={icon} />
      <span class="entry-name">{name}</span>
      <span class="note">{note}</span>
    </button>
  );
}
