import { describe, expect, test } from 'vitest';
import { questionFindings } from './question-rules.ts';
import { matterWith, said } from './rules.test-support.ts';

const option = (id: string, more: object = {}) => ({ id, label: id, ...more });
const married = { id: 'married', ask: '结婚了吗', options: [option('yes', { default: true }), option('no')] };
const follow = {
  id: 'follow',
  ask: '跟谁',
  when: { married: ['no'] },
  options: [option('mother', { default: true }), option('father')],
};
const found = (more: object): string[] => said(questionFindings(matterWith({ questions: [married, follow], ...more })));

describe('situations', () => {
  test('that can all be reached are nothing to say', () => {
    expect(found({ steps: [{ text: '鉴定', when: { follow: ['father'] } }] })).toEqual([]);
  });

  test('ask no question and need no material or step whose conditions never hold together', () => {
    const never = { married: ['yes'], follow: ['father'] };
    expect(found({ materials: [{ id: 'report', name: '报告', when: never }] })).toEqual([
      'unreachable materials.0.when',
    ]);
    expect(found({ steps: ['先来', { text: '鉴定', when: never }] })).toEqual(['unreachable steps.1.when']);
    const third = { ...follow, id: 'third', when: never };
    expect(found({ questions: [married, follow, third] })).toEqual(['unreachable questions.2']);
  });

  test('have no limit or fee behind one that always counts', () => {
    const limit = (days: number, when?: object) => ({
      caseType: 'promised',
      promisedWorkingDays: days,
      ...(when && { when }),
    });
    expect(found({ limits: [limit(5), limit(9, { married: ['no'] })] })).toEqual(['unreachable limits.1']);
    expect(found({ fees: [{ yuan: 1, when: { married: ['yes', 'no'] } }, { yuan: 0 }] })).toEqual([
      'unreachable fees.1',
    ]);
    expect(found({ limits: [limit(5, { married: ['no'] })] })).toEqual(['situation-without-value limits']);
  });

  test('name questions asked before, and their options', () => {
    expect(found({ steps: [{ text: '鉴定', when: { follows: ['father'] } }] })).toEqual([
      'broken-reference steps.0.when.follows',
    ]);
    expect(found({ steps: [{ text: '鉴定', when: { follow: ['uncle'] } }] })).toEqual([
      'broken-reference steps.0.when.follow',
    ]);
    expect(found({ questions: [{ ...follow, when: { married: ['no'] } }, married] })).toEqual([
      'broken-reference questions.0.when.married',
    ]);
  });

  test('have exactly one default', () => {
    const none = { ...married, options: [option('yes'), option('no')] };
    expect(found({ questions: [none] })).toEqual(['one-default questions.0']);
  });
});
