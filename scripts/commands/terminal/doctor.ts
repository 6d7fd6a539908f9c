import { existsSync } from 'node:fs';
import { Refusal } from '../../../content/common/faults.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import type { DeviceReadiness, Readiness } from '../../../device-bridge/api/types.ts';
import { loadConfig } from '../../../device-bridge/config.ts';
import { askReadiness } from '../../../device-bridge/health/ask-readiness.ts';
import { lookAtDevices } from '../../../device-bridge/health/look-at-devices.ts';
import { readinessPdf } from '../../../device-bridge/health/readiness-report.ts';
import { isTaken } from '../../demo/claim.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';

const usualConfig = 'terminal.yaml';
const usualPort = 7300;

/** What a technician runs first. Asks the terminal's own process when it runs, else opens the devices itself. */
export const doctor: CommandDefinition = {
  summary: 'Looks at every device: found, firmware, self-test, last fault, what to do',
  usage: 'doctor [--config terminal.yaml] [--port PORT] [--report FILE.pdf]',
  options: { config: { type: 'string' }, port: { type: 'string' }, report: { type: 'string' } },
  async run({ values, positionals, say }) {
    if (positionals.length > 0) throw new UsageError('doctor takes options only');
    const readiness = await lookedAt(textOption(values, 'config'), textOption(values, 'port'), say);
    for (const device of readiness.devices) sayDevice(device, say);
    const file = textOption(values, 'report');
    if (file !== undefined) {
      const pdf = await readinessPdf(readiness);
      await writeWhole(file, pdf).catch((error: NodeJS.ErrnoException) => {
        throw new Refusal('file-unwritable', `${file}: ${error.code ?? error.message}`);
      });
      say(`report: ${file}`);
    }
    say(readiness.ready ? 'ready' : 'not ready');
    return { result: readiness, exitCode: readiness.ready ? 0 : 1 };
  },
};

async function lookedAt(
  configFile: string | undefined,
  port: string | undefined,
  say: (line: string) => void,
): Promise<Readiness> {
  const file = configFile ?? (port === undefined && existsSync(usualConfig) ? usualConfig : undefined);
  if (file === undefined) return askReadiness(port === undefined ? usualPort : portNumber(port));
  const config = await loadConfig(file);
  if (config.port !== 0) {
    const running = await askReadiness(config.port).catch(() => null);
    if (running !== null && running.terminal.id === config.terminal.id) return running;
    // It starts, hangs, or is another one: what it holds open would seem to be absent.
    if (await isTaken(config.port))
      throw new Refusal('already-running', `port ${config.port} does not answer as terminal ${config.terminal.id}`);
  }
  say('the terminal is not running: opening its devices');
  return lookAtDevices(config, (device, message) => say(`     ${device}: ${message}`));
}

function sayDevice(device: DeviceReadiness, say: (line: string) => void): void {
  const { identity, fault, lastFault } = device;
  say(
    `${device.works ? 'ok  ' : 'FAIL'} ${device.device} (${device.address}): ${device.state}, self-test ${device.selfTest}`,
  );
  const known = identity && [identity.manufacturer, identity.model, identity.serialNumber, identity.firmware];
  if (known?.some(word => word !== null)) say(`       ${known.filter(word => word !== null).join(', ')}`);
  for (const [name, value] of Object.entries(device.details)) say(`       ${name}: ${value}`);
  if (fault !== null) say(`       now: ${fault.code} ${fault.citizen.en}\n       do:  ${device.remedy}`);
  else if (lastFault !== null)
    say(`       last: ${lastFault.fault.code} ${lastFault.fault.citizen.en}, ${lastFault.at}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new UsageError('--port is a number from 1 to 65535');
  return port;
}
