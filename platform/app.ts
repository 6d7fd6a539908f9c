import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { HealthAnswer } from './api/types.ts';
import type { Issuing } from './certificates/issue.ts';
import { certificateRoutes } from './certificates/routes.ts';
import type { PlatformConfig } from './config.ts';
import { contentOriginRoutes } from './content-origin/routes.ts';
import { answerFailure, HttpRefusal } from './http/refusals.ts';
import { requestLog } from './http/request-log.ts';
import { homeRoutes } from './pages/home.ts';
import { answerNotFound } from './pages/page.ts';
import { verificationRoutes } from './verification/routes.ts';

/** Every address of the platform. */
export function createApp(config: PlatformConfig, issuing: Issuing, version: string, log: Logger): Hono {
  const app = new Hono();
  app.use(requestLog(log));
  // The token in a verification address must not travel on to another site.
  app.use(secureHeaders({ referrerPolicy: 'no-referrer', strictTransportSecurity: false }));
  app.onError((error, c) => answerFailure(c, error, log));
  app.notFound(c => {
    if (c.req.path.startsWith('/api/'))
      return answerFailure(c, new HttpRefusal(404, 'bad-request', 'no such address'), log);
    return answerNotFound(c);
  });

  app.get('/api/health', async c => {
    await issuing.database.selectFrom('certificate_sequences').select('year').limit(1).execute();
    return c.json({ ok: true, version } satisfies HealthAnswer);
  });
  app.route('/api/certificates', certificateRoutes(issuing, config.terminals));
  app.route('/v', verificationRoutes(issuing.database, config.issuer));
  app.route('/content', contentOriginRoutes(config.contentOriginDir));
  app.route('/', homeRoutes({ issuer: config.issuer, contentOriginDir: config.contentOriginDir, version }));
  return app;
}
