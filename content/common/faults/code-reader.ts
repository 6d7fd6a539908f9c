import type { FaultEntry } from './fault-entry.ts';

/** E82x: the QR reader. */
export const codeReaderFaults = {
  'code-reader-absent': {
    code: 'E821',
    citizen: { zh: '扫码器没有连接好', en: 'The code reader is not connected' },
    remedy: { zh: '可以在屏幕上查找，或刷身份证', en: 'You can search on the screen, or use the ID card.' },
    staff:
      'The serial line cannot be opened. Check the cable and codeReader in terminal.yaml; the log says why it is refused (group dialout, another program).',
  },
  'code-unknown': {
    code: 'E822',
    citizen: { zh: '这个二维码不是本机能用的', en: 'This terminal cannot use that code' },
    remedy: {
      zh: '请出示办事指南的二维码，或证明上的二维码',
      en: 'Please show the code of a guide, or the one on a certificate.',
    },
    staff: 'What was scanned is none of the known codes.',
  },
  'code-citizen-not-served': {
    code: 'E823',
    citizen: { zh: '本机还不能用电子身份码', en: 'Electronic ID codes cannot be used here yet' },
    remedy: { zh: '请把身份证平放到读卡区', en: 'Please lay your ID card on the reader.' },
    staff: 'A citizen’s electronic ID code was shown; no service of this terminal takes one yet.',
  },
} as const satisfies Record<string, FaultEntry>;
