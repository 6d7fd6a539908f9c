import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../../content/common/faults.ts';

/** What the routes behind the bearer token may rely on. */
export interface TerminalEnv {
  Variables: { terminalId: string };
}

export interface KnownTerminal {
  id: string;
  /** Lower-case hex sha256 of the terminal's token. */
  tokenSha256: string;
}

/** Lets a terminal in by its bearer token (RFC 6750). Every known hash is compared, each in constant time. */
export function terminalAccess(terminals: KnownTerminal[]): MiddlewareHandler<TerminalEnv> {
  const known = terminals.map(({ id, tokenSha256 }) => ({ id, hash: Buffer.from(tokenSha256, 'hex') }));
  return async (c, next) => {
    const token = /^Bearer ([\w.~+/-]{16,256}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) throw new Refusal('terminal-not-authorised');
    const hash = createHash('sha256').update(token).digest();
    const matches = known.filter(terminal => timingSafeEqual(terminal.hash, hash));
    const [terminal] = matches;
    if (!terminal) throw new Refusal('terminal-not-authorised');
    c.set('terminalId', terminal.id);
    await next();
  };
}
