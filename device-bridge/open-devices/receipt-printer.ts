import type { DeviceConfig } from '../device-config.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { serialPortTransport } from '../devices/transport/serial-port.ts';
import { type LogLine, networkAddress, type Opened, simulated } from './opened.ts';

export async function openReceiptPrinter(
  config: DeviceConfig['receiptPrinter'],
  log: LogLine,
): Promise<Opened<ReceiptPrinter> | null> {
  if (config === undefined) return null;
  const paper = { columns: config.paperMm === 80 ? 48 : 32, answersStatus: config.answersStatus } as const;
  const { createReceiptPrinter } = await import('../devices/receipt-printer/driver.ts');
  switch (config.transport) {
    case 'tcp': {
      const { tcpTransport } = await import('../devices/transport/tcp.ts');
      const transport = tcpTransport(config);
      return { device: createReceiptPrinter({ transport, ...paper, log }), address: networkAddress(config) };
    }
    case 'serial': {
      const transport = serialPortTransport(config.port, { baudRate: config.baudRate });
      return { device: createReceiptPrinter({ transport, ...paper, log }), address: config.port };
    }
    case 'usb': {
      const { deviceFileTransport } = await import('../devices/transport/device-file.ts');
      const transport = deviceFileTransport(config.device);
      return { device: createReceiptPrinter({ transport, ...paper, log }), address: config.device };
    }
    case 'simulator': {
      const { createSimulatedReceiptPrinter } = await import(
        '../devices/receipt-printer/simulator/simulated-receipt-printer.ts'
      );
      const { transport, hardware } = createSimulatedReceiptPrinter();
      return {
        device: createReceiptPrinter({ transport, ...paper, log }),
        address: simulated,
        hardware: { receiptPrinter: hardware },
      };
    }
  }
}
