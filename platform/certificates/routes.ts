import { Hono } from 'hono';
import { z } from 'zod';
import { isIdNumber } from '../../content/common/id-number.ts';
import type { CertificateStateAnswer, IssuedCertificate, OffersAnswer } from '../api/types.ts';
import { limitedBody, readBody } from '../http/body.ts';
import { type KnownTerminal, type TerminalEnv, terminalAccess } from '../http/terminal-access.ts';
import { trustAnchorPem } from './authority.ts';
import { type Issuing, issueCertificate, offersFor } from './issue.ts';
import { changeState } from './register.ts';
import type { CertificateAction } from './states.ts';

const personSchema = z.strictObject({
  idNumber: z.string().refine(isIdNumber),
  /** As on the card: no control characters, at most the 30 characters a chip has room for. */
  name: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[^\p{C}]+$/u),
});
const offersBody = z.strictObject({ person: personSchema });
const issueBody = z.strictObject({
  person: personSchema,
  kind: z.string().min(1).max(64),
  requestId: z.string().regex(/^[\w-]{8,64}$/),
});
const emptyBody = z.strictObject({});
const voidBody = z.strictObject({ reason: z.enum(['not-wanted', 'print-failed', 'print-uncertain', 'seal-refused']) });

/** Everything under /api/certificates; shapes in platform/api/types.ts. */
export function certificateRoutes(issuing: Issuing, terminals: KnownTerminal[]): Hono<TerminalEnv> {
  const routes = new Hono<TerminalEnv>();
  routes.get('/authority.pem', c =>
    c.body(trustAnchorPem(issuing.authority), 200, {
      'Content-Type': 'application/x-pem-file',
      'Cache-Control': 'no-cache',
    }),
  );
  routes.use('*', terminalAccess(terminals), limitedBody);
  routes.use('*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });

  routes.post('/offers', async c => {
    const { person } = await readBody(c, offersBody);
    return c.json({ offers: await offersFor(issuing, person) } satisfies OffersAnswer);
  });

  routes.post('/', async c => {
    const body = await readBody(c, issueBody);
    const issued = await issueCertificate(issuing, { ...body, terminalId: c.var.terminalId });
    return c.json(issued satisfies IssuedCertificate);
  });

  async function change(action: CertificateAction, number: string, terminalId: string, reason: Reason | null) {
    const at = issuing.now();
    const state = await changeState(issuing, { number, terminalId, action, reason, at });
    return { number, state } satisfies CertificateStateAnswer;
  }
  for (const action of ['release', 'printed'] as const) {
    routes.post(`/:number/${action}`, async c => {
      await readBody(c, emptyBody);
      return c.json(await change(action, c.req.param('number'), c.var.terminalId, null));
    });
  }
  routes.post('/:number/void', async c => {
    const { reason } = await readBody(c, voidBody);
    return c.json(await change('void', c.req.param('number'), c.var.terminalId, reason));
  });
  return routes;
}

type Reason = z.output<typeof voidBody>['reason'];
