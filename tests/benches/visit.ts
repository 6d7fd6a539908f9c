import { readFile } from 'node:fs/promises';
import { citizenAt } from '../support/citizen.ts';
import { openHouse } from '../support/house.ts';
import { benchCardReading } from './card-reading.ts';
import { quantile, rounded } from './figures.ts';
import { benchManyCards } from './many-cards.ts';
import { benchScanning } from './scanning.ts';

const visits = 10;
const idleSeconds = 20;

/** Card to list, word to paper: through bridge, platform and a real IPP printer, without a screen. */
export async function benchVisit(): Promise<Record<string, unknown>> {
  const house = await openHouse();
  try {
    await house.until('services', state => state.services.certificates.available);
    const cardMs: number[] = [];
    const previewMs: number[] = [];
    const acceptedMs: number[] = [];
    for (let visit = 0; visit < visits; visit++) {
      const citizen = await citizenAt(house.kioskUrl);
      await citizen.give({ type: 'certificates/start', wanted: null });
      const laid = performance.now();
      await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
      const { offers } = await citizen.reaches('choosing');
      cardMs.push(performance.now() - laid);
      const chosen = performance.now();
      await citizen.give({ type: 'certificates/choose', kind: offers[0]?.kind ?? '' });
      await citizen.reaches('preview');
      previewMs.push(performance.now() - chosen);
      const touched = performance.now();
      await citizen.give({ type: 'certificates/print' });
      await house.until('job accepted', ({ visit }) => {
        const step = visit.phase === 'idle' ? null : visit.certificates;
        return step?.step === 'printed' || (step?.step === 'printing' && step.progress.stage !== 'sending');
      });
      acceptedMs.push(performance.now() - touched);
      await citizen.reaches('printed');
      await citizen.give({ type: 'visit/end' });
      await house.dock({ type: 'card/remove' });
    }
    return {
      ...(await benchCardReading()),
      ...(await benchManyCards()),
      ...(await benchScanning()),
      visits,
      cardToListP50Ms: rounded(quantile(cardMs, 0.5)),
      choiceToPreviewP50Ms: rounded(quantile(previewMs, 0.5)),
      printToAcceptedP50Ms: rounded(quantile(acceptedMs, 0.5)),
      idleCpuPercent: await idleCpuPercent(house.bridge.pid),
      bridgeMemoryMb: rounded((await residentBytes(house.bridge.pid)) / 2 ** 20),
    };
  } finally {
    await house.close();
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** Of one core, while nobody is there and every device is polled; the simulators' own work is in it. */
async function idleCpuPercent(pid: number): Promise<number> {
  const before = await cpuSeconds(pid);
  await new Promise(resolve => setTimeout(resolve, idleSeconds * 1000));
  return Math.round((((await cpuSeconds(pid)) - before) / idleSeconds) * 10_000) / 100;
}

/** User and system time in /proc/PID/stat, in hundredths of a second, with the children that ended. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / 100;
}
