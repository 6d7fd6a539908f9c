import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileRecords } from '../compiler/compile.ts';
import { readSources, type Sources } from '../compiler/read-sources.ts';
import { layerOf } from '../delivery/roles.ts';
import { compose } from './compose.ts';
import type { Composed, Generation, ShownMatter } from './generation.ts';
import { atPlace, withOverlays } from './layers.ts';
import { type Overlay, overlaySchema } from './overlay.ts';
import { packGeneration } from './pack-generation.ts';
import { openIndex } from './search/open-index.ts';
import { createSearcher } from './search/search.ts';

let sources: Sources;
beforeAll(async () => {
  sources = await readSources(join(import.meta.dirname, '..'));
});

/** What each of the 19 places shows when the sources are changed first. */
function shownEverywhere(change: (sources: Sources) => Sources): Map<string, Composed> {
  const changed = change(sources);
  const layers = [...compileRecords(changed)].sort(([a], [b]) => layerOf(a) - layerOf(b)).map(([, records]) => records);
  return new Map(changed.places.map(({ value }) => [value.code, compose(layers, value.code)]));
}

function withTownshipOverlay(overlay: object) {
  const file = 'townships/331003204-shangyang/overlay.yaml';
  const source = { file, value: overlaySchema.parse(overlay), lineOf: () => 1 };
  return (before: Sources): Sources => ({ ...before, overlays: [source] });
}

const matterIn = (generation: Pick<Generation, 'matters'> | undefined, id: string): ShownMatter | undefined =>
  generation?.matters.find(matter => matter.id === id);

describe('layers', () => {
  test('one edit of the district reaches all 19 places', () => {
    const name = { zh: '高龄津贴（改过）' };
    const shown = shownEverywhere(before => ({
      ...before,
      matters: before.matters.map(source =>
        source.value.id === 'elderly-allowance' ? { ...source, value: { ...source.value, name } } : source,
      ),
    }));
    expect(shown.size).toBe(19);
    expect([...shown.values()].filter(each => matterIn(each, 'elderly-allowance')?.name.zh === name.zh)).toHaveLength(
      19,
    );
  });

  test('a township’s own word is found there and nowhere else', () => {
    const shown = shownEverywhere(
      withTownshipOverlay({ matters: { 'elderly-allowance': { aliases: ['山里老人钱'] } } }),
    );
    const best = (content: Composed) =>
      createSearcher(openIndex(packGeneration(content).searchIndex)).search('shanlilaorenqian', {
        limit: 1,
        date: null,
      })[0];
    const finds = [...shown].filter(([, content]) => {
      const hit = best(content);
      return hit?.matterId === 'elderly-allowance' && hit.text === '山里老人钱';
    });
    expect(finds.map(([code]) => code)).toEqual(['331003204']);
    expect(matterIn(shown.get('331003204'), 'elderly-allowance')?.aliases).toContain('山里老人钱');
  });

  test('what a township does not handle says so there, and where else', () => {
    const closed = { available: false, why: '没有窗口', elsewhere: ['331003101'] };
    const shown = shownEverywhere(withTownshipOverlay({ matters: { 'property-transfer': closed } }));
    const { why, elsewhere } = matterIn(shown.get('331003204'), 'property-transfer')?.unavailable ?? {};
    expect({ why, elsewhere }).toEqual({ why: { zh: '没有窗口' }, elsewhere: ['331003101'] });
    expect(matterIn(shown.get('331003107'), 'property-transfer')?.unavailable).toBeUndefined();
  });

  test('a place that does not handle a field sends people to those that do', () => {
    const place = (code: string, fields?: ('medical' | 'property')[]) => {
      const value = sources.places.find(source => source.value.code === code)?.value;
      if (value === undefined) throw new Error(code);
      const { handles: _, ...rest } = value;
      return fields === undefined ? rest : { ...rest, handles: { fields, matters: [] } };
    };
    const matter = sources.matters.find(({ value }) => value.id === 'property-transfer')?.value;
    if (matter === undefined) throw new Error('no matter');
    const places = [place('331003204', ['medical']), place('331003205', ['medical']), place('331003107')];
    expect(atPlace([matter], places, '331003204')[0]?.unavailable?.elsewhere).toEqual(['331003107']);
    expect(atPlace([matter], places, '331003107')[0]).toBe(matter);
  });

  test('a place’s own windows are named, unless the matter has a window elsewhere or the overlay says more', () => {
    const windows = (code: string) =>
      Object.fromEntries(
        (shown.get(code)?.matters ?? []).map(({ id, ends: { window } }) => [
          id,
          window && `${window.name.zh} ${window.where?.zh ?? ''}`,
        ]),
      );
    const shown = shownEverywhere(before => before);
    expect(windows('331003107')).toMatchObject({
      'property-transfer': '自然资源和公积金窗口 15、16 号',
      'homestead-application': '综合窗口 6 号',
      'elderly-allowance': '综合窗口 1 至 12 号',
    });
    expect(windows('331003001')['property-transfer']).toBe('自然资源窗口 ');
  });

  test('a later layer counts over an earlier one, and words of both stay', () => {
    const matter = sources.matters.find(({ value }) => value.id === 'elderly-allowance')?.value;
    if (matter === undefined) throw new Error('no matter');
    const layer = (own: object): Overlay => overlaySchema.parse({ matters: { 'elderly-allowance': own } });
    const [shown] = withOverlays(
      [matter],
      [
        layer({ aliases: ['区里的叫法'], popular: 3, consult: '0576-80000001' }),
        layer({ aliases: ['镇里的叫法'], consult: '0576-80000002', window: { name: '民政窗口', where: '3 号' } }),
      ],
    );
    expect(shown?.aliases).toEqual([...matter.aliases, '区里的叫法', '镇里的叫法']);
    expect(shown?.phones).toEqual({ ...matter.phones, consult: '0576-80000002' });
    expect(shown?.popular).toBe(3);
    expect(shown?.ends.window).toEqual({ name: { zh: '民政窗口' }, where: { zh: '3 号' } });
    expect(shown?.fees).toBe(matter.fees);
  });

  test('notices come from the district first, then from the own township', () => {
    const notice = (text: string) => ({ text, from: '2026-11-01', until: '2026-11-30' });
    const shown = shownEverywhere(before => ({
      ...before,
      overlays: [
        { file: 'district/overlay.yaml', value: overlaySchema.parse({ notices: [notice('区')] }), lineOf: () => 1 },
        ...withTownshipOverlay({ notices: [notice('乡')] })(before).overlays,
      ],
    }));
    const texts = (code: string) => shown.get(code)?.notices.map(({ text }) => text.zh);
    expect(texts('331003204')).toEqual(['区', '乡']);
    expect(texts('331003107')).toEqual(['区']);
  });

  test('a record that is no overlay is refused by the terminal, too', () => {
    const forged = JSON.stringify({ overlay: { matters: { 'elderly-allowance': { fees: [] } } }, search: [] });
    expect(() => compose([new Map([['overlay/331003204', forged]])], '331003204')).toThrow(/fees/);
  });
});
