import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HttpRefusal } from '../http/refusals.ts';
import { tokenMatcher } from '../http/terminal-access.ts';

/** Whoever works at a desk of the staff. */
export interface DeskPerson {
  /** As it is told to the citizen who waits: 3 号窗口. */
  name: string;
  /** Codes of the places whose calls they see; null: all. */
  places: readonly string[] | null;
  /** May read what citizens say of the guides. */
  editor: boolean;
}

export interface DeskEnv {
  Variables: { person: DeskPerson };
}

export interface DeskAccess {
  /** Null: no such token. */
  signIn(c: Context, token: string): DeskPerson | null;
  signOut(c: Context): void;
  personOf(c: Context): DeskPerson | null;
  /** Lets the signed-in in; sends others to the sign-in page. */
  required: MiddlewareHandler<DeskEnv>;
}

const cookieName = 'desk';
const signInForSeconds = 12 * 3600;

/**
 * Staff sign in with their token once a shift. The cookie holds it: HttpOnly, and sent from the platform's own pages only,
 * so that no other site can press a button here.
 */
export function deskAccess(options: {
  staff: { name: string; places?: string[] | undefined; tokenSha256: string }[];
  maintainers: { name: string; tokenSha256: string }[];
  secure: boolean;
}): DeskAccess {
  const people = [
    ...options.staff.map(({ name, places, tokenSha256 }) => ({
      tokenSha256,
      person: { name, places: places ?? null, editor: false },
    })),
    ...options.maintainers.map(({ name, tokenSha256 }) => ({
      tokenSha256,
      person: { name, places: null, editor: true },
    })),
  ];
  const indexOf = tokenMatcher(people.map(each => each.tokenSha256));
  const personWith = (token: string | undefined): DeskPerson | null =>
    token === undefined ? null : (people[indexOf(token)]?.person ?? null);
  const cookie = { httpOnly: true, sameSite: 'Strict', secure: options.secure, path: '/desk' } as const;
  const personOf = (c: Context): DeskPerson | null => personWith(getCookie(c, cookieName));
  return {
    signIn: (c, token) => {
      const person = personWith(token);
      if (person !== null) setCookie(c, cookieName, token, { ...cookie, maxAge: signInForSeconds });
      return person;
    },
    signOut: c => void deleteCookie(c, cookieName, cookie),
    personOf,
    required: async (c, next) => {
      const site = c.req.header('sec-fetch-site');
      if (c.req.method !== 'GET' && site !== undefined && site !== 'same-origin')
        throw new HttpRefusal(403, 'bad-request', 'a form of another site');
      const person = personOf(c);
      if (person === null) return c.redirect('/desk', 303);
      c.set('person', person);
      await next();
    },
  };
}
