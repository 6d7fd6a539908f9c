import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Text } from '../../content/common/text.ts';
import { answerPage } from './page.ts';

/** GET /: says what this is and where the parts are. */
export function homeRoutes(parts: { issuer: Text; contentOriginDir: string; version: string }): Hono {
  const routes = new Hono();
  routes.get('/', async c => {
    const guides = await exists(join(parts.contentOriginDir, 'g', 'index.html'));
    const body = html`<h1>${parts.issuer.zh}</h1>
<p>这里为便民服务中心的自助终端签发证明、核验证明，并发布办事指南。</p>
<p lang="en">This service issues and verifies the certificates of the self-service terminals and publishes their guides.</p>
<h2>从这里开始 <span lang="en">Start here</span></h2>
<ul>
<li><a href="/v">核验证明</a> <span lang="en">Verify a certificate</span></li>
${
  guides
    ? html`<li><a href="/content/g/index.html">办事指南</a> <span lang="en">Guides</span></li>`
    : html`<li>办事指南还没有发布 <span lang="en">No guides are published yet</span></li>`
}
</ul>
<h2>给工作人员 <span lang="en">For staff</span></h2>
<ul>
<li><a href="/desk">值班：求助、指南反馈</a> <span lang="en">Calls for help, feedback on guides</span></li>
</ul>
<h2>给技术人员 <span lang="en">For technicians</span></h2>
<ul>
<li><a href="/api/health">/api/health</a> · ${parts.version}</li>
<li><a href="/api/certificates/authority.pem">/api/certificates/authority.pem</a> <span lang="en">root of the seals (SAMPLE)</span></li>
</ul>`;
    return answerPage(c, 200, parts.issuer.zh, body);
  });
  return routes;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
