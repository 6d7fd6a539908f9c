import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fastFolder } from '../device-bridge/content/fast-folder.test-support.ts';
import { digestOf, type SampleContent, sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import { fileTransport } from '../device-bridge/content/tuf/file-transport.ts';
import { originAt } from '../device-bridge/content/update/look.ts';
import {
  httpSource,
  type TestDistrict,
  type TestTerminal,
  testDistrict,
  testTerminal,
} from '../device-bridge/content/updater.test-support.ts';
import { contentFaultTests } from './content-faults/prove.ts';

const proves = contentFaultTests('time');
const dayMs = 24 * 60 * 60_000;
const yearMs = 365 * dayMs;

let folder: string;
let districts: TestDistrict[];
beforeAll(async () => {
  folder = await fastFolder('time');
  districts = [];
});
afterAll(async () => {
  for (const each of districts) await each.close();
  await rm(folder, { recursive: true });
});

async function districtWith(...contents: SampleContent[]): Promise<TestDistrict> {
  const district = await testDistrict();
  districts.push(district);
  for (const content of contents) await district.publish(content);
  return district;
}

async function terminalOf(
  district: TestDistrict,
  more: Parameters<typeof testTerminal>[1] = {},
): Promise<TestTerminal> {
  const terminal = await testTerminal(district, more);
  await terminal.settled();
  return terminal;
}

const [first, second] = [sampleContent('第一版'), sampleContent('第二版')];
const edition = (number: number): SampleContent => sampleContent(`第${number}版`, { edited: [number % 12] });

describe('a clock or a calendar that is wrong', () => {
  proves('clock-ahead', async () => {
    const district = await districtWith(first);
    let offset = 0;
    const terminal = await terminalOf(district, { now: () => Date.now() + offset });
    await district.publish(second);
    offset = yearMs;
    await terminal.round();
    expect(terminal.fault).toBe('content-clock-wrong');
    expect(terminal.shown?.digest).toBe(digestOf(first));
    // Also after a restart there is something to show.
    await terminal.close();
    const again = await terminalOf(district, { folder: terminal.folder, now: () => Date.now() + offset });
    expect(again.fault).toBe('content-clock-wrong');
    expect(again.shown?.digest).toBe(digestOf(first));
    offset = 0;
    await again.round();
    expect(again.fault).toBeNull();
    expect(again.shown?.digest).toBe(digestOf(second));
    await again.close();
    return 2;
  });

  proves('clock-behind', async () => {
    const district = await districtWith(first);
    let offset = 0;
    const terminal = await terminalOf(district, { now: () => Date.now() + offset });
    await district.publish(second);
    offset = -yearMs;
    await terminal.round();
    expect(terminal.fault).toBe('content-clock-wrong');
    expect(terminal.shown?.digest).toBe(digestOf(second));
    offset = 0;
    await terminal.round();
    expect(terminal.fault).toBeNull();
    await terminal.close();
    return 1;
  });

  proves('clock-behind-frozen', async () => {
    const now = Date.now();
    const district = await testDistrict();
    districts.push(district);
    // Signed 30 days ago and expired since; then the terminal learns that it is today, and its clock goes back.
    await district.publish(first, { now: new Date(now - 30 * dayMs) });
    const frozen = join(folder, 'frozen');
    await cp(district.originFolder, frozen, { recursive: true });
    await district.publish(second, { now: new Date(now) });
    const terminal = await terminalOf(district);
    expect(terminal.shown?.digest).toBe(digestOf(second));
    await terminal.close();
    const old = {
      name: 'stick' as const,
      isThere: () => true,
      origin: originAt(pathToFileURL(frozen).href, fileTransport()),
    };
    const again = await terminalOf(district, { folder: terminal.folder, sources: [old], now: () => now - 30 * dayMs });
    expect(again.fault).toBe('content-older');
    expect(again.shown?.digest).toBe(digestOf(second));
    await again.close();
    // Its own documents, too, are as old as they are: the origin stands still, and the clock does not make it fresh.
    const standing = await terminalOf(district, {
      folder: terminal.folder,
      sources: [httpSource(district.origin.url)],
      now: () => now + 20 * dayMs,
    });
    expect(standing.fault).toMatch(/^content-(frozen|clock-wrong)$/);
    await standing.close();
    return 2;
  });

  proves('frozen', async () => {
    const district = await districtWith(first);
    const terminal = await terminalOf(district);
    await terminal.close();
    const later = Date.now() + 20 * dayMs;
    district.origin.now = () => later;
    const again = await terminalOf(district, { folder: terminal.folder, now: () => later });
    expect(again.fault).toBe('content-frozen');
    expect(again.shown?.digest).toBe(digestOf(first));
    await district.publish(second, { now: new Date(later) });
    await again.round();
    expect(again.fault).toBeNull();
    expect(again.shown?.digest).toBe(digestOf(second));
    await again.close();
    return 1;
  });

  const behind = async (versions: number): Promise<string[]> => {
    const district = await districtWith(edition(0));
    const terminal = await terminalOf(district);
    await terminal.close();
    for (let number = 1; number <= versions; number += 1) await district.publish(edition(number));
    district.origin.requests.length = 0;
    const again = await terminalOf(district, { folder: terminal.folder });
    expect(again.shown?.digest).toBe(digestOf(edition(versions)));
    expect(again.inventory().roles).toMatchObject({ district: versions + 1, 'town-204': versions + 1 });
    await again.close();
    const targets = district.origin.requests.filter(({ path }) => path.startsWith('targets/'));
    return targets.map(({ path }) => path.replace(/[0-9a-f]{64}\./, ''));
  };

  proves('twenty-behind', async () => {
    expect(await behind(20)).toEqual(['targets/district/from-1.zst', 'targets/town-204/from-1.zst']);
    return 1;
  });

  proves('thirty-behind', async () => {
    expect(await behind(30)).toEqual(['targets/district/records.zst', 'targets/town-204/records.zst']);
    return 1;
  });

  proves('first-boot', async () => {
    const district = await districtWith(first);
    const delivered = join(folder, 'delivered');
    await cp(district.originFolder, delivered, { recursive: true });
    const factory = {
      name: 'factory' as const,
      isThere: () => true,
      origin: originAt(pathToFileURL(delivered).href, fileTransport()),
    };
    const later = Date.now() + 2 * yearMs;
    district.origin.now = () => later;
    const nowhere = httpSource('http://127.0.0.1:9/');
    const terminal = await terminalOf(district, { sources: [factory, nowhere], now: () => later });
    expect(terminal.shown?.digest).toBe(digestOf(first));
    expect(terminal.fault).toBe('content-origin-unreachable');
    await terminal.close();
    const again = await terminalOf(district, { folder: terminal.folder, sources: [], now: () => later });
    expect(again.shown?.digest).toBe(digestOf(first));
    await again.close();
    await district.publish(second);
    const online = await terminalOf(district, {
      folder: terminal.folder,
      sources: [factory, httpSource(district.origin.url)],
    });
    expect(online.shown?.digest).toBe(digestOf(second));
    await online.close();
    return 3;
  });
});
