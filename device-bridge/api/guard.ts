import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../../content/common/faults.ts';

/**
 * Lets only the terminal's own page in. Listening on loopback is not enough: another site open in a browser, or another
 * name that resolves to 127.0.0.1, would get through (DNS rebinding), so Host and Origin are both checked.
 */
export function ownPageOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`localhost:${port()}`, `127.0.0.1:${port()}`];
    if (!hosts.includes(context.req.header('host') ?? '')) throw new Refusal('wrong-origin', 'Host');
    const origin = context.req.header('origin');
    if (origin !== undefined && !hosts.some(host => origin === `http://${host}`))
      throw new Refusal('wrong-origin', 'Origin');
    if (context.req.header('sec-fetch-site') === 'cross-site') throw new Refusal('wrong-origin', 'Sec-Fetch-Site');
    await next();
  };
}
