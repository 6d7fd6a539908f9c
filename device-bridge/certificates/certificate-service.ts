import { Refusal } from '../../content/common/faults.ts';
import type { Person } from '../../platform/api/types.ts';
import type { Personal } from '../visit/personal.ts';
import { awaitCard, type CertificateParts, type Doing, listOffers, prepare, print } from './certificate-effects.ts';
import { type CertificateEvent, type CertificateFlow, nextFlow } from './certificate-flow.ts';

export interface CertificateService {
  readonly flow: CertificateFlow;
  /** Steps of an earlier flow that have not let go yet. */
  readonly underWay: number;
  onChange(listener: () => void): () => void;
  /** @throws Refusal not-now when the event does not fit the step */
  command(event: CertificateEvent & { type: 'start' | 'choose' | 'back' | 'print' | 'stop' }): void;
  /** First page, as PNG, of the certificate that is on the screen now; null for any other. */
  preview(number: string): Uint8Array | null;
  /** Whose card was read, while the certificates have any use for it. */
  readonly holder: Personal<Person> | null;
  /** The visit is over: everything personal is dropped, what is under way is called off. */
  wipe(): void;
  /** Wipes, and waits for what is under way to end. */
  close(): Promise<void>;
}

/** Runs the certificate flow: each step that is entered starts its one effect, whose end is the next event. */
export function createCertificateService(parts: CertificateParts): CertificateService {
  const listeners = new Set<() => void>();
  let flow: CertificateFlow = { step: 'idle' };
  /** Aborted whenever the step is left, so that an effect that was overtaken cannot speak into a later visit. */
  let leaveStep = new AbortController();
  const running = new Set<Promise<void>>();

  function moveTo(next: CertificateFlow): void {
    const before = flow;
    flow = next;
    if (flow === before) return;
    if (flow.step !== before.step) {
      leaveStep.abort();
      leaveStep = new AbortController();
      if (before.step === 'preview' && flow.step !== 'printing')
        parts.settlement.giveBack(before.document.number, 'not-wanted');
      begin(leaveStep.signal);
    }
    for (const listener of listeners) listener();
  }

  function begin(signal: AbortSignal): void {
    const doing: Doing = {
      signal,
      emit: event => {
        if (!signal.aborted) moveTo(nextFlow(flow, event));
      },
    };
    // An effect never rejects for what the world does. A defect ends the process, which is restarted.
    const effect = effectOf(doing);
    running.add(effect);
    void effect.finally(() => running.delete(effect));
  }

  async function effectOf(doing: Doing): Promise<void> {
    switch (flow.step) {
      case 'awaiting-card':
        return awaitCard(parts, doing);
      case 'listing':
        return listOffers(parts, doing, flow.person);
      case 'preparing':
        return prepare(parts, doing, flow.person, flow.kind);
      case 'printing':
        return print(parts, doing, flow.document);
    }
  }

  const wipe = (): void => moveTo(flow.step === 'idle' ? flow : { step: 'idle' });
  return {
    get flow() {
      return flow;
    },
    get underWay() {
      return running.size;
    },
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: event => {
      const next = nextFlow(flow, event);
      if (next === flow && !(event.type === 'stop' && flow.step === 'idle'))
        throw new Refusal('not-now', `${event.type} at ${flow.step}`);
      moveTo(next);
    },
    preview: number => ('document' in flow && flow.document.number === number ? flow.document.preview.reveal() : null),
    get holder() {
      return 'person' in flow ? flow.person : null;
    },
    wipe,
    close: async () => {
      wipe();
      await Promise.all(running);
    },
  };
}
