import { type Context, Hono } from 'hono';
import type { Text } from '../../content/common/text.ts';
import type { CertificateFinding } from '../api/types.ts';
import { kinds } from '../certificates/kinds.ts';
import type { Database } from '../database/tables.ts';
import { limitedBody } from '../http/body.ts';
import { answerPage } from '../pages/page.ts';
import { findingPage, formPage, unknownPage } from './finding-page.ts';
import { findByCode, findByToken, type PublicCertificate } from './look-up.ts';

/** GET /v/TOKEN from the QR code; GET /v with a form for those who type, which posts so that no code gets into a log. */
export function verificationRoutes(database: Database, issuer: Text): Hono {
  const routes = new Hono();
  const verdict = (certificate: PublicCertificate | undefined) =>
    certificate ? findingPage(certificate, issuer) : unknownPage();

  routes.get('/:token', async c => {
    const certificate = await findByToken(database, c.req.param('token'));
    const { title, body } = verdict(certificate);
    return answerPage(c, certificate ? 200 : 404, title, body);
  });
  routes.get('/', c => {
    const { title, body } = formPage();
    return answerPage(c, 200, title, body);
  });
  routes.post('/', limitedBody, async c => {
    const certificate = await findByCode(database, await typedIn(c));
    const { title, body } = verdict(certificate);
    return answerPage(c, certificate ? 200 : 404, title, body);
  });
  return routes;
}

/** GET /:token for programs, below /api/verification: the same finding as the page. */
export function verificationApi(database: Database): Hono {
  return new Hono().get('/:token', async c => {
    const certificate = await findByToken(database, c.req.param('token'));
    return c.json(findingOf(certificate), 200, { 'cache-control': 'no-store' });
  });
}

function findingOf(certificate: PublicCertificate | undefined): CertificateFinding {
  if (certificate === undefined || certificate.state === 'prepared') return { finding: 'unknown' };
  const { number, kind, state, masked_name, masked_id_number, issued_at } = certificate;
  return {
    finding: state === 'void' ? 'void' : 'valid',
    number,
    name: Object.entries(kinds).find(([id]) => id === kind)?.[1].name ?? { zh: kind },
    maskedName: masked_name,
    maskedIdNumber: masked_id_number,
    issuedAt: issued_at.toISOString(),
  };
}

/** A field that is missing or a file is an empty one, and a body that is no form is an empty form. */
async function typedIn(c: Context): Promise<{ number: string; code: string }> {
  const fields: Record<string, unknown> = await c.req.parseBody().catch((error: unknown) => {
    // What the parser throws for a malformed body (Fetch Standard, formData); a broken connection is another error.
    if (error instanceof TypeError) return {};
    throw error;
  });
  const { number, code } = fields;
  return { number: typeof number === 'string' ? number : '', code: typeof code === 'string' ? code : '' };
}
