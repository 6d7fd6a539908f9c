import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeWhole } from '../../content/common/write-whole.ts';
import { fileTransport } from '../../device-bridge/content/tuf/file-transport.ts';
import { httpTransport } from '../../device-bridge/content/tuf/http-transport.ts';
import { openMetadataFolder } from '../../device-bridge/content/tuf/metadata-folder.ts';
import { type Session, withSession } from '../../device-bridge/content/tuf/session.ts';

const help = `The terminal's own TUF client with the command line of the public TUF conformance suite.

Usage:
  tuf-client --metadata-dir D init ROOT
  tuf-client --metadata-dir D --metadata-url U refresh
  tuf-client --metadata-dir D --metadata-url U --target-name T [--target-name T2] --target-dir X --target-base-url B download

After each command D holds the trusted documents (root.json, timestamp.json, ...). Exit: 0 done, 1 refused, 2 wrong usage.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': { type: 'string' },
    'metadata-url': { type: 'string' },
    'target-name': { type: 'string', multiple: true },
    'target-dir': { type: 'string' },
    'target-base-url': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [command, rootFile] = positionals;

function given(name: 'metadata-dir' | 'metadata-url' | 'target-dir' | 'target-base-url'): string {
  const value = values[name];
  if (value === undefined) throw usage(`--${name} is needed`);
  return value;
}

function usage(message: string): never {
  process.stderr.write(`${message}\n\n${help}`);
  process.exit(2);
}

/** Where the terminal's way of keeping metadata lives, below the folder that the suite looks into. */
const own = (): string => join(given('metadata-dir'), '.terminal');
const factoryFile = (): string => join(own(), 'factory', 'root.json');

async function init(): Promise<void> {
  if (rootFile === undefined) throw usage('init needs a file');
  await mkdir(join(own(), 'factory'), { recursive: true });
  await copyFile(rootFile, factoryFile());
  await copyFile(rootFile, join(given('metadata-dir'), 'root.json'));
}

async function refreshed(use: (session: Session) => Promise<void>): Promise<void> {
  const metadata = openMetadataFolder(own());
  const metadataUrl = given('metadata-url');
  const transport = metadataUrl.startsWith('file:') ? fileTransport() : httpTransport();
  const origin = { metadataUrl, targetsUrl: values['target-base-url'] ?? metadataUrl, transport };
  const factoryRoot = await readFile(factoryFile());
  try {
    await withSession({ metadata, factoryRoot, origin, now: Date.now() }, use);
  } finally {
    transport.close();
    for (const name of metadata.names()) {
      const bytes = metadata.read(name);
      if (bytes !== null) await writeWhole(join(given('metadata-dir'), name), bytes);
    }
  }
}

async function download(session: Session): Promise<void> {
  await mkdir(given('target-dir'), { recursive: true });
  for (const name of values['target-name'] ?? usage('--target-name is needed')) {
    const target = await session.target(name);
    if (target === undefined) throw new Error(`nobody signed a target ${name}`);
    const file = join(given('target-dir'), encodeURIComponent(name));
    if (await isKept(file, target)) continue;
    const arriving = `${file}.new`;
    try {
      await session.download(target, arriving);
      await writeWhole(file, await readFile(arriving));
    } finally {
      await rm(arriving, { force: true });
    }
  }
}

async function isKept(
  file: string,
  target: { verify(stream: NodeJS.ReadableStream): Promise<void> },
): Promise<boolean> {
  const { Readable } = await import('node:stream');
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return false;
  return target.verify(Readable.from([bytes])).then(
    () => true,
    () => false,
  );
}

try {
  if (values.help) process.stdout.write(help);
  else if (command === 'init') await init();
  else if (command === 'refresh') await refreshed(async () => {});
  else if (command === 'download') await refreshed(download);
  else usage('a command is needed: init, refresh or download');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
