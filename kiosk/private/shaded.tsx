import './shaded.css';
import { EyeOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePrivateWords } from '../locales/private-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useShade } from './use-shade.ts';

interface ShadedProps {
  /** Class of the part it takes the place of. */
  name: string;
  /** Names nobody: covered only when asked for or warned of. */
  mild?: boolean;
  children: ComponentChildren;
}

/** A part of the screen that shows something of the citizen. One touch of its cover brings all of them back. */
export function Shaded({ name, mild = false, children }: ShadedProps) {
  const { shade, dispatch } = useShade();
  const words = usePrivateWords();
  useEffect(() => {
    if (mild) return;
    dispatch({ type: 'region-came', now: performance.now() });
    return () => dispatch({ type: 'region-went' });
  }, []);
  const { cover } = shade.value;
  const covered = cover === 'all' || (cover === 'named' && !mild);
  return (
    <div class={`shaded ${name}`} data-covered={covered ? '' : undefined}>
      {children}
      {covered && (
        <button type="button" class="shade-cover" onClick={() => dispatch({ type: 'uncover', now: performance.now() })}>
          <span class="shade-words">
            <Icon of={EyeOff} />
            <span>{words.covered}</span>
          </span>
        </button>
      )}
    </div>
  );
}
