import { LayoutGrid, Phone } from 'lucide';
import type { Generation } from '../../../content/model/generation.ts';
import type { SearchHit } from '../../../content/model/search/search.ts';
import { catalog } from '../../catalog/catalog.ts';
import { matterById, mostUsed } from '../../catalog/selection.ts';
import { today } from '../../frame/clock.ts';
import { queryOf } from '../../input/typing.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { MatterRow } from '../parts/matter-row.tsx';
import { Marked } from './marked.tsx';
import { type Hits, useHits } from './use-hits.ts';

const suggested = 8;

export function Results() {
  const { typing } = useSession();
  const generation = catalog.value;
  const query = queryOf(typing.value);
  if (generation === null) return <section class="card find-results" />;
  return query === '' ? <Suggestions generation={generation} /> : <Found query={query} generation={generation} />;
}

function Found({ query, generation }: { query: string; generation: Generation }) {
  const { t } = useWords();
  const finding = useHits(query, today.value, generation.searchDigest);
  switch (finding.state) {
    case 'unavailable':
      return <Onward title={t.find.unavailable} note={t.find.unavailableNote} />;
    case 'slow':
      return <Waiting />;
    case 'answered':
      return <Answer {...finding.answer} generation={generation} />;
    case 'asked':
      // The answer is a frame away: what stood there stands that long, so that nothing flickers.
      return finding.before === null ? <Waiting /> : <Answer {...finding.before} generation={generation} />;
  }
}

function Waiting() {
  return (
    <section class="card find-results" aria-busy="true">
      <Loading />
    </section>
  );
}

function Answer({ query, hits, generation }: Hits & { generation: Generation }) {
  const { t } = useWords();
  // No result is not the end: the fields, and somebody to ask.
  if (hits.length === 0) return <Onward title={t.find.nothing} note={t.find.nothingNote} />;
  return (
    <section class="card find-results">
      <h2 aria-live="polite">{t.find.results(hits.length)}</h2>
      <ScrollArea key={query}>
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
  const { t, say } = useWords();
  const matter = matterById(generation, hit.matterId);
  if (matter === undefined) return null;
  const marked = <Marked text={hit.text} ranges={hit.ranges} />;
  if (hit.text === say(matter.name)) return <MatterRow matter={matter} name={marked} />;
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

function Onward({ title, note }: { title: string; note: string }) {
  const { t } = useWords();
  const { go, helpOpen } = useSession();
  return (
    <section class="card find-results find-nothing">
      <ScrollArea name="find-nothing-words">
        <h2 aria-live="polite">{title}</h2>
        <p>{note}</p>
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
      </ScrollArea>
    </section>
  );
}
