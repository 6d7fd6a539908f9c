import type { IconNode } from 'lucide';
import { Building2, FileCheck2, Inbox } from 'lucide';
import { fields, type PowerLevel, powerLevels } from '../../../content/model/code-lists.ts';
import type { Generation } from '../../../content/model/generation.ts';
import type { MatterGroup } from '../../catalog/matter-group.ts';
import { useBrowseWords } from '../../locales/browse-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { pictogram } from '../../ui/pictograms.ts';
import { departmentsWithCounts, fieldsInUse, levelsWithCounts, lifeEventsWithCounts } from './counts.ts';

const levelIcons: Record<PowerLevel, IconNode> = {
  'delegated-collection': Inbox,
  'delegated-authority': FileCheck2,
  'township-own': Building2,
};

interface GroupsProps {
  by: MatterGroup['by'];
  generation: Generation;
}

export function Groups({ by, generation }: GroupsProps) {
  const { say } = useWords();
  const { levelNotes } = useBrowseWords();
  switch (by) {
    case 'field':
      return (
        <ul class="groups groups-fields">
          {fieldsInUse(generation).map(({ id, count }) => (
            <Group
              key={id}
              group={{ by: 'field', id }}
              icon={pictogram(fields[id].icon)}
              name={say(fields[id].name)}
              count={count}
            />
          ))}
        </ul>
      );
    case 'level':
      return (
        <ul class="groups groups-wide">
          {levelsWithCounts(generation).map(({ id, count }) => (
            <Group
              key={id}
              group={{ by: 'level', id }}
              icon={levelIcons[id]}
              name={say(powerLevels[id])}
              note={levelNotes[id]}
              count={count}
            />
          ))}
        </ul>
      );
    case 'life-event':
      return (
        <ul class="groups groups-wide">
          {lifeEventsWithCounts(generation).map(({ event, count }) => (
            <Group
              key={event.id}
              group={{ by: 'life-event', id: event.id }}
              icon={pictogram(event.icon)}
              name={say(event.name)}
              note={say(event.summary)}
              count={count}
            />
          ))}
        </ul>
      );
    case 'department':
      return (
        <ul class="groups groups-fields groups-departments">
          {departmentsWithCounts(generation).map(({ name, field, count }) => (
            <Group
              key={name.zh}
              group={{ by: 'department', id: name.zh }}
              icon={pictogram(fields[field].icon)}
              name={say(name)}
              count={count}
            />
          ))}
        </ul>
      );
  }
}

interface GroupProps {
  group: MatterGroup;
  icon: IconNode;
  name: string;
  note?: string;
  count: number;
}

function Group({ group, icon, name, note, count }: GroupProps) {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <li>
      <button type="button" class="card group" onClick={() => go({ type: 'open', screen: { name: 'matters', group } })}>
        <Icon of={icon} />
        <span class="group-words">
          <span class="group-name">{name}</span>
          {note !== undefined && <span>{note}</span>}
          <span class="note">{t.common.count(count)}</span>
        </span>
      </button>
    </li>
  );
}
