import type { FaultName } from '../../../content/common/faults.ts';
import { delays } from './delays.ts';
import { type UpdateEvent, type UpdatePace, type UpdateState, type UpdateStep, update } from './update-state.ts';

export interface Runner {
  readonly state: UpdateState;
  dispatch(event: UpdateEvent): void;
  /** Resolves when nothing is under way: idle, staged for when nobody is there, or waiting to try a step again. */
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
  onFailure: (error: unknown) => UpdateEvent & { type: 'failed' };
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
    stuckTimer = undefined;
    const { step } = state;
    options.onStep(step, before);
    // Whoever heard of the step may have moved on already.
    if (closed || state.step !== step) return;
    if (step !== 'idle' && step !== 'staged') run(step);
    schedule();
    tellWaiters();
  }

  function tellWaiters(): void {
    if (!isSettled()) return;
    for (const waiter of waiters) waiter();
    waiters.clear();
  }

  function run(step: WorkingStep): void {
    running = running.then(async () => {
      if (closed || state.step !== step) return;
      try {
        dispatch(await work[step]());
      } catch (error) {
        if (closed) return;
        const failure = options.onFailure(error);
        if (step === 'switching' || step === 'checking' || step === 'rolled-back') tryAgain(failure.fault);
        else dispatch(failure);
      }
    });
  }

  /** These cannot be left undone: a full disk may have room again. */
  function tryAgain(fault: FaultName): void {
    stuckTimer = setTimeout(() => enter(state), delays.stuckMs);
    dispatch({ type: 'stuck', fault });
    tellWaiters();
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
    return stuckTimer !== undefined || (isResting() && state.dueAt > steadyNow());
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
