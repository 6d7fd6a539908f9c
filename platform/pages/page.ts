import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fault } from '../../content/common/faults.ts';
import type { Failure } from '../http/refusals.ts';
import { pageStyle } from './page-style.ts';

export type Markup = ReturnType<typeof html>;

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** No script but a page's own, no picture, no other origin; forms go back to where they came from. */
function policy(withScript: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    ...(withScript ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export interface PageExtras {
  /** Path of a script of the platform's own. The page works without it. */
  script?: string;
  head?: Markup;
}

/** One of the platform's own pages: Chinese first, reads on a phone, works without JavaScript. */
export function answerPage(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  body: Markup,
  { script, head }: PageExtras = {},
): Response | Promise<Response> {
  c.header('Content-Security-Policy', policy(script !== undefined));
  c.header('Cache-Control', 'no-store');
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
${head ?? ''}${script === undefined ? '' : html`<script src="${script}" defer></script>`}
</head>
<body><main>${body}</main>
<footer>咨询与投诉 <a href="tel:12345">12345</a> · <span lang="en">Questions and complaints: 12345</span></footer></body>
</html>
`;
  return c.html(page, status);
}

export function answerNotFound(c: Context): Response | Promise<Response> {
  return answerPage(
    c,
    404,
    '没有这一页',
    html`<h1>没有这一页</h1>
<p>地址可能不完整，或者这一页已经撤下。请重新扫码，或从首页开始。</p>
<p lang="en">There is no such page. Scan the code again, or begin at the start.</p>
<p><a class="go" href="/">回到首页 <span lang="en">Start</span></a></p>`,
  );
}

/** The answer to a person: the citizen's words of the failure and its code, nothing of its cause. */
export function answerFailurePage(c: Context, { refusal, status }: Failure): Response | Promise<Response> {
  const { code, citizen, remedy } = fault(refusal.fault);
  return answerPage(
    c,
    status,
    citizen.zh,
    html`<h1>${citizen.zh}</h1>
<p>${remedy.zh}</p>
<p lang="en">${citizen.en}. ${remedy.en}</p>
<p><a class="go" href="/">回到首页 <span lang="en">Start</span></a></p>
<p>${code}</p>`,
  );
}
