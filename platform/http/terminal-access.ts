import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type FaultName, Refusal } from '../../content/common/faults.ts';

/** What the routes behind a terminal's token may rely on. */
export interface TerminalEnv {
  Variables: { terminalId: string };
}

export interface KnownTerminal {
  id: string;
  /** Lower-case hex sha256 of the terminal's token. */
  tokenSha256: string;
}

/** Lets a terminal in by its bearer token (RFC 6750). */
export function terminalAccess(terminals: KnownTerminal[]): MiddlewareHandler<TerminalEnv> {
  const indexOf = tokenFinder(terminals.map(terminal => terminal.tokenSha256));
  return async (c, next) => {
    const terminal = terminals[indexOf(c)];
    if (terminal === undefined) throw new Refusal('terminal-not-authorised');
    c.set('terminalId', terminal.id);
    await next();
  };
}

/** Lets anybody in who has one of the tokens; refuses with `refusal`. */
export function bearerAccess(tokensSha256: string[], refusal: FaultName): MiddlewareHandler {
  const indexOf = tokenFinder(tokensSha256);
  return async (c, next) => {
    if (indexOf(c) === -1) throw new Refusal(refusal);
    await next();
  };
}

/** Place of the request's token among the known ones, -1 without one. */
function tokenFinder(tokensSha256: string[]): (c: Context) => number {
  const indexOf = tokenMatcher(tokensSha256);
  return c => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    return token === undefined ? -1 : indexOf(token);
  };
}

/** Place of a token among the known ones, -1 without one. Every hash is compared, each in constant time. */
export function tokenMatcher(tokensSha256: string[]): (token: string) => number {
  const known = tokensSha256.map(hash => Buffer.from(hash, 'hex'));
  return token => {
    if (!/^[\w.~+/-]{16,256}=*$/.test(token)) return -1;
    const hash = createHash('sha256').update(token).digest();
    const matches = known.map(each => timingSafeEqual(each, hash));
    return matches.indexOf(true);
  };
}
