import type { IppClient } from './ipp-client.ts';
import { describeFailure } from './ipp-failure.ts';

/**
 * Jobs of this user name that nobody follows, after a restart of the bridge or an uncertain end: their certificates are
 * void, and the next citizen must not find them in the tray.
 */
export interface Leftovers {
  /** There may be some again. */
  suspect(): void;
  /** Cancels those there may be, queue before printer. `answers`: who has answered just now; others are not asked. */
  cancel(answers: { printer: boolean; queue: boolean }): Promise<void>;
}

export function createLeftovers(
  clients: { printer: IppClient; queue: IppClient | null },
  log: (message: string) => void,
): Leftovers {
  const possible = { printer: true, queue: clients.queue !== null };

  async function cancelAt(place: 'printer' | 'queue'): Promise<void> {
    const client = clients[place];
    if (client === null || !possible[place]) return;
    const jobs = await client.getJobs('mine');
    if (!jobs.ok) return log(`Get-Jobs (${place}): ${describeFailure(jobs.failure)}`);
    for (const jobId of jobs.value) {
      const result = await client.cancelJob(jobId);
      log(`left-over job ${jobId} (${place}): ${result.ok ? 'cancelled' : describeFailure(result.failure)}`);
    }
    possible[place] = false;
  }

  return {
    suspect() {
      possible.printer = true;
      possible.queue = clients.queue !== null;
    },
    async cancel(answers) {
      if (answers.queue) await cancelAt('queue');
      if (answers.printer) await cancelAt('printer');
    },
  };
}
