import { expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

it('says one sentence at a time', () => {
  expect(sentencesOf('满 60 岁可以办。看景点、坐公交、上公园，按规定免费或优惠。')).toEqual([
    '满 60 岁可以办。',
    '看景点、坐公交、上公园，按规定免费或优惠。',
  ]);
  expect(sentencesOf('From the age of 60. Fee: 2.5 yuan')).toEqual(['From the age of 60.', 'Fee: 2.5 yuan']);
  expect(sentencesOf('要打印哪一份？')).toEqual(['要打印哪一份？']);
  expect(sentencesOf('')).toEqual([]);
});

it('parts a long sentence at its commas and loses nothing', () => {
  const long = '没有单位、年满十六岁、没到法定退休年龄的人，可以自己参加职工养老保险，办好以后按月缴费，不用再跑';
  const parts = sentencesOf(long);
  expect(parts.join('')).toBe(long);
  expect(Math.max(...parts.map(part => part.length))).toBeLessThanOrEqual(30);
});
