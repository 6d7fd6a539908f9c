import { useSignalEffect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { AccessBar } from './access/access-bar.tsx';
import { applySettings } from './access/apply-settings.ts';
import { HelpPanel } from './access/help-panel.tsx';
import { readAloud } from './access/read-aloud.ts';
import { clearRefusal } from './bridge/send.ts';
import { useTerminal } from './bridge/use-terminal.ts';
import { RefusalNotice } from './frame/refusal-notice.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { speechIn } from './locales/use-words.ts';
import { PresentScreen } from './present-screen.tsx';
import { openShade, ShadeProvider, useShadeWatch } from './private/use-shade.ts';
import { farewellScreen } from './screens/farewell/farewell-screen.ts';
import { IdleWarning } from './screens/idle-warning/idle-warning.tsx';
import { openSession } from './session/opening.ts';
import { defaultSettings, SessionProvider } from './session/session.ts';
import { usePresence } from './session/use-presence.ts';
import { TroubleBoundary } from './ui/trouble-boundary.tsx';

/** One citizen in front of the machine. Everything of the visit lives in here and goes with it. */
export function Visit({ visitId }: { visitId: string }) {
  const [session] = useState(() => openSession(visitId));
  const [shade] = useState(openShade);
  const { visit } = useTerminal();
  useShadeWatch(shade, visit.phase === 'warning');
  usePresence(visitId);
  useSignalEffect(() => applySettings(session.settings.value));
  // Its last word is there before it is needed.
  useEffect(farewellScreen.preload, []);
  useEffect(
    () => () => {
      applySettings(defaultSettings);
      clearRefusal();
    },
    [],
  );
  const speech = speechIn(session.settings.value.language);
  return (
    <SessionProvider value={session}>
      <div class="stage">
        <TopBar speech={speech} />
        <ShadeProvider value={shade}>
          <PresentScreen />
        </ShadeProvider>
        <AccessBar />
        <RefusalNotice speech={speech} />
        {session.helpOpen.value && <HelpPanel />}
        {session.settings.value.speaking && (
          <TroubleBoundary instead={() => null}>
            <readAloud.Screen />
          </TroubleBoundary>
        )}
        {visit.phase === 'warning' && <IdleWarning visitId={visitId} endsAt={visit.endsAt} />}
      </div>
    </SessionProvider>
  );
}
