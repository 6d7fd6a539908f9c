import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** Fetched during the visit whose end it tells. */
export const farewellScreen = lazyScreen(async () => (await import('./farewell.tsx')).Farewell, null);
