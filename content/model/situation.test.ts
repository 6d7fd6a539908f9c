import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Matter, matterSchema } from './matter.ts';
import { type Answers, allAnswers, holds, situationOf } from './situation.ts';

const text = '示例';

/**
 * Three questions: `follow` is asked of the unmarried only and its default stands second,
 * so that order and default are told apart.
 */
const matter: Matter = matterSchema.parse({
  id: 'registration-of-a-child',
  name: text,
  sample: true,
  type: 'confirmation',
  level: 'delegated-authority',
  field: 'household',
  department: text,
  summary: text,
  who: text,
  audience: ['person'],
  questions: [
    question('married', ['yes!', 'no']),
    { ...question('follow', ['father', 'mother!']), when: { married: ['no'] } },
    question('born', ['here!', 'province', 'abroad']),
  ],
  materials: [
    material('id-card'),
    material('household-booklet', { sharedBy: '公安' }),
    material('birth-certificate', { when: { born: ['province', 'abroad'] } }),
    material('birth-record', { sharedBy: '卫健', when: { born: ['here'] } }),
    material('paternity-report', { when: { follow: ['father'], born: ['here', 'province'] } }),
    material('photo', { need: 'optional' }),
    material('translation', { need: 'later', when: { born: ['abroad'] } }),
  ],
  limits: [
    { caseType: 'promised', promisedWorkingDays: 10, when: { born: ['abroad'] } },
    { caseType: 'promised', promisedWorkingDays: 5, when: { follow: ['father'] } },
    { caseType: 'immediate', promisedWorkingDays: 0 },
  ],
  fees: [{ yuan: 20, when: { born: ['abroad'], married: ['no'] } }, { yuan: 0 }],
  visits: { count: 0 },
  area: 'district',
  ends: {},
  steps: [text, { text: '验材料', stage: 'examine', workingDays: 3, when: { born: ['abroad'] } }],
  result: text,
  phones: { consult: '0576-80000321', complaint: '12345' },
});

/** An option id that ends with ! is the default. */
function question(id: string, optionIds: string[]) {
  const options = optionIds.map(optionId => ({
    id: optionId.replace('!', ''),
    label: text,
    ...(optionId.endsWith('!') ? { default: true } : {}),
  }));
  return { id, ask: text, options };
}

function material(id: string, rest: object = {}) {
  return { id, name: text, ...rest };
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const asked = (answers: Answers): string[] =>
  ids(situationOf(matter, answers).questions.map(({ question }) => question));

describe('questions', () => {
  test('before anybody answers, every question counts with its default and none as chosen', () => {
    const { questions } = situationOf(matter, {});
    expect(questions.map(({ optionId, chosen }) => [optionId, chosen])).toEqual([
      ['yes', false],
      ['here', false],
    ]);
  });

  test('the default counts even when it is not the first option', () => {
    expect(situationOf(matter, { married: 'no' }).key).toBe('no.mother.here');
  });

  test('choosing the default option counts as chosen', () => {
    expect(situationOf(matter, { married: 'yes' }).questions[0]).toMatchObject({ optionId: 'yes', chosen: true });
  });

  test('a question is asked only when earlier answers call for it', () => {
    expect(asked({})).toEqual(['married', 'born']);
    expect(asked({ married: 'no' })).toEqual(['married', 'follow', 'born']);
  });

  test('a later answer is kept when an earlier one changes', () => {
    const answers = { married: 'yes', born: 'abroad' };
    expect(situationOf(matter, { ...answers, married: 'no' }).key).toBe('no.mother.abroad');
  });

  test('an answer to a question no longer asked does not count, and counts again when the question comes back', () => {
    const answers = { married: 'no', follow: 'father' };
    const away = situationOf(matter, { ...answers, married: 'yes' });
    expect(away.key).toBe('yes.here');
    expect(away.limit.promisedWorkingDays).toBe(0);
    expect(ids(away.bring)).not.toContain('paternity-report');
    expect(situationOf(matter, { ...answers, married: 'no' }).key).toBe('no.father.here');
  });

  test('an answer that is not among the options counts as no answer', () => {
    expect(situationOf(matter, { born: 'moon' }).questions.at(-1)).toMatchObject({ optionId: 'here', chosen: false });
  });
});

describe('materials', () => {
  test('what shared data gives is exempt, the rest is sorted by need, each in the order of the guide', () => {
    const abroad = situationOf(matter, { born: 'abroad' });
    expect(ids(abroad.bring)).toEqual(['id-card', 'birth-certificate']);
    expect(ids(abroad.optional)).toEqual(['photo']);
    expect(ids(abroad.later)).toEqual(['translation']);
    expect(ids(abroad.exempt)).toEqual(['household-booklet']);
  });

  test('a condition on a default answer holds before anybody answers', () => {
    expect(ids(situationOf(matter, {}).exempt)).toEqual(['household-booklet', 'birth-record']);
  });

  test('a condition that names two questions needs both', () => {
    const father = { married: 'no', follow: 'father' };
    expect(ids(situationOf(matter, { ...father, born: 'province' }).bring)).toContain('paternity-report');
    expect(ids(situationOf(matter, { ...father, born: 'abroad' }).bring)).not.toContain('paternity-report');
  });

  test('a condition on a question that is not asked does not hold', () => {
    expect(holds({ follow: ['mother'] }, { married: 'yes' })).toBe(false);
    expect(holds(undefined, {})).toBe(true);
  });
});

describe('limits and fees', () => {
  test('the first limit whose condition holds counts', () => {
    const days = (answers: Answers) => situationOf(matter, answers).limit.promisedWorkingDays;
    expect(days({})).toBe(0);
    expect(days({ married: 'no', follow: 'father' })).toBe(5);
    expect(days({ married: 'no', follow: 'father', born: 'abroad' })).toBe(10);
  });

  test('a fee with a condition is charged in its situation only', () => {
    const yuan = (answers: Answers) => situationOf(matter, answers).fee.yuan;
    expect(yuan({ born: 'abroad' })).toBe(0);
    expect(yuan({ married: 'no', born: 'abroad' })).toBe(20);
  });

  test('when no condition holds, the last entry stands for the rest', () => {
    const oneLimit = { ...matter, limits: matter.limits.slice(0, 2) };
    expect(situationOf(oneLimit, {}).limit).toBe(matter.limits[1]);
  });
});

describe('all situations', () => {
  const sets = allAnswers(matter);
  const keys = sets.map(answers => situationOf(matter, answers).key);

  test('each situation is named once', () => {
    // married: 3 places of birth; unmarried: 2 parents by 3 places
    expect(keys).toHaveLength(9);
    expect(new Set(keys).size).toBe(9);
  });

  test('the default situation is first', () => {
    expect(keys[0]).toBe(situationOf(matter, {}).key);
  });

  test('the default of a later question comes first among its siblings', () => {
    expect(keys.filter(key => key.startsWith('no.'))).toEqual([
      'no.mother.here',
      'no.mother.province',
      'no.mother.abroad',
      'no.father.here',
      'no.father.province',
      'no.father.abroad',
    ]);
  });

  test('a set answers the asked questions and no others', () => {
    for (const answers of sets) expect(Object.keys(answers)).toEqual(asked(answers));
  });

  test('whatever was answered, in whatever order, leads to one of them', () => {
    const answered = fc.dictionary(
      fc.constantFrom('married', 'follow', 'born', 'unknown'),
      fc.constantFrom('yes', 'no', 'father', 'mother', 'here', 'province', 'abroad', ''),
    );
    fc.assert(fc.property(answered, answers => keys.includes(situationOf(matter, answers).key)));
  });

  test('a matter that asks nothing has the one situation `all`', () => {
    const plain = { ...matter, questions: [] };
    expect(allAnswers(plain)).toEqual([{}]);
    expect(situationOf(plain, { married: 'no' }).key).toBe('all');
  });
});

describe('the key of a situation', () => {
  test('is the same whether defaults were chosen or assumed, and in whatever order answers came', () => {
    const first = situationOf(matter, { married: 'no', born: 'abroad' }).key;
    expect(situationOf(matter, { born: 'abroad', follow: 'mother', married: 'no' }).key).toBe(first);
  });

  test('does not change when words, materials or the order of options change', () => {
    const edited: Matter = {
      ...matter,
      name: { zh: '改过的名字' },
      materials: [],
      questions: matter.questions.map(question => ({ ...question, options: question.options.toReversed() })),
    };
    for (const answers of allAnswers(matter))
      expect(situationOf(edited, answers).key).toBe(situationOf(matter, answers).key);
  });
});

describe('steps', () => {
  test('belong to every situation, or to those their condition names', () => {
    expect(situationOf(matter, {}).steps).toEqual([{ text: { zh: text } }]);
    expect(situationOf(matter, { born: 'abroad' }).steps[1]).toMatchObject({ stage: 'examine', workingDays: 3 });
  });

  test('and the result may be written as plain words, and are read back as they were understood', () => {
    expect(matter.result).toEqual({ name: { zh: text } });
    expect(matterSchema.parse(structuredClone(matter))).toEqual(matter);
  });
});
