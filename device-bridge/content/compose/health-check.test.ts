import { describe, expect, test } from 'vitest';
import { compose } from '../../../content/model/compose.ts';
import type { Composed } from '../../../content/model/generation.ts';
import { packGeneration } from '../../../content/model/pack-generation.ts';
import { sampleContent } from '../sample-content.test-support.ts';
import { unfitness } from './health-check.ts';

const origin = 'https://guides.example/';
const good = compose([...sampleContent('一').values()], '331003204');
const unfit = (content: Composed): string | null => unfitness(packGeneration(content), origin);

describe('the health check', () => {
  test('finds nothing wrong with what is whole', () => {
    expect(unfit(good)).toBeNull();
    expect(unfit({ ...good, matters: [], codes: {}, search: [] })).toBeNull();
  });

  test.each<[string, Partial<Composed>, RegExp]>([
    ['a matter without search entries', { search: good.search.slice(1) }, /sample-0 has no search entries/],
    [
      'a matter that its own name does not find',
      { search: good.search.map(entry => ({ ...entry, text: 'x', readings: [['x']] })) },
      /searching its name does not find sample-0/,
    ],
    ['a situation without a QR code', { codes: { ...good.codes, 'sample-3': {} } }, /sample-3 has no QR code for all/],
    [
      'an address that no QR code holds',
      { codes: { ...good.codes, 'sample-3': { all: 'x'.repeat(3000) } } },
      /does not fit/,
    ],
  ])('finds %s', (_, change, why) => {
    expect(unfit({ ...good, ...change })).toMatch(why);
  });
});
