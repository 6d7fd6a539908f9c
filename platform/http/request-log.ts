import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';

/** One line a request, with the route's pattern in place of its path: tokens and numbers stay out of the log. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const ms = Math.round(performance.now() - begin);
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms }, 'request');
  };
}
