import type { Fault } from '../../../content/common/faults.ts';
import { createVisitKeeper } from '../../../content/common/visit/visit-keeper.ts';
import type { Command, TerminalState } from '../../../device-bridge/api/types.ts';
import { isServed } from '../is-served.ts';
import { bridgeGone, withoutBridge } from './without-bridge.ts';

/** As the bridge has them unless its configuration says otherwise. */
const limits = { idleMs: 60_000, warningMs: 20_000 } as const;
const tickMs = 500;

/** Stands in for the bridge while it is gone: keeps the visit, and refuses what needs a device. */
export interface Alone {
  /** Null: done. */
  give(command: Command): Fault | null;
  stop(): void;
}

/** `last`: what the bridge said last. A citizen who was only reading goes on reading. */
export function goAlone(last: TerminalState, draw: (state: TerminalState) => void): Alone {
  const redraw = (): void =>
    draw(withoutBridge(last, keeper.visit, steadyMs => Math.round(Date.now() + steadyMs - performance.now())));
  const keeper = createVisitKeeper({ limits, onOther: () => {}, onChange: redraw });
  if (last.visit.phase !== 'idle' && !isServed(last.visit)) keeper.resume(last.visit.id);
  else redraw();
  const timer = setInterval(() => keeper.tick(false), tickMs);

  function give(command: Command): Fault | null {
    if (command.type === 'visit/start') keeper.start();
    else if (!('visitId' in command) || !keeper.isCurrent(command.visitId)) return bridgeGone;
    else if (command.type === 'visit/touch' || command.type === 'visit/resume') keeper.touch();
    else if (command.type === 'visit/end') keeper.end();
    else return bridgeGone;
    return null;
  }
  return { give, stop: () => clearInterval(timer) };
}
