import { beforeAll, describe, expect, test } from 'vitest';
import type { Sources } from '../compiler/read-sources.ts';
import { allocateCodes } from './allocate.ts';
import type { Registry } from './code.ts';
import { codeBook } from './code-book.ts';
import { codeId } from './code-id.ts';
import { fewSources, withMatter } from './codes.test-support.ts';
import { endCodes, moveCodes } from './retire.ts';

let sources: Sources;
let registry: Registry;
beforeAll(async () => {
  sources = await fewSources();
  registry = allocateCodes(sources, { codes: [] }).registry;
});

const guide = (subject: string, situation: string) => ({ purpose: 'guide', subject, situation }) as const;

describe('giving codes', () => {
  test('covers each situation, each kind of applicant, each place and each certificate', () => {
    const seen = new Set(registry.codes.map(({ purpose }) => purpose));
    expect(seen).toEqual(new Set(['guide', 'apply-person', 'apply-company', 'place', 'verify']));
    const own = registry.codes.filter(({ subject }) => subject === 'birth-registration');
    expect(own.map(({ purpose, situation }) => `${purpose} ${situation}`)).toEqual([
      'guide zhejiang',
      'guide both-elsewhere',
      'apply-person zhejiang',
      'apply-person both-elsewhere',
    ]);
    expect(own[1]?.name).toBe('生育登记 · 都在外省');
  });

  test('numbers them in order, and gives nothing new the second time', () => {
    expect(registry.codes.map(({ id }) => id)).toEqual(registry.codes.map((_, index) => codeId(index + 1)));
    const again = allocateCodes(sources, registry);
    expect(again).toEqual({ registry, added: [], moved: [], restored: [] });
  });

  test('appends what is new and leaves the rest as it is', () => {
    const before = allocateCodes(withMatter(sources, 'birth-registration', null), { codes: [] }).registry;
    const { added, registry: after } = allocateCodes(sources, before);
    expect(added).toHaveLength(4);
    expect(after.codes.slice(0, before.codes.length)).toEqual(before.codes);
  });
});

describe('a situation that goes away', () => {
  const oneSituation = () => withMatter(sources, 'birth-registration', matter => ({ ...matter, questions: [] }));

  test('leads to the default situation, for the same purpose', () => {
    const { registry: after, moved, added } = allocateCodes(oneSituation(), registry);
    expect(added.map(({ purpose, situation }) => `${purpose} ${situation}`)).toEqual(['guide all', 'apply-person all']);
    expect(moved).toHaveLength(4);
    const book = codeBook(after);
    const old = codeBook(registry).idOf(guide('birth-registration', 'both-elsewhere')) ?? '';
    expect(book.destination(old)).toMatchObject(guide('birth-registration', 'all'));
  });

  test('gets its own code again when it comes back', () => {
    const without = allocateCodes(oneSituation(), registry).registry;
    const { registry: back, restored, moved } = allocateCodes(sources, without);
    expect(restored).toHaveLength(4);
    expect(moved).toHaveLength(2);
    const key = guide('birth-registration', 'zhejiang');
    expect(codeBook(back).idOf(key)).toBe(codeBook(registry).idOf(key));
  });

  test('leads to the guide when nobody can apply that way any more', () => {
    const shut = withMatter(sources, 'birth-registration', matter => ({
      ...matter,
      ends: { window: matter.ends.window ?? { name: { zh: '综合窗口' } } },
    }));
    const { registry: after, moved } = allocateCodes(shut, registry);
    expect(moved.map(({ purpose }) => purpose)).toEqual(['apply-person', 'apply-person']);
    expect(codeBook(after).destination(moved[0]?.id ?? '')).toMatchObject(guide('birth-registration', 'zhejiang'));
  });
});

describe('a matter that is gone', () => {
  test('keeps its codes untouched until a person says what became of it', () => {
    const { registry: after, moved } = allocateCodes(withMatter(sources, 'birth-registration', null), registry);
    expect(moved).toEqual([]);
    expect(after).toEqual(registry);
  });

  test('leads to the matter it was merged into, over several moves, and comes back only by hand', () => {
    const first = moveCodes(registry, 'birth-registration', 'social-insurance-certificate');
    const both = first && moveCodes(first, 'social-insurance-certificate', 'individual-business-registration');
    if (both === null) throw new Error('not moved');
    const old = registry.codes.find(({ subject }) => subject === 'birth-registration')?.id ?? '';
    expect(codeBook(both).destination(old)?.subject).toBe('individual-business-registration');
    expect(allocateCodes(sources, both).restored).toEqual([]);
  });

  test('says since when it ended and what to use instead', () => {
    const ended = endCodes(registry, 'birth-registration', '2026-11-01', 'social-insurance-certificate');
    const state = ended?.codes.find(({ subject }) => subject === 'birth-registration')?.state;
    const instead = registry.codes.find(({ subject }) => subject === 'social-insurance-certificate')?.id;
    expect(state).toEqual({ is: 'ended', since: '2026-11-01', instead });
  });

  test('cannot lead to what has no codes, nor to itself', () => {
    expect(moveCodes(registry, 'birth-registration', 'nothing')).toBeNull();
    expect(moveCodes(registry, 'birth-registration', 'birth-registration')).toBeNull();
    expect(endCodes(registry, 'nothing', '2026-11-01')).toBeNull();
  });
});
