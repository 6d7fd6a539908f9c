import { render } from 'preact-render-to-string';
import { App } from './app.tsx';

/** The page before anybody has spoken, as HTML. Run once, when the kiosk is built. */
export function firstScreen(): string {
  return render(<App />);
}
