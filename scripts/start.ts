import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claimDemo } from './demo/claim.ts';
import { type Demo, startDemo } from './demo/demo.ts';
import { orExit } from './demo/or-exit.ts';
import { type VoicingContent, voiceContent } from './demo/voice-content.ts';
import { defaultPaths, demoFolder } from './paths.ts';

const help = `Starts the whole house on this machine with simulated devices: platform, printer, terminal.

Usage: npm start -- [options]
  --port N         port of the terminal (kiosk and dock); default 7300
  --platform-port N  port of the platform; default 7400
  --town CODE      the township the terminal stands in; default 331003107 (院桥镇), e.g. 331003204 (上垟乡)
  --lan            let phones on this network open the guides' QR codes
  --fresh          forget the last demo's data first
  --help           this text
Ctrl-C ends everything.
`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '7300' },
        'platform-port': { type: 'string', default: '7400' },
        town: { type: 'string', default: '331003107' },
        lan: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = portOf(values.port);
    const platformPort = portOf(values['platform-port']);
    const towns = readdirSync(join(defaultPaths.contentSource, 'townships')).filter(name => /^\d{9}-/.test(name));
    if (!towns.some(name => name.startsWith(`${values.town}-`)))
      throw new Error(`--town ${values.town}: there is no such place; the places are\n  ${towns.join('\n  ')}`);
    return { ...values, port, platformPort };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${text} is not a port`);
  return port;
}

/** This machine's address on its network, for phones. */
function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  return addresses.find(address => address.family === 'IPv4' && !address.internal)?.address ?? 'localhost';
}

const given = options();
if (given.help) {
  process.stdout.write(help);
  process.exit(0);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const ports = {
  bridge: given.port,
  platform: given.platformPort,
  printer: given.port + 31,
  printerControl: given.port + 32,
};
await orExit(claimDemo(demoFolder, ports));

let demo: Demo | null = null;
let voicing: VoicingContent | null = null;
let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  say('\nStopping');
  voicing?.stop();
  await demo?.close();
  process.exit(0);
}
process.on('SIGINT', () => end());
process.on('SIGTERM', () => end());

if (given.fresh) await rm(demoFolder, { recursive: true, force: true });
say('Building the kiosk (the first time its sounds are made: half a minute)');
const build = spawnSync('vite', ['build', '--logLevel', 'warn'], { cwd: defaultPaths.checkout, encoding: 'utf8' });
if (build.status !== 0) {
  process.stderr.write(`${build.stdout ?? ''}${build.stderr ?? ''}${build.error ?? ''}`);
  process.exit(1);
}
demo = await orExit(
  startDemo({
    folder: demoFolder,
    placeCode: given.town,
    ports,
    ...(given.lan
      ? { platformHost: '0.0.0.0', platformPublicUrl: `http://${lanAddress()}:${given.platformPort}` }
      : {}),
    onProgress: line => say(`Starting ${line}`),
    onCrash: (name, how) => say(`${name} ended (${how}); starting it again`),
  }),
);
say(`
Terminal   ${demo.kioskUrl}         the kiosk, best in a portrait window of 1080x1920
Dock       ${demo.kioskUrl}/dock    its hardware: ID cards, paper tray, cables
Platform   ${demo.platformUrl}         guides for phones, certificate verification
Staff      ${demo.platformUrl}/desk    calls for help; the token is in ${demoFolder}/keys/staff-token
Printed    ${demoFolder}/printer/printed

Try: open the dock, touch 打印证明 on the kiosk, put 王小明's card on the reader. Phones on this network\nreach the guides with: npm start -- --lan. Ctrl-C ends everything.`);

voicing = voiceContent(demo);
const isVoiced = await voicing.done;
if (!ending) say(isVoiced ? 'The guides have their sounds.' : 'The guides have no sounds: see content publish.');
