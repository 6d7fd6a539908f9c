import { z } from 'zod';
import { Refusal } from '../../content/common/faults.ts';
import type { Readiness } from '../api/types.ts';

const timeoutMs = 5_000;

/** As far as a command line relies on it: whatever else answers on that port is not the terminal. */
const answerSchema = z.looseObject({
  at: z.iso.datetime(),
  ready: z.boolean(),
  terminal: z.looseObject({ id: z.string() }),
  devices: z.array(
    z.looseObject({
      device: z.string(),
      address: z.string(),
      works: z.boolean(),
      state: z.string(),
      details: z.looseObject({}),
    }),
  ),
});

/** What the terminal that runs on this machine says of itself. @throws Refusal bridge-not-running */
export async function askReadiness(port: number): Promise<Readiness> {
  const answer: unknown = await fetch(`http://127.0.0.1:${port}/api/readiness`, {
    signal: AbortSignal.timeout(timeoutMs),
  })
    .then(response => response.json())
    .catch(() => null);
  if (!answerSchema.safeParse(answer).success) throw new Refusal('bridge-not-running', `port ${port}`);
  return answer as Readiness;
}
