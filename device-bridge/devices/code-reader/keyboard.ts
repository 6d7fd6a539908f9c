import type { CodeReader } from './types.ts';

/**
 * A reader that types like a keyboard: the kiosk's page hears it (kiosk/input) and sends what it read as `code/typed`.
 * The bridge cannot see whether it is plugged in.
 */
export function keyboardCodeReader(): CodeReader {
  return {
    status: { state: 'ready' },
    identity: null,
    onStatus: () => () => {},
    onCode: () => () => {},
    close: async () => {},
  };
}
