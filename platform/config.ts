import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { Refusal } from '../content/common/faults.ts';
import { textSchema } from '../content/common/text.ts';
import { placeCodeSchema } from '../content/model/place.ts';

const terminalSchema = z.strictObject({
  /** Name of the terminal in this platform's records: township code and a running number, like 331003206-1. */
  id: z.string().regex(/^[\w-]{3,64}$/, 'letters, digits, - and _'),
  /** Lower-case hex sha256 of the token in the terminal's own configuration. The token itself is kept only there. */
  tokenSha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
});

/** platform.yaml. Folders are relative to the file. platform.example.yaml shows every key. */
export const platformConfigSchema = z.strictObject({
  /** Address to listen on. Put a reverse proxy with TLS in front of anything but loopback. */
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 takes a free one. */
  port: z.int().min(0).max(65_535).default(7400),
  /** Where citizens' phones reach this platform; stands in every QR code, so it must stay reachable for years. */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .refine(url => /^https?:\/\/[^/?#]+\/?$/.test(url), 'scheme, host and port only: pages link from the root')
    .transform(url => url.replace(/\/$/, '')),
  /**
   * Everything the platform keeps: the database, the certificates not yet printed, the sealing keys, the key of the
   * person hashes. Back it up.
   */
  dataDir: z.string().min(1),
  /** Where the content publisher writes; served under /content/. */
  contentOriginDir: z.string().min(1),
  /** The terminals that may ask for certificates. */
  terminals: z
    .array(terminalSchema)
    .refine(list => new Set(list.map(each => each.id)).size === list.length, 'each id once')
    .refine(list => new Set(list.map(each => each.tokenSha256)).size === list.length, 'each token once'),
  /** Who may see what every terminal shows (`content status`). */
  maintainers: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        tokenSha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
      }),
    )
    .default([]),
  /** Who is called to a terminal (/desk). */
  staff: z
    .array(
      z.strictObject({
        /** As the citizen who waits reads it: 院桥镇 3 号窗口. */
        name: z.string().min(1).max(40),
        /** Codes of the places whose calls they see; absent: all. */
        places: z.array(placeCodeSchema).min(1).optional(),
        tokenSha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
      }),
    )
    .default([]),
  /** The issuing body as it stands on certificates and on the verification page. */
  issuer: textSchema,
  /** How much is logged to standard output, as JSON lines. */
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type PlatformConfig = z.output<typeof platformConfigSchema>;

/** @throws Refusal config-invalid; the detail names file, key and what is expected */
export async function loadConfig(file: string): Promise<PlatformConfig> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('config-invalid', `${file} cannot be read`);
  });
  const parsed = platformConfigSchema.safeParse(parseYaml(file, text));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `${issue.path.join('.') || 'file'}: ${issue.message}`);
    throw new Refusal('config-invalid', `${file}: ${problems.join('; ')}`);
  }
  const here = (folder: string): string => resolve(dirname(file), folder);
  const { dataDir, contentOriginDir } = parsed.data;
  return { ...parsed.data, dataDir: here(dataDir), contentOriginDir: here(contentOriginDir) };
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new Refusal('config-invalid', `${file}: ${error.message.split('\n')[0]}`);
    throw error;
  }
}
