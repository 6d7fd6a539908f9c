import { connection, terminal } from './bridge/terminal.ts';
import { TerminalProvider } from './bridge/use-terminal.ts';
import { Attract } from './screens/attract/attract.tsx';
import { OneMoment } from './screens/one-moment/one-moment.tsx';
import { Visit } from './visit.tsx';

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
      {connection.value !== 'open' && <OneMoment />}
    </>
  );
}
