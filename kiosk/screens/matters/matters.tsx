import '../../ui/card.css';
import './matters.css';
import type { Text } from '../../../content/common/text.ts';
import { fields, powerLevels } from '../../../content/model/code-lists.ts';
import type { Generation } from '../../../content/model/generation.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { MatterGroup } from '../../catalog/matter-group.ts';
import { mattersOf } from '../../catalog/selection.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useWords } from '../../locales/use-words.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { MatterRow } from '../parts/matter-row.tsx';

/** All matters of one field, level or life event, the most used first. */
export function Matters({ group }: { group: MatterGroup }) {
  const { t, say } = useWords();
  const generation = catalog.value;
  const matters = generation === null ? [] : mattersOf(generation, group);
  const title = say(groupName(group, generation));
  return (
    <main class="screen matters">
      <NavRow>{t.browse.ways[group.by]}</NavRow>
      <h1 class="screen-title">{title}</h1>
      <section class="card matters-list">
        <ScrollArea>
          {matters.length === 0 ? (
            <p>{t.matters.empty}</p>
          ) : (
            <ul>
              {matters.map(matter => (
                <MatterRow key={matter.id} matter={matter} note={say(matter.summary)} />
              ))}
            </ul>
          )}
        </ScrollArea>
      </section>
    </main>
  );
}

function groupName(group: MatterGroup, generation: Generation | null): Text {
  switch (group.by) {
    case 'field':
      return fields[group.id].name;
    case 'level':
      return powerLevels[group.id];
    case 'life-event':
      return generation?.lifeEvents.find(event => event.id === group.id)?.name ?? { zh: '一件事', en: 'Life event' };
  }
}
