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
 * The published content as plain files (content/delivery/repository-layout.ts): the signed timestamp asked for anew each
 * time (304 when unchanged), everything whose name holds its version or digest for ever, pages for a few minutes. Hidden
 * files and folders, such as a publisher's drafts, are not served; serveStatic itself refuses `..`, backslashes and
 * percent signs.
 */
export function contentOriginRoutes(folder: string): Hono {
  const routes = new Hono();
  routes.use('/metadata/timestamp.json', etag());
  routes.use('*', async (c, next) => {
    if (c.req.path.split('/').some(part => part.startsWith('.') || part.startsWith('%2e'))) return answerNotFound(c);
    await next();
    if (!c.res.ok) return;
    c.res.headers.set('Cache-Control', cachingOf(below(c.req.path)));
    if (c.res.headers.get('Content-Type')?.startsWith('text/html')) {
      c.res.headers.set('Content-Security-Policy', pagePolicy);
    }
  });
  // Typed from paper: in capitals, or without the last slash, from which the page's own links would lead astray.
  routes.get('/c/:id{[0-9A-Za-z]{6}}', c => c.redirect(`${c.req.path.replace(/[^/]+$/, lowerCase)}/`, 301));
  routes.get('/c/:id{[0-9a-z]*[A-Z][0-9A-Za-z]*}/', c => c.redirect(c.req.path.replace(/[^/]+\/$/, lowerCase), 301));
  routes.get('/g', c => c.redirect(`${c.req.path}/`, 301));
  routes.get('/g/:list{[a-z]+}', c => c.redirect(`${c.req.path}/`, 301));
  routes.get('*', serveStatic({ root: folder, rewriteRequestPath: below }));
  routes.all('*', answerNotFound);
  return routes;
}

/** The path below the origin. */
function below(path: string): string {
  return path.replace(/^\/content/, '');
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function cachingOf(path: string): string {
  if (/^\/(targets\/|speech\/|metadata\/\d+\.)/.test(path)) return 'public, max-age=31536000, immutable';
  return /^\/[gc]\//.test(path) ? 'public, max-age=300' : 'no-cache';
}
