import type { DeviceConfig } from '../device-config.ts';
import { keyboardCodeReader } from '../devices/code-reader/keyboard.ts';
import type { CodeReader } from '../devices/code-reader/types.ts';
import { serialPortTransport } from '../devices/transport/serial-port.ts';
import { type LogLine, type Opened, simulated } from './opened.ts';

export async function openCodeReader(
  config: DeviceConfig['codeReader'],
  log: LogLine,
): Promise<Opened<CodeReader> | null> {
  if (config === undefined) return null;
  if (config.transport === 'keyboard') return { device: keyboardCodeReader(), address: 'keyboard' };
  const { createCodeReader } = await import('../devices/code-reader/driver.ts');
  switch (config.transport) {
    case 'serial': {
      const transport = serialPortTransport(config.port, { baudRate: config.baudRate });
      return { device: createCodeReader({ transport, log }), address: config.port };
    }
    case 'simulator': {
      const { createSimulatedCodeReader } = await import('../devices/code-reader/simulator/simulated-code-reader.ts');
      const { transport, hardware } = createSimulatedCodeReader();
      return { device: createCodeReader({ transport, log }), address: simulated, hardware: { codeReader: hardware } };
    }
  }
}
