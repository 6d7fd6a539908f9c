import { expect, test } from 'vitest';
import { maskAddress, maskIdNumber, maskName } from './masking.ts';

test('a name keeps its first and last character', () => {
  expect(maskName('王小明')).toBe('王*明');
  expect(maskName('欧阳示例')).toBe('欧**例');
  expect(maskName('王明')).toBe('王*');
  expect(maskName('王')).toBe('*');
  expect(maskName('')).toBe('');
});

test('a four-byte character counts as one', () => {
  expect(maskName('郑𠮷宁')).toBe('郑*宁');
  expect(maskName('𠮷宁')).toBe('𠮷*');
  expect(maskName('王𠮷')).toBe('王*');
});

test('a number keeps four characters at each end', () => {
  expect(maskIdNumber('331003199005120018')).toBe('3310**********0018');
  expect(maskIdNumber('33100319480308002X')).toBe('3310**********002X');
  expect(maskIdNumber('UTO330088072124')).toBe('UTO3*******2124');
  expect(maskIdNumber('12345678')).toBe('********');
});

test('an address is cut after the district', () => {
  expect(maskAddress('浙江省台州市黄岩区上垟乡西洋村示例自然村7号')).toBe('浙江省台州市黄岩区****');
  expect(maskAddress('浙江省台州市黄岩区')).toBe('浙江省台州市黄岩区****');
  expect(maskAddress('浙江省温岭市大溪镇示例小区2幢')).toBe('浙江省温岭市****');
  expect(maskAddress('广西壮族自治区桂林市示例县示例镇')).toBe('广西壮族自治区桂林市示例县****');
  expect(maskAddress('示例路7号')).toBe('****');
  expect(maskAddress('')).toBe('');
});
