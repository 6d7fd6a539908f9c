import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { Refusal } from '../../../content/common/faults.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandInput, textOption } from '../command-line.ts';

/** Options of every command that asks the platform as a maintainer. */
export const platformOptions = { platform: { type: 'string' }, 'token-file': { type: 'string' } } as const;

/** GET of a maintainer's address. @throws Refusal platform-unreachable, maintainer-not-authorised, platform-failed */
export async function askPlatform<S extends z.ZodType>(
  path: string,
  values: CommandInput['values'],
  schema: S,
): Promise<z.output<S>> {
  const platform = textOption(values, 'platform') ?? 'http://localhost:7400';
  const file = textOption(values, 'token-file') ?? defaultPaths.maintainerToken;
  const token = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('maintainer-not-authorised', `${file} cannot be read`);
  });
  if (!/^\S+$/.test(token.trim())) throw new Refusal('maintainer-not-authorised', `${file} holds no token`);
  const response = await fetch(new URL(path, platform), {
    headers: { authorization: `Bearer ${token.trim()}` },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new Refusal('platform-unreachable', `${platform}: is it running there? name another with --platform URL`);
  });
  if (response.status === 401) throw new Refusal('maintainer-not-authorised', platform);
  if (!response.ok) throw new Refusal('platform-failed', `${response.status}`);
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new Refusal('platform-failed', `${path}: unexpected answer`);
  return parsed.data;
}
