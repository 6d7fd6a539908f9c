/** Runs the effect of the step that a state machine is in. */
export interface StepRunner<Step> {
  /** The effect of the step before is given up: its signal aborts, and its end goes nowhere. */
  begin(step: Step): void;
  /** Resolves when the effect of now has ended. */
  ended(): Promise<void>;
}

/** `perform` ends with the event that follows, or null when none does. */
export function createStepRunner<Step, Event>(
  perform: (step: Step, signal: AbortSignal) => Promise<Event | null>,
  dispatch: (event: Event) => void,
): StepRunner<Step> {
  let effect = new AbortController();
  let running: Promise<void> = Promise.resolve();
  return {
    begin(step) {
      effect.abort();
      effect = new AbortController();
      const { signal } = effect;
      running = perform(step, signal).then(event => {
        if (event !== null && !signal.aborted) dispatch(event);
      });
    },
    ended: () => running,
  };
}
