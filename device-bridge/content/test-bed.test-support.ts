import { afterEach, beforeEach } from 'vitest';
import { sampleContent } from './sample-content.test-support.ts';
import { type TestDistrict, type TestTerminal, testDistrict, testTerminal } from './updater.test-support.ts';

export const first = sampleContent('第一版');
export const second = sampleContent('第二版');

/** A district of its own for each test of a file, and terminals that are closed after it. */
export interface TestBed {
  readonly district: TestDistrict;
  /** A terminal after its first look. */
  terminal(options?: Parameters<typeof testTerminal>[1]): Promise<TestTerminal>;
  /** Files that were fetched, without the digests in their names. */
  fetched(): string[];
}

export function testBed(): TestBed {
  let district: TestDistrict;
  let terminals: TestTerminal[];
  beforeEach(async () => {
    district = await testDistrict();
    terminals = [];
  });
  afterEach(async () => {
    for (const each of terminals) await each.close();
    await district.close();
  });
  return {
    get district() {
      return district;
    },
    terminal: async options => {
      const made = await testTerminal(district, options);
      terminals.push(made);
      await made.settled();
      return made;
    },
    fetched: () =>
      district.origin.requests
        .filter(({ status }) => status === 200)
        .map(({ path }) => path.replace(/[0-9a-f]{64}\./, '')),
  };
}
