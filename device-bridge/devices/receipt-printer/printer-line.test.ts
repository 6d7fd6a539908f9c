import { expect, test } from 'vitest';
import { createInProcessLine } from '../transport/in-process.ts';
import { createPrinterLine } from './printer-line.ts';

test('a line that is never silent costs no memory, and is still heard', async () => {
  const line = createInProcessLine(end => end.write(new Uint8Array(100_000).fill(0x12)));
  const printer = createPrinterLine(await line.transport());
  const { signal } = new AbortController();
  expect(await printer.until(() => printer.statuses.length > 4, 2000, signal)).toBe(true);
  expect(printer.statuses.length).toBeLessThan(100);
  printer.forgetStatuses();
  expect(printer.statuses).toEqual([]);
  await printer.close(100);
});
