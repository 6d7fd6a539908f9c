import { randomUUID } from 'node:crypto';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { windowsNow } from '../../content/model/opening-hours.ts';
import type { CallAnswer, CallRequest } from '../../platform/api/types.ts';
import type { HelpArea, StaffNow } from '../api/types.ts';
import type { GuideSource } from '../content/shown-guide.ts';
import type { Log } from '../log.ts';
import { type HelpEvent, type HelpFlow, isOpen, nextHelp } from './help-flow.ts';

/** What of the platform a call needs. @throws Refusal */
export interface CallLine {
  open(call: CallRequest, signal: AbortSignal): Promise<CallAnswer>;
  look(callId: string, signal: AbortSignal): Promise<CallAnswer>;
  end(callId: string): Promise<void>;
}

/** Calls somebody of the staff, and hears whether they come. */
export interface HelpDesk {
  readonly flow: HelpFlow;
  call(area: HelpArea): void;
  /** Taken back by the citizen, or the visit is over: nobody need come any more. */
  end(): void;
  /** Asks what became of an open call, and tells the platform of calls that ended. Called again and again. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** An ended call is told to the platform for so many rounds; then it ends there by itself. */
const tellRounds = 150;

export function createHelpDesk(parts: {
  line: CallLine;
  guides: GuideSource;
  terminal: { placeCode: string; number: number };
  now(): Date;
  onChange(): void;
  log: Log;
}): HelpDesk {
  const { line, guides, terminal, log } = parts;
  let flow: HelpFlow = { state: 'none' };
  /** Aborted when the call is over: a late answer speaks to nobody. */
  let leave = new AbortController();
  let opening: Promise<void> = Promise.resolve();
  /** Ended calls that the platform does not know to be over -> rounds left. */
  const toTell = new Map<string, number>();

  function move(event: HelpEvent): void {
    const before = flow;
    flow = nextHelp(before, event);
    if (flow !== before) parts.onChange();
  }

  function heard(answer: CallAnswer): void {
    const { id, since, answeredBy, state, watched } = answer;
    const done = state === 'done' || state === 'ended';
    move({ type: 'heard', callId: id, since: Date.parse(since), staff: staffNow(watched), answeredBy, done });
  }

  function staffNow(watched: boolean): StaffNow {
    if (watched) return 'watching';
    const here = guides.surroundings();
    if (here === null) return 'nobody';
    return windowsNow(here.place, here.calendars, parts.now().getTime()).open ? 'at-windows' : 'nobody';
  }

  async function open(callId: string, area: HelpArea, signal: AbortSignal): Promise<void> {
    const place = guides.surroundings()?.place;
    const { placeCode, number } = terminal;
    try {
      const calledAt = parts.now().toISOString();
      const request = { id: callId, placeCode, placeName: place?.unit ?? null, terminalNumber: number, area, calledAt };
      heard(await line.open(request, signal));
    } catch (error) {
      const fault = faultOf(error);
      // It may have got through all the same.
      toTell.set(callId, tellRounds);
      if (!signal.aborted) move({ type: 'refused', callId, fault });
    }
  }

  async function lookAt(callId: string, { signal }: AbortController): Promise<void> {
    try {
      heard(await line.look(callId, signal));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refusal && error.fault === 'call-unknown') move({ type: 'ended' });
      else log.warn({ fault: faultOf(error) }, 'nothing is heard of the call for help');
    }
  }

  async function tell(): Promise<void> {
    for (const [callId, rounds] of toTell) {
      const told = await line.end(callId).then(
        () => true,
        error => error instanceof Refusal && error.fault === 'call-unknown',
      );
      if (told || rounds <= 1) toTell.delete(callId);
      else toTell.set(callId, rounds - 1);
    }
  }

  const end = (): void => {
    if (isOpen(flow)) {
      leave.abort();
      toTell.set(flow.callId, tellRounds);
    }
    move({ type: 'ended' });
  };

  return {
    get flow() {
      return flow;
    },
    call: area => {
      if (isOpen(flow)) return;
      const callId = randomUUID();
      leave = new AbortController();
      move({ type: 'called', callId });
      opening = open(callId, area, leave.signal);
    },
    end,
    look: async () => {
      await opening;
      await tell();
      if (isOpen(flow) && flow.state !== 'calling') await lookAt(flow.callId, leave);
    },
    close: async () => {
      end();
      await opening;
      await tell();
    },
  };
}

/** Words of the certificate service would lead astray here. */
function faultOf(error: unknown): FaultName {
  if (!(error instanceof Refusal)) throw error;
  return error.fault === 'too-many-requests' ? error.fault : 'help-unreachable';
}
