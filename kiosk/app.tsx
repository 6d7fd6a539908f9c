import './visit.css';
import { useEffect } from 'preact/hooks';
import { preloadReadAloud } from './access/read-aloud.ts';
import { terminal, waitsForBridge } from './bridge/terminal.ts';
import { TerminalProvider } from './bridge/use-terminal.ts';
import { readinessOpen } from './frame/readiness-door.ts';
import { Attract } from './screens/attract/attract.tsx';
import { OneMoment } from './screens/one-moment/one-moment.tsx';
import { lazyScreen } from './ui/lazy-screen.tsx';
import { TroubleBoundary } from './ui/trouble-boundary.tsx';

const visit = lazyScreen(async () => (await import('./visit.tsx')).Visit, null);
const readiness = lazyScreen(async () => (await import('./screens/readiness/readiness.tsx')).ReadinessScreen, null);

/** What the bridge says is what is drawn. Another visit id is another Visit: that is the whole of a wipe. */
export function App() {
  const state = terminal.value;
  // The first screen stands; the rest comes while somebody walks up to it.
  useEffect(() => {
    const handle = requestIdleCallback(visit.preload, { timeout: 500 });
    return () => cancelIdleCallback(handle);
  }, []);
  useEffect(preloadReadAloud, []);
  return (
    <>
      <TerminalProvider value={state}>
        {state === null || state.visit.phase === 'idle' ? (
          <Attract />
        ) : (
          <visit.Screen key={state.visit.id} visitId={state.visit.id} />
        )}
      </TerminalProvider>
      {readinessOpen.value && (
        <TroubleBoundary instead={() => <CloseReadiness />}>
          <readiness.Screen />
        </TroubleBoundary>
      )}
      {waitsForBridge.value && <OneMoment />}
    </>
  );
}

function CloseReadiness() {
  useEffect(() => {
    readinessOpen.value = false;
  }, []);
  return null;
}
