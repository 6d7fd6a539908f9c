import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { HealthAnswer } from './api/types.ts';
import type { CallBoard } from './calls/call-board.ts';
import { callRoutes } from './calls/routes.ts';
import type { Issuing } from './certificates/issue.ts';
import { certificateRoutes } from './certificates/routes.ts';
import type { PlatformConfig } from './config.ts';
import type { ContentHints } from './content-origin/hints.ts';
import { contentOriginRoutes } from './content-origin/routes.ts';
import { deskAccess } from './desk/desk-access.ts';
import { deskRoutes } from './desk/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { fleetRoutes } from './fleet/routes.ts';
import { answerFailure, failureOf, HttpRefusal } from './http/refusals.ts';
import { requestLog } from './http/request-log.ts';
import { terminalAccess } from './http/terminal-access.ts';
import { homeRoutes } from './pages/home.ts';
import { answerFailurePage, answerNotFound } from './pages/page.ts';
import { verificationApi, verificationRoutes } from './verification/routes.ts';

export interface PlatformParts {
  config: PlatformConfig;
  issuing: Issuing;
  hints: ContentHints;
  board: CallBoard;
  version: string;
  log: Logger;
}

/** Every address of the platform. */
export function createApp(parts: PlatformParts): Hono {
  const { config, issuing, hints, board, version, log } = parts;
  const app = new Hono();
  app.use(requestLog(log));
  // The token in a verification address must not travel on to another site.
  app.use(secureHeaders({ referrerPolicy: 'no-referrer', strictTransportSecurity: false }));
  // Programs read JSON; at every other address it is a person who reads the answer.
  const forProgram = (c: Context): boolean => c.req.path.startsWith('/api/');
  app.onError((error, c) => {
    const failure = failureOf(error, log);
    return forProgram(c) ? answerFailure(c, failure) : answerFailurePage(c, failure);
  });
  app.notFound(c => {
    if (!forProgram(c)) return answerNotFound(c);
    return answerFailure(c, failureOf(new HttpRefusal(404, 'bad-request', 'no such address'), log));
  });

  app.get('/api/health', async c => {
    await issuing.database.selectFrom('certificate_sequences').select('year').limit(1).execute();
    return c.json({ ok: true, version } satisfies HealthAnswer);
  });
  app.route('/api/certificates', certificateRoutes(issuing, config.terminals));
  const { terminals, maintainers } = config;
  app.route('/api', fleetRoutes({ database: issuing.database, terminals, maintainers, now: issuing.now }));
  const { database, now } = issuing;
  app.route('/api', feedbackRoutes({ database, terminals, maintainers, now }));
  app.route('/api/calls', callRoutes({ database, board, terminals, now }));
  const secure = config.publicUrl.startsWith('https:');
  const access = deskAccess({ staff: config.staff, maintainers, secure });
  app.route('/desk', deskRoutes({ database, board, access, now }));
  app.get('/api/content/events', terminalAccess(terminals), c => hints.stream(c));
  app.route('/api/verification', verificationApi(issuing.database));
  app.route('/v', verificationRoutes(issuing.database, config.issuer));
  app.route('/content', contentOriginRoutes(config.contentOriginDir));
  app.route('/', homeRoutes({ issuer: config.issuer, contentOriginDir: config.contentOriginDir, version }));
  return app;
}
