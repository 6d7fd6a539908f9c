import { useEffect } from 'preact/hooks';
import { helpBody } from './access/help-panel.tsx';
import { useTerminal } from './bridge/use-terminal.ts';
import { loadEnglish, useWords } from './locales/use-words.ts';
import { Home } from './screens/home/home.tsx';
import type { Screen } from './session/navigation.ts';
import { useSession } from './session/session.ts';
import { Button } from './ui/button.tsx';
import { lazyScreen } from './ui/lazy-screen.tsx';
import { TroubleBoundary } from './ui/trouble-boundary.tsx';

const find = lazyScreen(async () => (await import('./screens/find/find.tsx')).Find);
const browse = lazyScreen(async () => (await import('./screens/browse/browse.tsx')).Browse);
const matters = lazyScreen(async () => (await import('./screens/matters/matters.tsx')).Matters);
const guide = lazyScreen(async () => (await import('./screens/guide/guide.tsx')).Guide);
const places = lazyScreen(async () => (await import('./screens/places/places.tsx')).Places);
const certificates = lazyScreen(async () => (await import('./screens/certificates/certificates.tsx')).Certificates);
const scannedCode = lazyScreen(async () => (await import('./screens/scanned/scanned-code.tsx')).ScannedCode, null);
const verified = lazyScreen(async () => (await import('./screens/verified/verified.tsx')).Verified);
const lazyScreens = [browse, guide, find, matters, places, certificates, verified, scannedCode, helpBody];

/** What the bridge is at is drawn first: the certificates, then a code that was held up; else where the citizen walked. */
export function PresentScreen() {
  const { screen, depth } = useSession();
  const { visit } = useTerminal();
  useEffect(() => {
    // The first screen stands; the others are fetched while the citizen reads it, so that no touch waits for them.
    const handle = requestIdleCallback(
      () => {
        for (const screen of lazyScreens) screen.preload();
        void loadEnglish();
      },
      { timeout: 1000 },
    );
    return () => cancelIdleCallback(handle);
  }, []);
  const step = visit.phase === 'idle' ? 'idle' : visit.certificates.step;
  const scanned = visit.phase === 'idle' ? null : visit.scanned;
  const held = scanned?.what.kind === 'certificate' ? { serial: scanned.serial, ...scanned.what } : null;
  useFocusOnChange(`${depth.value} ${step} ${held?.serial ?? ''}`);
  return (
    <TroubleBoundary instead={again => <Trouble again={again} />}>
      {step !== 'idle' ? (
        <certificates.Screen />
      ) : held !== null ? (
        <verified.Screen serial={held.serial} finding={held.finding} />
      ) : (
        <Walked key={depth.value} screen={screen.value} />
      )}
      {scanned !== null && <scannedCode.Screen {...scanned} />}
    </TroubleBoundary>
  );
}

/** A keypad or a screen reader goes on at the new screen, not at the top of the page. */
function useFocusOnChange(shown: string): void {
  useEffect(() => {
    const main = document.querySelector<HTMLElement>('main.screen');
    if (main === null || document.activeElement?.closest('dialog, main') != null) return;
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }, [shown]);
}

function Walked({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'home':
      return <Home />;
    case 'find':
      return <find.Screen />;
    case 'browse':
      return <browse.Screen by={screen.by} />;
    case 'matters':
      return <matters.Screen group={screen.group} />;
    case 'guide':
      return <guide.Screen matterId={screen.matterId} />;
    case 'places':
      return <places.Screen matterId={screen.matterId} />;
  }
}

function Trouble({ again }: { again(): void }) {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <main class="screen">
      <h1 class="screen-title">{t.trouble.title}</h1>
      <p>{t.trouble.note}</p>
      <Button
        kind="primary"
        size="main"
        label={t.common.home}
        onPress={() => {
          go({ type: 'home' });
          again();
        }}
      />
    </main>
  );
}
