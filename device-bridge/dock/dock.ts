import { Refusal } from '../../content/common/faults.ts';
import type { DockCommand, DockState } from '../api/types.ts';
import { peerStateSchema } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { ReaderHardware } from '../devices/id-card-reader/simulator/simulated-reader.ts';

/** The demo's hardware as the dock page shows and moves it. It drives simulators and the peer, never a driver. */
export interface Dock {
  state(): Promise<DockState>;
  /** @throws Refusal bad-command for a card that does not exist, printer-absent when the peer does not answer */
  command(command: DockCommand): Promise<DockState>;
}

const timeoutMs = 15_000;

export function createDock(reader: ReaderHardware, peerControlUrl: string | undefined): Dock {
  async function printer(change?: object): Promise<DockState['printer']> {
    if (peerControlUrl === undefined) return null;
    try {
      const response = await fetch(peerControlUrl, {
        signal: AbortSignal.timeout(timeoutMs),
        ...(change === undefined
          ? {}
          : { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) }),
      });
      return peerStateSchema.parse(await response.json());
    } catch {
      throw new Refusal('printer-absent', 'the printer peer does not answer on its control port');
    }
  }
  async function state(): Promise<DockState> {
    const { cards, plugged, cardId } = reader;
    return { cards, reader: { plugged, cardId }, printer: await printer() };
  }
  return {
    state,
    command: async command => {
      switch (command.type) {
        case 'card/insert':
          if (!reader.insert(command.cardId)) throw new Refusal('bad-command', `no card ${command.cardId}`);
          break;
        case 'card/remove':
          reader.remove();
          break;
        case 'reader/plug':
          reader.plug(command.plugged);
          break;
        case 'printer/set': {
          const { type: _, ...change } = command;
          await printer(change);
        }
      }
      return state();
    },
  };
}
