import { Duplex } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createInProcessLine } from './in-process.ts';
import { closeLine, createOpener } from './open-and-close.ts';

test('why a line cannot be opened is told once, and again after it was open', async () => {
  const line = createInProcessLine(() => {});
  const log: string[] = [];
  const open = createOpener({ transport: line.transport, openMs: 1000, log: message => log.push(message) });
  line.unplug();
  expect([await open(), await open()]).toEqual([null, null]);
  expect(log).toEqual(['the line cannot be opened: the line is unplugged']);
  line.plug();
  expect(await open()).not.toBeNull();
  line.unplug();
  await open();
  expect(log).toHaveLength(2);
});

test('a line that opens after its time is let go', async () => {
  const late = Promise.withResolvers<Duplex>();
  const log: string[] = [];
  const open = createOpener({ transport: () => late.promise, openMs: 5, log: message => log.push(message) });
  expect(await open()).toBeNull();
  expect(log).toEqual(['the line cannot be opened: no answer in time']);
  const line = new Duplex({ read() {} });
  late.resolve(line);
  await vi.waitFor(() => expect(line.destroyed).toBe(true));
});

test('a line that never lets go of its port is not waited for for ever', async () => {
  await closeLine(new Duplex({ read() {}, destroy() {} }), 5);
});
