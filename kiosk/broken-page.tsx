import { useEffect } from 'preact/hooks';
import { brokenPage } from './watchdog/signs.ts';

/** Drawing failed outside every screen: the watchdog shows the words that index.html carries and begins the page anew. */
export function BrokenPage() {
  useEffect(() => {
    dispatchEvent(new Event(brokenPage));
  }, []);
  return null;
}
