import { LayoutGrid, Phone } from 'lucide';
import type { Generation } from '../../../content/model/generation.ts';
import { type SearchHit, search } from '../../../content/model/search.ts';
import { catalog } from '../../catalog/catalog.ts';
import { matterById, mostUsed } from '../../catalog/selection.ts';
import { queryOf } from '../../input/typing.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { MatterRow } from '../parts/matter-row.tsx';
import { Marked } from './marked.tsx';

const mostHits = 30;
const suggested = 8;

export function Results() {
  const { typing } = useSession();
  const generation = catalog.value;
  if (generation === null) return <section class="card find-results" />;
  const query = queryOf(typing.value);
  if (query === '') return <Suggestions generation={generation} />;
  const hits = search(generation.search, query, mostHits);
  return hits.length === 0 ? <Nothing /> : <Hits key={query} hits={hits} generation={generation} />;
}

function Hits({ hits, generation }: { hits: SearchHit[]; generation: Generation }) {
  const { t } = useWords();
  const title = t.find.results(hits.length);
  return (
    <section class="card find-results">
      <h2 aria-live="polite">{title}</h2>
      <ScrollArea>
        <ul>
          {hits.map(hit => (
            <Hit key={hit.matterId} hit={hit} generation={generation} />
          ))}
        </ul>
      </ScrollArea>
    </section>
  );
}

/** Why it was found is marked: in the name, or in the everyday name people use for it. */
function Hit({ hit, generation }: { hit: SearchHit; generation: Generation }) {
  const { t, language } = useWords();
  const matter = matterById(generation, hit.matterId);
  if (matter === undefined) return null;
  const marked = <Marked text={hit.entry.text} ranges={hit.ranges} />;
  if (hit.entry.kind === 'name' && language === 'zh') return <MatterRow matter={matter} name={marked} />;
  const [before, after] = t.find.alsoCalled('\0').split('\0');
  return (
    <MatterRow
      matter={matter}
      note={
        <>
          {before}
          {marked}
          {after}
        </>
      }
    />
  );
}

function Suggestions({ generation }: { generation: Generation }) {
  const { t } = useWords();
  return (
    <section class="card find-results">
      <h2>{t.find.mostUsed}</h2>
      <ScrollArea>
        <ul>
          {mostUsed(generation)
            .slice(0, suggested)
            .map(matter => (
              <MatterRow key={matter.id} matter={matter} />
            ))}
        </ul>
      </ScrollArea>
      <p class="note">{t.find.example}</p>
    </section>
  );
}

/** No result is not the end: the fields, and somebody to ask. */
function Nothing() {
  const { t } = useWords();
  const { go, helpOpen } = useSession();
  return (
    <section class="card find-results find-nothing">
      <h2 aria-live="polite">{t.find.nothing}</h2>
      <p>{t.find.nothingNote}</p>
      <div class="find-onward">
        <Button
          kind="primary"
          icon={LayoutGrid}
          label={t.browse.ways.field}
          onPress={() => go({ type: 'open', screen: { name: 'browse', by: 'field' } })}
        />
        <Button
          kind="outline"
          icon={Phone}
          label={t.find.call}
          onPress={() => {
            helpOpen.value = true;
          }}
        />
      </div>
    </section>
  );
}
