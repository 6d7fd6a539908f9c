import { expect, it } from 'vitest';
import { fault } from '../../../content/common/faults.ts';
import type { DevicesView } from '../../../device-bridge/api/types.ts';
import { loadEnglish, speechIn } from '../../locales/use-words.ts';
import { deviceStates } from './device-states.ts';

const marks = { works: '+', note: '!', fails: '-' };
const words = (devices: DevicesView, language: 'zh' | 'en' = 'zh') =>
  deviceStates(devices, speechIn(language)).map(({ tone, words }) => `${marks[tone]} ${words}`);

const printer = { state: 'ready', busy: false, sheetsLeftIsEstimate: true, tonerPercent: 60 } as const;
const plain: DevicesView = {
  idCardReader: { state: 'ready' },
  certificatePrinter: { ...printer, warnings: [], sheetsLeft: 140 },
  socialSecurityCard: null,
  codeReader: null,
  receiptPrinter: null,
  scanner: null,
};
const all: DevicesView = {
  ...plain,
  socialSecurityCard: { state: 'ready' },
  codeReader: { state: 'ready' },
  receiptPrinter: { state: 'ready', paperLow: false },
  scanner: { state: 'ready', feederLoaded: null },
};

it('is short when all is well, however many devices there are', () => {
  expect(words(plain)).toEqual(['+ 读卡器可用', '+ 打印机可用']);
  expect(words({ ...plain, scanner: { state: 'scanning' } })).toEqual(['+ 读卡器可用', '+ 打印机可用', '+ 扫描仪可用']);
  expect(words(all)).toEqual(['+ 读卡器可用', '+ 打印机可用', '+ 其他设备可用']);
});

it('says how much paper is left only when it is little', () => {
  const left = (sheetsLeft: number | null, sheetsLeftIsEstimate = true) =>
    words({ ...plain, certificatePrinter: { ...printer, warnings: [], sheetsLeft, sheetsLeftIsEstimate } })[1];
  expect(left(40)).toBe('! 打印机可用，还有大约 40 张纸');
  expect(left(40, false)).toBe('! 打印机可用，还有 40 张纸');
  expect(left(0)).toBe('! 打印机可用，纸不多了');
  expect(left(50)).toBe('+ 打印机可用');
  expect(left(null)).toBe('+ 打印机可用');
});

it('names every device that does not work in the words of the catalogue, in either language', async () => {
  await loadEnglish();
  const devices: DevicesView = {
    ...all,
    idCardReader: { state: 'absent', fault: fault('reader-absent') },
    certificatePrinter: { state: 'absent', fault: fault('printer-absent') },
    scanner: { state: 'attention', fault: fault('scanner-cover-open') },
    codeReader: { state: 'absent', fault: fault('code-reader-absent') },
  };
  expect(words(devices)).toEqual([
    '- 读卡器没有连接好',
    '- 打印机没有连接好',
    '- 扫描仪的盖子开着',
    '- 扫码器没有连接好',
    '+ 其他设备可用',
  ]);
  expect(words(devices, 'en').slice(0, 3)).toEqual([
    '- The card reader is not connected',
    '- The printer is not connected',
    '- The scanner’s cover is open',
  ]);
});

it('asks for a card that lies there to be taken along, and says when it could not be read', () => {
  expect(words({ ...plain, idCardReader: { state: 'card-present' } })[0]).toBe('! 请取走身份证');
  expect(words({ ...plain, idCardReader: { state: 'unreadable', fault: fault('card-unreadable') } })[0]).toBe(
    '! 身份证没有读出来',
  );
  expect(words({ ...all, socialSecurityCard: { state: 'card-present' } })[2]).toBe('! 请取走社保卡');
});
