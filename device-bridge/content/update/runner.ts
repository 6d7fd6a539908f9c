import { delays } from './delays.ts';
import { type UpdateEvent, type UpdatePace, type UpdateState, type UpdateStep, update } from './update-state.ts';

export interface Runner {
  readonly state: UpdateState;
  dispatch(event: UpdateEvent): void;
  /** Resolves when nothing is under way or due: idle, or staged for when nobody is there. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

type WorkingStep = Exclude<UpdateStep, 'idle' | 'staged'>;

export interface RunnerOptions {
  initial: UpdateState;
  pace: UpdatePace;
  /** What each step does; ends with the event that leads on. */
  work: Record<WorkingStep, () => Promise<UpdateEvent>>;
  /** A step was entered; its work begins right after. */
  onStep: (step: UpdateStep, before: UpdateState) => void;
  /** After each event that changed anything. */
  onState: (state: UpdateState, before: UpdateState) => void;
  /** The work of a step failed: what to tell the state. */
  onFailure: (error: unknown) => UpdateEvent;
  steadyNow: () => number;
}

/** Lets a state live: does each step's work, one at a time, and wakes it when a look is due. */
export function createRunner(options: RunnerOptions): Runner {
  const { work, steadyNow } = options;
  let state = options.initial;
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  let dueTimer: NodeJS.Timeout | undefined;
  let stuckTimer: NodeJS.Timeout | undefined;
  const waiters = new Set<() => void>();

  function dispatch(event: UpdateEvent): void {
    if (closed) return;
    const before = state;
    state = update(state, event, options.pace);
    if (state !== before) options.onState(state, before);
    if (state.step !== before.step) enter(before);
    else schedule();
  }

  function enter(before: UpdateState): void {
    clearTimeout(stuckTimer);
    const { step } = state;
    options.onStep(step, before);
    // Whoever heard of the step may have moved on already.
    if (closed || state.step !== step) return;
    if (step !== 'idle' && step !== 'staged') run(step);
    schedule();
    if (!isSettled()) return;
    for (const waiter of waiters) waiter();
    waiters.clear();
  }

  function run(step: WorkingStep): void {
    running = running.then(async () => {
      if (closed || state.step !== step) return;
      let event: UpdateEvent;
      try {
        event = await work[step]();
      } catch (error) {
        if (closed) return;
        event = options.onFailure(error);
        // These three cannot be left undone: a full disk may have room again.
        if (step === 'switching' || step === 'checking' || step === 'rolled-back') {
          stuckTimer = setTimeout(() => enter(state), delays.stuckMs);
          return;
        }
      }
      dispatch(event);
    });
  }

  function schedule(): void {
    clearTimeout(dueTimer);
    if (closed || !isResting()) return;
    dueTimer = setTimeout(() => dispatch({ type: 'due' }), Math.max(0, state.dueAt - steadyNow()));
  }

  function isResting(): boolean {
    return state.step === 'idle' || state.step === 'staged';
  }

  function isSettled(): boolean {
    return isResting() && state.dueAt > steadyNow();
  }

  // What a start finds is entered like everything else, once the caller has what this returns.
  queueMicrotask(() => enter(state));
  return {
    get state() {
      return state;
    },
    dispatch,
    settled: () =>
      new Promise(resolve => {
        if (isSettled()) resolve();
        else waiters.add(resolve);
      }),
    close: async () => {
      closed = true;
      clearTimeout(dueTimer);
      clearTimeout(stuckTimer);
      await running;
    },
  };
}
