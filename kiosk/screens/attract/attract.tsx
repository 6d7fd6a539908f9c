import './attract.css';
import { AccessBarButtons } from '../../access/access-bar-buttons.tsx';
import { contentMissing } from '../../catalog/catalog.ts';
import { RefusalNotice } from '../../frame/refusal-notice.tsx';
import { TopBar } from '../../frame/top-bar.tsx';
import { speechIn } from '../../locales/use-words.ts';
import { startVisit } from '../../session/opening.ts';
import { defaultSettings } from '../../session/session.ts';
import { DeviceLine } from '../parts/device-line.tsx';
import { Offers } from './offers.tsx';

/** Nobody is there: whose machine this is, what it can do, and that one touch begins. */
export function Attract() {
  const speech = speechIn('zh');
  const { t } = speech;
  return (
    <div class="stage">
      <TopBar speech={speech} />
      <main class="screen attract">
        <button type="button" class="attract-touch" aria-label={t.attract.start} onClick={() => startVisit()} />
        <div class="attract-title">
          <h1>{t.attract.title}</h1>
          <p lang="en">Touch the screen to begin</p>
        </div>
        <Offers speech={speech} />
        {contentMissing.value && <p class="attract-missing">{`${t.content.missing}。${t.content.note}`}</p>}
        <p class="attract-start" aria-hidden="true">
          {t.attract.start}
        </p>
        <DeviceLine speech={speech} />
      </main>
      <AccessBarButtons
        t={t}
        settings={defaultSettings}
        onLargeType={() => startVisit({ settings: { largeType: true } })}
        onHighContrast={() => startVisit({ settings: { highContrast: true } })}
        onLanguage={() => startVisit({ settings: { language: 'en' } })}
        onHelp={() => startVisit({ help: true })}
      />
      <RefusalNotice speech={speech} />
    </div>
  );
}
