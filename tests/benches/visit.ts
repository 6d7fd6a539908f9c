import { readFile } from 'node:fs/promises';
import { citizenAt } from '../support/citizen.ts';
import { openHouse } from '../support/house.ts';
import { quantile, rounded } from './figures.ts';

const visits = 10;
/** Bits of one whole reading at 115200 baud, 10 bits a byte: find 15, select 19, base 1295 and their three requests of 10 bytes. */
const wireMs = ((15 + 19 + 1295 + 3 * 10) * 10 * 1000) / 115200;

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
      visits,
      cardToListP50Ms: rounded(quantile(cardMs, 0.5)),
      wireTimeAt115200Ms: rounded(wireMs),
      choiceToPreviewP50Ms: rounded(quantile(previewMs, 0.5)),
      printToAcceptedP50Ms: rounded(quantile(acceptedMs, 0.5)),
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
