import type { DeviceIdentity } from '../../device.ts';
import { type Attempt, type AttemptEnd, failedAttempt, type Look, type ScannerBackend } from '../scanner-backend.ts';
import { esclDelays, type ScannerDelays } from '../scanner-delays.ts';
import { createScanner } from '../scanner-frame.ts';
import type { Scanner } from '../types.ts';
import type { EsclCapabilities } from './answers.ts';
import { type Asked, createEsclClient } from './escl-client.ts';
import { endOfFailure, feederLoaded, statusFault } from './escl-faults.ts';
import { createJob, fetchPages } from './escl-job.ts';
import { chooseSettings } from './settings.ts';

export interface EsclScannerOptions {
  /** Base address of eSCL (AirScan), http or https: http://192.168.1.20/eSCL. */
  url: string;
  /** PEM of the scanner's own certificate, for https: nothing else is trusted then. */
  certificate?: string;
  delays?: Partial<ScannerDelays>;
  /** For the log of staff: nothing personal. */
  log?: (message: string) => void;
}

/** A network scanner that speaks eSCL (Mopria eSCL specification, AirScan). Throws TypeError when the address is no URL. */
export function createEsclScanner(options: EsclScannerOptions): Scanner {
  const delays = { ...esclDelays, ...options.delays };
  return createScanner(createEsclBackend(options, delays), delays, options.log);
}

function createEsclBackend({ url, certificate }: EsclScannerOptions, delays: ScannerDelays): ScannerBackend {
  const client = createEsclClient(url, delays, certificate);
  let capabilities: EsclCapabilities | null = null;
  let identity: DeviceIdentity | null = null;
  /** A job of ours that the scanner may still be at. */
  let unfinished: URL | null = null;

  async function learn(signal: AbortSignal): Promise<Asked<EsclCapabilities>> {
    if (capabilities !== null) return { ok: true, value: capabilities };
    const asked = await client.capabilities(signal);
    if (asked.ok) {
      capabilities = asked.value;
      identity = asked.value.identity;
    }
    return asked;
  }

  async function release(): Promise<void> {
    if (unfinished === null) return;
    // Any answer will do: that there is no such job is as good.
    const { ok } = await client.deleteJob(unfinished);
    if (ok) unfinished = null;
  }

  return {
    async look(closing, hurry) {
      const signal = AbortSignal.any([closing, hurry]);
      const status = await client.status(signal);
      if (!status.ok) return unseen(status.failure, identity);
      const learned = await learn(signal);
      if (!learned.ok) return unseen(learned.failure, identity);
      const fault = statusFault(status.value);
      if (fault !== null) return { seen: 'attention', fault, identity };
      return { seen: 'ready', feederLoaded: feederLoaded(status.value), identity };
    },
    async attempt(attempt: Attempt): Promise<AttemptEnd> {
      await release();
      const learned = await learn(attempt.signal);
      if (!learned.ok) return unlearned(learned.failure);
      const settings = chooseSettings(learned.value, attempt.request);
      if (!settings.ok) return failedAttempt('scanner-refused', settings.why);
      const context = { client, delays, attempt, settings };
      const job = await createJob(context);
      if (!(job instanceof URL)) return job;
      unfinished = job;
      const end = await fetchPages(context, job);
      // A stack that was fetched to its end has ended its job.
      if (end.end === 'done' && attempt.request.source === 'feeder') unfinished = null;
      await release();
      return end;
    },
    async reset() {
      capabilities = null;
      await release();
    },
  };
}

type Failure = (Asked<never> & { ok: false })['failure'];

function unseen(failure: Failure, identity: DeviceIdentity | null): Look {
  const { kind, detail } = failure;
  if (failure.kind === 'answer' && failure.httpStatus === 503)
    return { seen: 'attention', fault: 'scanner-busy', identity };
  // Something else than a scanner lives at this address.
  const wrongPlace = failure.kind === 'answer' && failure.httpStatus >= 300 && failure.httpStatus < 500;
  const fault = kind === 'absent' || wrongPlace ? 'scanner-absent' : 'scanner-silent';
  return { seen: 'nothing', fault, detail: `${kind} ${detail}` };
}

function unlearned(failure: Failure): AttemptEnd {
  if (failure.kind !== 'answer') return endOfFailure(failure, 'ScannerCapabilities');
  const { httpStatus, detail } = failure;
  if (httpStatus === 503) return failedAttempt('scanner-busy', detail, 'busy');
  return failedAttempt('scanner-silent', detail, 'broken');
}
