import './attract.css';
import { AccessBarButtons } from '../../access/access-bar-buttons.tsx';
import { usePresentTerminal } from '../../bridge/use-terminal.ts';
import { contentMissing } from '../../catalog/catalog.ts';
import { RefusalNotice } from '../../frame/refusal-notice.tsx';
import { TopBar } from '../../frame/top-bar.tsx';
import { speechIn } from '../../locales/use-words.ts';
import { startVisit } from '../../session/opening.ts';
import { defaultSettings } from '../../session/session.ts';
import { TroubleBoundary } from '../../ui/trouble-boundary.tsx';
import { farewellScreen } from '../farewell/farewell-screen.ts';
import { DeviceLine } from '../parts/device-line.tsx';
import { Offers } from './offers.tsx';
import { TouchToBegin } from './touch-to-begin.tsx';

/**
 * Nobody is there: whose machine this is, what it can do, and that one touch begins; just after a visit, what became of
 * it. What stands without the bridge's word is part of the page as it was built (scripts/build/first-screen.ts).
 */
export function Attract() {
  const visit = usePresentTerminal()?.visit;
  const farewell = visit?.phase === 'idle' ? visit.farewell : null;
  const speech = speechIn('zh');
  const { t } = speech;
  return (
    <div class="stage">
      <TopBar speech={speech} />
      {farewell === null ? (
        <Invitation />
      ) : (
        <TroubleBoundary instead={() => <Invitation />}>
          <farewellScreen.Screen key={farewell.at} view={farewell} />
        </TroubleBoundary>
      )}
      <AccessBarButtons
        t={t}
        settings={defaultSettings}
        onLargeType={() => startVisit({ settings: { largeType: true } })}
        onHighContrast={() => startVisit({ settings: { highContrast: true } })}
        onLowReach={() => startVisit({ settings: { lowReach: true } })}
        onReadAloud={() => startVisit({ settings: { speaking: true } })}
        onLanguage={() => startVisit({ settings: { language: 'en' } })}
        onHelp={() => startVisit({ help: true })}
      />
      <RefusalNotice speech={speech} />
    </div>
  );
}

function Invitation() {
  const spoken = usePresentTerminal() !== null;
  const speech = speechIn('zh');
  const { t } = speech;
  return (
    <main class="screen attract">
      <TouchToBegin />
      <div class="attract-title">
        <h1>{t.attract.title}</h1>
        <p lang="en">Touch the screen to begin</p>
      </div>
      {spoken && <Offers speech={speech} />}
      {contentMissing.value && <p class="attract-missing">{`${t.content.missing}。${t.content.note}`}</p>}
      <p class="attract-start" aria-hidden="true">
        {t.attract.start}
      </p>
      {spoken && <DeviceLine speech={speech} />}
    </main>
  );
}
