import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../content/common/canonical-json.ts';
import { trustedRootFile } from '../../content/delivery/repository-layout.ts';
import { ensureDemoKeys } from '../../content/publisher/keys/demo-keys.ts';
import { publish } from '../../content/publisher/publish.ts';
import { defaultPaths } from '../paths.ts';
import { type Child, startChild } from './child.ts';
import { keptSecret, saveSealAuthority, writeYaml } from './demo-files.ts';

export interface DemoOptions {
  /** Everything the demo makes and keeps; deleting it gives a fresh start. */
  folder: string;
  ports: { bridge: number; platform: number; printer: number; printerControl: number };
  placeCode: string;
  /** Address of the platform as phones reach it. */
  platformPublicUrl?: string;
  platformHost?: string;
  contentSource?: string;
  visit?: { idleSeconds: number; warningSeconds: number };
  /** Programs start anew when their code changes. */
  watch?: boolean;
  onProgress?: (line: string) => void;
  onCrash?: (name: string, how: string) => void;
}

export interface Demo {
  kioskUrl: string;
  platformUrl: string;
  printerUri: string;
  printerControlUrl: string;
  contentOriginDir: string;
  contentKeysDir: string;
  terminalConfigFile: string;
  bridge: Child;
  platform: Child;
  printer: Child;
  close(): Promise<void>;
}

/** A publication is told of; this is for what the telling missed. */
const contentPollSeconds = 30;

/** Starts the whole house with simulated devices: platform, signed content, printer peer, bridge. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { folder, ports } = options;
  const say = options.onProgress ?? (() => {});
  const inFolder = (path: string): string => join(folder, path);
  const platformUrl = `http://localhost:${ports.platform}`;
  const kioskUrl = `http://localhost:${ports.bridge}`;
  const printerUri = `ipp://localhost:${ports.printer}/ipp/print`;
  const printerControlUrl = `http://127.0.0.1:${ports.printerControl}/`;
  const contentOriginDir = inFolder('content-origin');
  const contentKeysDir = inFolder('keys/content');
  const terminalConfigFile = inFolder('terminal.yaml');
  const platformConfigFile = inFolder('platform.yaml');

  const child = (name: string, readyUrl: string, ...command: string[]): Child =>
    startChild({
      name,
      readyUrl,
      command: [process.execPath, ...(options.watch ? ['--watch'] : []), ...command],
      logFile: inFolder(`logs/${name}.log`),
      ...(options.onCrash === undefined ? {} : { onCrash: options.onCrash }),
    });

  await mkdir(inFolder('keys'), { recursive: true });
  const token = await keptSecret(inFolder('keys/terminal-token'));
  const publicUrl = options.platformPublicUrl ?? platformUrl;
  await writeYaml(platformConfigFile, {
    host: options.platformHost ?? '127.0.0.1',
    port: ports.platform,
    publicUrl,
    dataDir: 'platform',
    contentOriginDir: 'content-origin',
    terminals: [{ id: 'demo-1', tokenSha256: sha256Hex(token) }],
    maintainers: [{ name: 'demo', tokenSha256: sha256Hex(await keptSecret(inFolder('keys/maintainer-token'))) }],
    staff: [{ name: '值班窗口（示例）', tokenSha256: sha256Hex(await keptSecret(inFolder('keys/staff-token'))) }],
    issuer: { zh: '黄岩区政务服务平台（示例）', en: 'Huangyan Government Services Platform (sample)' },
  });

  say('platform (embedded database; the first start takes a few seconds longer)');
  const platform = child(
    'platform',
    `${platformUrl}/api/health`,
    source('platform/main.ts'),
    'serve',
    '--config',
    platformConfigFile,
  );
  say('printer');
  const printer = child(
    'printer',
    printerControlUrl,
    source('device-bridge/devices/certificate-printer/simulator/printer-peer.ts'),
    ...[
      '--port',
      String(ports.printer),
      '--control-port',
      String(ports.printerControl),
      '--spool',
      inFolder('printer'),
    ],
  );
  const running = [platform, printer];
  const close = async (): Promise<void> => {
    await Promise.all(running.map(each => each.stop()));
  };
  try {
    say('content');
    const contentSource = options.contentSource ?? defaultPaths.contentSource;
    await ensureDemoKeys(contentKeysDir, contentSource);
    await publish({ source: contentSource, origin: contentOriginDir, keys: contentKeysDir, now: new Date() });
    await Promise.all([platform.ready(), printer.ready()]);
    await saveSealAuthority(platformUrl, inFolder('keys/seal-authority.pem'));
    await writeYaml(terminalConfigFile, {
      mode: 'demo',
      port: ports.bridge,
      terminal: { id: 'demo-1', placeCode: options.placeCode, number: 1 },
      dataDir: 'terminal',
      kioskDir: defaultPaths.builtKiosk,
      platform: { url: platformUrl, publicUrl, token, sealAuthorities: ['keys/seal-authority.pem'] },
      content: {
        origin: `${platformUrl}/content/`,
        publicUrl: `${publicUrl}/content/`,
        trustedRoot: `keys/content/${trustedRootFile}`,
        pollSeconds: contentPollSeconds,
      },
      idCardReader: { transport: 'simulator' },
      certificatePrinter: { uri: printerUri, peerControlUrl: printerControlUrl },
      socialSecurityCard: { transport: 'simulator' },
      codeReader: { transport: 'simulator' },
      receiptPrinter: { transport: 'simulator' },
      scanner: { driver: 'simulator' },
      ...(options.visit === undefined ? {} : { visit: options.visit }),
    });
    say('terminal');
    const bridge = child('bridge', kioskUrl, source('device-bridge/main.ts'), '--config', terminalConfigFile);
    running.unshift(bridge);
    await bridge.ready();
    return {
      ...{ kioskUrl, platformUrl, printerUri, printerControlUrl, contentOriginDir, contentKeysDir, terminalConfigFile },
      ...{ bridge, platform, printer, close },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function source(path: string): string {
  return join(defaultPaths.checkout, path);
}
