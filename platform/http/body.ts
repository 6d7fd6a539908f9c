import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { Refusal } from '../../content/common/faults.ts';
import { HttpRefusal } from './refusals.ts';

const maxBodyBytes = 16 * 1024;

/** Requests to this API are a few hundred bytes; more is refused before it is read. */
export const limitedBody: MiddlewareHandler = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new HttpRefusal(413, 'bad-request', `the body is over ${maxBodyBytes} bytes`);
  },
});

/** The JSON body, checked. The refusal names the places that are wrong and never what stood there. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new HttpRefusal(415, 'bad-request', 'the body must be application/json');
  }
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('bad-request', 'the body is not JSON');
    throw error;
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(issue => issue.path.join('.') || 'body');
  throw new Refusal('bad-request', `not as expected: ${[...new Set(places)].slice(0, 8).join(', ')}`);
}
