import '../../ui/card.css';
import './browse.css';
import { Search } from 'lucide';
import type { Generation } from '../../../content/model/generation.ts';
import { catalog } from '../../catalog/catalog.ts';
import { type BrowseWay, browseWays } from '../../catalog/matter-group.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useBrowseWords } from '../../locales/browse-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Groups } from './groups.tsx';
import { ChangesList, MostUsedList } from './lists.tsx';

/** The catalogue by field of life, source of power, turn of life or department; what is used most here, and what changed. */
export function Browse({ by }: { by: BrowseWay }) {
  const { t } = useWords();
  const words = useBrowseWords();
  const { go } = useSession();
  const generation = catalog.value;
  return (
    <main class="screen browse">
      <NavRow>
        <Button
          kind="quiet"
          icon={Search}
          label={words.search}
          onPress={() => go({ type: 'open', screen: { name: 'find' } })}
        />
      </NavRow>
      <h1 class="screen-title unseen-large-low">{words.title}</h1>
      <div class="browse-ways" role="tablist" aria-label={words.tabs}>
        {browseWays.map(way => (
          <button
            key={way}
            type="button"
            role="tab"
            aria-selected={way === by}
            onClick={() => go({ type: 'replace', screen: { name: 'browse', by: way } })}
          >
            {words.ways[way]}
          </button>
        ))}
      </div>
      <ScrollArea key={by}>
        {generation === null ? (
          <EmptyState title={t.content.missing} note={t.content.note} />
        ) : (
          <Way by={by} generation={generation} />
        )}
      </ScrollArea>
    </main>
  );
}

function Way({ by, generation }: { by: BrowseWay; generation: Generation }) {
  switch (by) {
    case 'most-used':
      return <MostUsedList generation={generation} />;
    case 'changed':
      return <ChangesList generation={generation} />;
    default:
      return <Groups by={by} generation={generation} />;
  }
}
