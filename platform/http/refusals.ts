import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import type { RefusalAnswer } from '../api/types.ts';

const statuses: Partial<Record<FaultName, ContentfulStatusCode>> = {
  'bad-request': 400,
  'terminal-not-authorised': 401,
  'maintainer-not-authorised': 401,
  'certificate-not-offered': 404,
  'certificate-unknown': 404,
  'certificate-state-conflict': 409,
  'call-unknown': 404,
  'too-many-requests': 429,
};

/** A refusal that HTTP has a narrower status for than its fault. */
export class HttpRefusal extends Refusal {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, name: FaultName, detail = '') {
    super(name, detail);
    this.status = status;
  }
}

export interface Failure {
  refusal: Refusal;
  status: ContentfulStatusCode;
}

/** What is answered for a failure: an expected one in its own words, any other as platform-failed without a detail. */
export function failureOf(error: Error, log: Logger): Failure {
  if (error instanceof Refusal) {
    const status = error instanceof HttpRefusal ? error.status : (statuses[error.fault] ?? 500);
    return { refusal: error, status };
  }
  log.error(withoutValues(error), 'request failed');
  return { refusal: new Refusal('platform-failed'), status: 500 };
}

/** The answer to a program. */
export function answerFailure(c: Context, { refusal, status }: Failure): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.json(refusal.toJSON() satisfies RefusalAnswer, status);
}

/** Where it happened but not the message: databases and parsers quote the values they were given. */
function withoutValues(error: Error): { error: string; at: string[] } {
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { error: error.name, at: at.slice(0, 8).map(line => line.trim()) };
}
