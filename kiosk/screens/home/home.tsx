import '../../ui/card.css';
import './home.css';
import { LogOut } from 'lucide';
import { send } from '../../bridge/send.ts';
import { catalog, contentMissing } from '../../catalog/catalog.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { CodesOffer } from '../parts/codes-offer.tsx';
import { DeviceLine } from '../parts/device-line.tsx';
import { Entries } from './entries.tsx';
import { Jobs } from './jobs.tsx';
import { Chips, MostUsed } from './most-used.tsx';
import { Notices } from './notices.tsx';
import { SearchField } from './search-field.tsx';

/** One question, and every way to answer it. */
export function Home() {
  const speech = useWords();
  const { t } = speech;
  const { visitId } = useSession();
  const generation = catalog.value;
  return (
    <main class="screen home">
      <ScrollArea fill name="home-parts">
        <div class="home-head">
          <h1>{t.home.title}</h1>
          <Button
            kind="quiet"
            icon={LogOut}
            label={t.home.leave}
            onPress={() => void send({ type: 'visit/end', visitId })}
          />
        </div>
        {generation && <Notices generation={generation} />}
        <div class="home-ask">
          <SearchField />
          {generation && <Chips generation={generation} />}
          <CodesOffer speech={speech} />
        </div>
        <Jobs />
        <Entries />
        {generation && <MostUsed generation={generation} />}
        {!generation && (contentMissing.value ? <ContentMissing /> : <Loading />)}
        <DeviceLine speech={speech} />
      </ScrollArea>
    </main>
  );
}

function ContentMissing() {
  const { t } = useWords();
  return (
    <section class="card home-most-used home-missing" role="status">
      <h2>{t.content.missing}</h2>
      <p>{t.content.note}</p>
    </section>
  );
}
