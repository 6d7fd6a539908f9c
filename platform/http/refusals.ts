import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { type FaultName, Refusal } from '../../content/model/faults.ts';
import type { RefusalAnswer } from '../api/types.ts';

const statuses: Partial<Record<FaultName, ContentfulStatusCode>> = {
  'bad-request': 400,
  'terminal-not-authorised': 401,
  'certificate-not-offered': 404,
  'certificate-unknown': 404,
  'certificate-state-conflict': 409,
};

/** A refusal that HTTP has a narrower status for than its fault. */
export class HttpRefusal extends Refusal {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, name: FaultName, detail = '') {
    super(name, detail);
    this.status = status;
  }
}

/** The answer to every failure: an expected one in its own words, any other as platform-failed without a detail. */
export function answerFailure(c: Context, error: Error, log: Logger): Response {
  if (error instanceof Refusal) {
    const status = error instanceof HttpRefusal ? error.status : (statuses[error.fault] ?? 500);
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    return c.json(error.toJSON() satisfies RefusalAnswer, status);
  }
  log.error(withoutValues(error), 'request failed');
  return c.json(new Refusal('platform-failed').toJSON() satisfies RefusalAnswer, 500);
}

/** Where it happened but not the message: databases and parsers quote the values they were given. */
function withoutValues(error: Error): { error: string; at: string[] } {
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { error: error.name, at: at.slice(0, 8).map(line => line.trim()) };
}
