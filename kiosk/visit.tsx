import './visit.css';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { AccessBar } from './access/access-bar.tsx';
import { applySettings } from './access/apply-settings.ts';
import { HelpPanel } from './access/help-panel.tsx';
import { clearRefusal } from './bridge/send.ts';
import { useTerminal } from './bridge/use-terminal.ts';
import { RefusalNotice } from './frame/refusal-notice.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { speechIn } from './locales/use-words.ts';
import { PresentScreen } from './present-screen.tsx';
import { IdleWarning } from './screens/idle-warning/idle-warning.tsx';
import { openSession } from './session/opening.ts';
import { defaultSettings, SessionProvider } from './session/session.ts';
import { usePresence } from './session/use-presence.ts';

/** One citizen in front of the machine. Everything of the visit lives in here and goes with it. */
export function Visit({ visitId }: { visitId: string }) {
  const [session] = useState(() => openSession(visitId));
  const { visit } = useTerminal();
  usePresence(visitId);
  useSignalEffect(() => applySettings(session.settings.value));
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
        <PresentScreen />
        <AccessBar />
        <RefusalNotice speech={speech} />
        {session.helpOpen.value && <HelpPanel />}
        {visit.phase === 'warning' && <IdleWarning visitId={visitId} endsAt={visit.endsAt} />}
      </div>
    </SessionProvider>
  );
}
