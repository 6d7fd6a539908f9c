import '../../ui/card.css';
import './browse.css';
import { Search } from 'lucide';
import { catalog } from '../../catalog/catalog.ts';
import { type BrowseWay, browseWays } from '../../catalog/matter-group.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Groups } from './groups.tsx';

/** The catalogue by field of life, by source of power, or by turn of life. */
export function Browse({ by }: { by: BrowseWay }) {
  const { t } = useWords();
  const { go } = useSession();
  const generation = catalog.value;
  return (
    <main class="screen browse">
      <NavRow>
        <Button
          kind="quiet"
          icon={Search}
          label={t.browse.search}
          onPress={() => go({ type: 'open', screen: { name: 'find' } })}
        />
      </NavRow>
      <h1 class="screen-title">{t.browse.title}</h1>
      <div class="browse-ways" role="tablist">
        {browseWays.map(way => (
          <button
            key={way}
            type="button"
            role="tab"
            aria-selected={way === by}
            onClick={() => go({ type: 'replace', screen: { name: 'browse', by: way } })}
          >
            {t.browse.ways[way]}
          </button>
        ))}
      </div>
      <ScrollArea key={by}>
        {generation ? <Groups by={by} generation={generation} /> : <p>{t.content.missing}</p>}
      </ScrollArea>
    </main>
  );
}
