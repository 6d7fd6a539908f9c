import './nav-row.css';
import { ArrowLeft, House } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useWords } from '../locales/use-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';

/** Where am I, one step back, and home. `children` stand at the end: the name of the part of the house. */
export function NavRow({ children }: { children?: ComponentChildren }) {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <nav class="nav-row">
      <Button kind="quiet" icon={ArrowLeft} keys="back" label={t.common.back} onPress={() => go({ type: 'back' })} />
      <Button kind="quiet" icon={House} keys="home" label={t.common.home} onPress={() => go({ type: 'home' })} />
      <div class="nav-row-end">{children}</div>
    </nav>
  );
}
