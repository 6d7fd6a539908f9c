import { useEffect } from 'preact/hooks';
import { connection, terminal } from './bridge/terminal.ts';
import { TerminalProvider } from './bridge/use-terminal.ts';
import { readinessOpen } from './frame/readiness-door.ts';
import { Attract } from './screens/attract/attract.tsx';
import { OneMoment } from './screens/one-moment/one-moment.tsx';
import { lazyScreen } from './ui/lazy-screen.tsx';
import { TroubleBoundary } from './ui/trouble-boundary.tsx';
import { Visit } from './visit.tsx';

const readiness = lazyScreen(async () => (await import('./screens/readiness/readiness.tsx')).ReadinessScreen, null);

/** What the bridge says is what is drawn. Another visit id is another Visit: that is the whole of a wipe. */
export function App() {
  const state = terminal.value;
  return (
    <>
      {state !== null && (
        <TerminalProvider value={state}>
          {state.visit.phase === 'idle' ? <Attract /> : <Visit key={state.visit.id} visitId={state.visit.id} />}
        </TerminalProvider>
      )}
      {readinessOpen.value && (
        <TroubleBoundary instead={() => <CloseReadiness />}>
          <readiness.Screen />
        </TroubleBoundary>
      )}
      {connection.value !== 'open' && <OneMoment />}
    </>
  );
}

function CloseReadiness() {
  useEffect(() => {
    readinessOpen.value = false;
  }, []);
  return null;
}
