import type { DeviceConfig } from '../device-config.ts';
import type { SocialSecurityCardReader } from '../devices/social-security-card/types.ts';
import { type LogLine, type Opened, simulated } from './opened.ts';

export async function openSocialSecurityCard(
  config: DeviceConfig['socialSecurityCard'],
  log: LogLine,
): Promise<Opened<SocialSecurityCardReader> | null> {
  if (config === undefined) return null;
  const { createSocialSecurityCardReader } = await import('../devices/social-security-card/driver.ts');
  switch (config.transport) {
    case 'pcsc': {
      const { pcscTerminal } = await import('../devices/social-security-card/pcsc-terminal.ts');
      const { reader } = config;
      const terminal = pcscTerminal(reader === undefined ? {} : { reader });
      return { device: createSocialSecurityCardReader({ terminal, log }), address: `PC/SC ${reader ?? ''}`.trim() };
    }
    case 'simulator': {
      const { createSimulatedCardTerminal } = await import(
        '../devices/social-security-card/simulator/simulated-card-terminal.ts'
      );
      const { terminal, hardware } = createSimulatedCardTerminal();
      return {
        device: createSocialSecurityCardReader({ terminal, log }),
        address: simulated,
        hardware: { socialSecurityCard: hardware },
      };
    }
  }
}
