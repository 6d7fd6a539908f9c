import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import {
  httpSource,
  type TestDistrict,
  testDistrict,
  testTerminal,
} from '../device-bridge/content/updater.test-support.ts';
import { type Nginx, serveByNginx } from './support/nginx.ts';

let district: TestDistrict;
let nginx: Nginx;
beforeAll(async () => {
  district = await testDistrict();
  nginx = await serveByNginx(district.originFolder);
});
afterAll(async () => {
  await nginx.close();
  await district.close();
});

test('a plain static host serves a terminal: first install, an update, and nothing new for a few bytes', async () => {
  await district.publish(sampleContent('第一版'));
  const source = httpSource(nginx.url);
  const terminal = await testTerminal(district, { sources: [source] });
  try {
    await terminal.settled();
    const first = terminal.shown?.digest;
    expect(terminal.fault).toBeNull();
    await district.publish(sampleContent('第二版'));
    await terminal.round();
    expect(terminal.shown?.digest).not.toBe(first);
    expect(Buffer.from(terminal.shown?.bytes ?? []).toString()).toContain('第二版');
    const second = terminal.shown?.digest;
    await terminal.round();
    expect(terminal.shown?.digest).toBe(second);
    expect(terminal.fault).toBeNull();
  } finally {
    await terminal.close();
  }
});
