import { Hono } from 'hono';
import { html } from 'hono/html';
import type { CallBoard } from '../calls/call-board.ts';
import { staffCallRoutes } from '../calls/staff-routes.ts';
import type { Database } from '../database/tables.ts';
import { feedbackPage } from '../feedback/feedback-page.ts';
import { feedbackSince } from '../feedback/feedback-store.ts';
import { limitedBody } from '../http/body.ts';
import { answerPage, type Markup } from '../pages/page.ts';
import type { DeskAccess, DeskEnv, DeskPerson } from './desk-access.ts';

const monthMs = 30 * 24 * 3_600_000;

/** Pages of the staff and of the guides' editors, below /desk: sign in once, then calls for help and feedback. */
export function deskRoutes(parts: {
  database: Database;
  board: CallBoard;
  access: DeskAccess;
  now(): Date;
}): Hono<DeskEnv> {
  const { database, access, now } = parts;
  const routes = new Hono<DeskEnv>();

  routes.get('/', c => {
    const person = access.personOf(c);
    return answerPage(c, 200, '值班', person === null ? signInPage(false) : deskPage(person));
  });
  routes.post('/', limitedBody, async c => {
    const { token } = await c.req.parseBody().catch(() => ({ token: '' }));
    const person = access.signIn(c, typeof token === 'string' ? token.trim() : '');
    if (person === null) return answerPage(c, 401, '值班', signInPage(true));
    return c.redirect(person.editor ? '/desk' : '/desk/calls', 303);
  });
  routes.post('/sign-out', access.required, c => {
    access.signOut(c);
    return c.redirect('/desk', 303);
  });
  routes.route('/calls', staffCallRoutes(parts));
  routes.get('/feedback', access.required, async c => {
    if (!c.var.person.editor) return c.redirect('/desk', 303);
    const answer = await feedbackSince(database, new Date(now().getTime() - monthMs));
    return answerPage(c, 200, '指南对不对', feedbackPage(c.var.person, answer));
  });
  return routes;
}

function signInPage(refused: boolean): Markup {
  return html`<h1>工作人员登录 <span lang="en">Staff</span></h1>
${refused ? html`<p class="state alarm">口令不对，请再输入一次 <span lang="en">That is not a known token</span></p>` : ''}
<form method="post" action="/desk">
<label>口令 <span lang="en">Token</span><input type="password" name="token" autocomplete="current-password" required></label>
<button>登录 <span lang="en">Sign in</span></button>
</form>`;
}

function deskPage({ name, editor }: DeskPerson): Markup {
  return html`<h1>${name}</h1>
<p><a class="go" href="/desk/calls">求助 <span lang="en">Calls for help</span></a></p>
${editor ? html`<p><a class="go" href="/desk/feedback">指南对不对 <span lang="en">Is this guide right?</span></a></p>` : ''}
<form method="post" action="/desk/sign-out"><button class="quiet">退出 <span lang="en">Sign out</span></button></form>`;
}
