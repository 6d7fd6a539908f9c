interface Cancelled {
  outcome: 'cancelled';
}

/** Calls that wait for a card: served one after the other, each until its own signal aborts. */
export interface CardCalls<Outcome> {
  wait(signal: AbortSignal): Promise<Outcome | Cancelled>;
  finish(call: number, outcome: Outcome | Cancelled): void;
  cancelAll(): void;
}

/** `onFirst` is told the number of the call whose turn it is, or null, each time the row has changed. */
export function createCardCalls<Outcome>(onFirst: (call: number | null) => void): CardCalls<Outcome> {
  const calls = new Map<number, (outcome: Outcome | Cancelled) => void>();
  let lastCall = 0;

  function announce(): void {
    const [first = null] = calls.keys();
    onFirst(first);
  }

  function finish(call: number, outcome: Outcome | Cancelled): void {
    calls.get(call)?.(outcome);
    calls.delete(call);
    announce();
  }

  return {
    wait(signal) {
      if (signal.aborted) return Promise.resolve({ outcome: 'cancelled' });
      lastCall += 1;
      const call = lastCall;
      return new Promise(resolve => {
        const cancel = () => finish(call, { outcome: 'cancelled' });
        signal.addEventListener('abort', cancel, { once: true });
        calls.set(call, outcome => {
          signal.removeEventListener('abort', cancel);
          resolve(outcome);
        });
        announce();
      });
    },
    finish,
    cancelAll() {
      for (const call of [...calls.keys()]) finish(call, { outcome: 'cancelled' });
    },
  };
}
