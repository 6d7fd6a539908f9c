import type { DeviceConfig } from '../device-config.ts';
import { createIdCardReader } from '../devices/id-card-reader/driver.ts';
import type { IdCardReader } from '../devices/id-card-reader/types.ts';
import { serialPortTransport } from '../devices/transport/serial-port.ts';
import { type LogLine, networkAddress, type Opened, simulated } from './opened.ts';

export async function openIdCardReader(
  config: DeviceConfig['idCardReader'],
  log: LogLine,
): Promise<Opened<IdCardReader>> {
  switch (config.transport) {
    case 'serial':
      return {
        device: createIdCardReader({ transport: serialPortTransport(config.port), log }),
        address: config.port,
      };
    case 'tcp': {
      const { tcpTransport } = await import('../devices/transport/tcp.ts');
      return { device: createIdCardReader({ transport: tcpTransport(config), log }), address: networkAddress(config) };
    }
    case 'simulator': {
      const { createSimulatedReader } = await import('../devices/id-card-reader/simulator/simulated-reader.ts');
      const { transport, hardware } = createSimulatedReader();
      return {
        device: createIdCardReader({ transport, log }),
        address: simulated,
        hardware: { idCardReader: hardware },
      };
    }
  }
}
