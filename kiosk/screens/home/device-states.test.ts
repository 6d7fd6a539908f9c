import { expect, it } from 'vitest';
import { fault } from '../../../content/common/faults.ts';
import type { TerminalState } from '../../../device-bridge/api/types.ts';
import { loadEnglish, speechIn } from '../../locales/use-words.ts';
import { deviceStates } from './device-states.ts';

const words = (devices: TerminalState['devices'], language: 'zh' | 'en' = 'zh') =>
  deviceStates(devices, speechIn(language)).map(state => `${state.works ? '+' : '-'} ${state.words}`);

it('says how much paper is left when the printer knows', () => {
  const idCardReader = { state: 'ready' } as const;
  expect(words({ idCardReader, certificatePrinter: { state: 'ready', busy: false, sheetsLeft: 140 } })).toEqual([
    '+ 读卡器可用',
    '+ 打印机可用，约 140 张纸',
  ]);
  expect(words({ idCardReader, certificatePrinter: { state: 'ready', busy: false, sheetsLeft: null } })[1]).toBe(
    '+ 打印机可用',
  );
});

it('says what is wrong in the words of the catalogue, in either language', async () => {
  await loadEnglish();
  const devices: TerminalState['devices'] = {
    idCardReader: { state: 'absent', fault: fault('reader-absent') },
    certificatePrinter: { state: 'attention', fault: fault('printer-out-of-paper'), sheetsLeft: 0 },
  };
  expect(words(devices)).toEqual(['- 读卡器没有连接好', '- 打印机没有纸了']);
  expect(words(devices, 'en')).toEqual(['- The card reader is not connected', '- The printer is out of paper']);
});
