import '../../ui/card.css';
import './matters.css';
import type { Text } from '../../../content/common/text.ts';
import { fields, powerLevels } from '../../../content/model/code-lists.ts';
import type { Generation, ShownMatter } from '../../../content/model/generation.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { MatterGroup } from '../../catalog/matter-group.ts';
import { mattersOf } from '../../catalog/selection.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useBrowseWords } from '../../locales/browse-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { MatterRow } from '../parts/matter-row.tsx';

/** All matters of one field, level, life event or department, the most used first. */
export function Matters({ group }: { group: MatterGroup }) {
  const { say } = useWords();
  const words = useBrowseWords();
  const generation = catalog.value;
  const matters = generation === null ? [] : mattersOf(generation, group);
  return (
    <main class="screen matters">
      <NavRow>{words.ways[group.by]}</NavRow>
      <h1 class="screen-title">{say(groupName(group, generation, matters))}</h1>
      {matters.length === 0 ? (
        <EmptyState title={words.empty} note={words.emptyNote} />
      ) : (
        <section class="card matters-list">
          <ScrollArea>
            <ul>
              {matters.map(matter => (
                <MatterRow key={matter.id} matter={matter} note={say(matter.summary)} />
              ))}
            </ul>
          </ScrollArea>
        </section>
      )}
    </main>
  );
}

function groupName(group: MatterGroup, generation: Generation | null, matters: readonly ShownMatter[]): Text {
  switch (group.by) {
    case 'field':
      return fields[group.id].name;
    case 'level':
      return powerLevels[group.id];
    case 'life-event':
      return generation?.lifeEvents.find(event => event.id === group.id)?.name ?? { zh: '一件事', en: 'Life event' };
    case 'department':
      return matters[0]?.department ?? { zh: group.id };
  }
}
