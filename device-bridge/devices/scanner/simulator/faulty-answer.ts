import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a fault strikes. */
export type SimulatedStep = 'capabilities' | 'status' | 'job' | 'document';

/**
 * busy 503, conflict 409, gone 410, missing 404, error 500; reset: the connection dies without an answer; broken-off: it dies
 * in the middle; cut: a whole HTTP answer with half of what should be in it; nonsense: something else; endless; hang: no answer.
 */
export type SimulatedFault = keyof typeof statuses | 'reset' | 'broken-off' | 'cut' | 'nonsense' | 'endless' | 'hang';

const statuses = { busy: 503, conflict: 409, gone: 410, missing: 404, error: 500 } as const;

export function isRefusal(fault: SimulatedFault): fault is keyof typeof statuses {
  return fault in statuses;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Sends an answer, or spoils it. `overMs`: how long the body takes, as the lamp moves along the page. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  fault: SimulatedFault | null,
  overMs: number,
): Promise<void> {
  const { headers, body } = answer;
  switch (fault) {
    case null:
      return sendWhole(response, answer, overMs);
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'broken-off':
      response.writeHead(200, { ...headers, 'content-length': String(body.length) });
      response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
      return;
    case 'cut':
      return sendWhole(response, { ...answer, body: body.subarray(0, body.length / 2) }, 0);
    case 'nonsense':
      return sendWhole(response, { ...answer, body: Buffer.from('<html><body>Please log in</body></html>') }, 0);
    case 'endless':
      response.writeHead(200, headers);
      return sendForEver(response);
    default:
      response.writeHead(statuses[fault], { 'retry-after': '1' }).end();
  }
}

async function sendWhole(response: ServerResponse, { status, headers, body }: Answer, overMs: number): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  const steps = overMs > 0 ? 20 : 1;
  for (let step = 0; step < steps && !response.destroyed; step += 1) {
    response.write(body.subarray((body.length * step) / steps, (body.length * (step + 1)) / steps));
    if (overMs > 0) await sleep(overMs / steps);
  }
  response.end();
}

async function sendForEver(response: ServerResponse): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, 0x20);
  while (!response.destroyed) {
    if (!response.write(piece)) await new Promise(resolve => response.once('drain', resolve).once('close', resolve));
  }
}
