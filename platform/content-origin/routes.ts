import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { answerNotFound } from '../pages/page.ts';

/** Phone pages carry their style inside and no script at all. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The published content as plain files: the manifest asked for anew each time (304 when unchanged), bundles for ever
 * (their name is their digest), pages for a few minutes. Hidden files and folders, such as a publisher's drafts, are
 * not served; serveStatic itself refuses `..`, backslashes and percent signs.
 */
export function contentOriginRoutes(folder: string): Hono {
  const routes = new Hono();
  routes.use('/manifest.json', etag());
  routes.use('*', async (c, next) => {
    if (c.req.path.split('/').some(part => part.startsWith('.') || part.startsWith('%2e'))) return answerNotFound(c);
    await next();
    if (!c.res.ok) return;
    const below = c.req.path.replace(/^\/content/, '');
    c.res.headers.set('Cache-Control', cachingOf(below));
    if (c.res.headers.get('Content-Type')?.startsWith('text/html')) {
      c.res.headers.set('Content-Security-Policy', pagePolicy);
    }
  });
  routes.get('*', serveStatic({ root: folder, rewriteRequestPath: path => path.replace(/^\/content/, '') }));
  routes.all('*', answerNotFound);
  return routes;
}

function cachingOf(path: string): string {
  if (path.startsWith('/bundles/')) return 'public, max-age=31536000, immutable';
  return path.startsWith('/g/') ? 'public, max-age=300' : 'no-cache';
}
