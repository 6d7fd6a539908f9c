import { readdir, readFile } from 'node:fs/promises';
import { kill } from 'node:process';
import { createPageWorkshop, type PageWorkshop, type WorkshopDelays, workshopDelays } from './page-workshop.ts';

export function openWorkshop(delays: Partial<WorkshopDelays> = {}): PageWorkshop {
  return createPageWorkshop({ ...workshopDelays, ...delays });
}

/** Page processes that this process has started and that run. */
export async function pageProcesses(): Promise<number[]> {
  const found: number[] = [];
  for (const thread of await readdir('/proc/self/task')) {
    const children = await readFile(`/proc/self/task/${thread}/children`, 'utf8').catch(() => '');
    for (const child of children.split(' ').filter(Boolean)) {
      const line = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
      if (line.includes('page-process.ts')) found.push(Number(child));
    }
  }
  return found;
}

/** Stops the process that a call works in, so that the call cannot be done before `release` ends the process by a signal. */
export async function stopProcesses(): Promise<{ release(signal: NodeJS.Signals): void }> {
  const processes = await pageProcesses();
  if (processes.length === 0) throw new Error('no page process runs');
  for (const process of processes) kill(process, 'SIGSTOP');
  return {
    release: signal => {
      for (const process of processes) {
        kill(process, signal);
        kill(process, 'SIGCONT');
      }
    },
  };
}
