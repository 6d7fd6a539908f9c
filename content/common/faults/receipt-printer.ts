import type { FaultEntry } from './fault-entry.ts';

/** E8xx (801-): the receipt printer. */
export const receiptPrinterFaults = {
  'receipt-printer-absent': {
    code: 'E801',
    citizen: { zh: '小票打印机没有连接好', en: 'The receipt printer is not connected' },
    remedy: { zh: '可以用手机扫码带走内容', en: 'You can take the content away with your phone.' },
    staff:
      'The line to the receipt printer cannot be opened. Check power, cable and receiptPrinter in terminal.yaml; the log says why it is refused (groups dialout and lp, another program).',
  },
  'receipt-printer-silent': {
    code: 'E802',
    citizen: { zh: '小票打印机没有反应', en: 'The receipt printer does not answer' },
    remedy: {
      zh: '机器正在重试，可以先用手机扫码',
      en: 'The machine is trying again. You can use your phone meanwhile.',
    },
    staff:
      'No answer to DLE EOT in time: power off behind a serial server, wrong baud rate, or a model without status.',
  },
  'receipt-printer-out-of-paper': {
    code: 'E803',
    citizen: { zh: '小票打印机没有纸了', en: 'The receipt printer is out of paper' },
    remedy: { zh: '可以用手机扫码带走内容', en: 'You can take the content away with your phone.' },
    staff: 'DLE EOT 4 says paper end. Put in a new roll.',
  },
  'receipt-printer-cover-open': {
    code: 'E804',
    citizen: { zh: '小票打印机的盖子开着', en: 'The receipt printer’s cover is open' },
    remedy: { zh: '盖好后就能打印', en: 'It prints once the cover is closed.' },
    staff: 'DLE EOT 2 says cover open.',
  },
  'receipt-printer-cutter': {
    code: 'E805',
    citizen: { zh: '小票打印机的切纸刀卡住了', en: 'The receipt printer’s cutter is stuck' },
    remedy: { zh: '请拨打 12345 请工作人员处理', en: 'Please call 12345 for help.' },
    staff: 'DLE EOT 3 says autocutter error.',
  },
  'receipt-printer-failed': {
    code: 'E806',
    citizen: { zh: '小票打印机出了故障', en: 'The receipt printer has failed' },
    remedy: { zh: '请拨打 12345 请工作人员处理', en: 'Please call 12345 for help.' },
    staff: 'DLE EOT 3 says unrecoverable or recoverable error (head temperature, voltage).',
  },
  'receipt-uncertain': {
    code: 'E807',
    citizen: { zh: '不能确定小票有没有打好', en: 'It is not certain that the receipt was printed' },
    remedy: { zh: '请看一下出纸口，需要的话可以再打一张', en: 'Please look at the slot. You can print another one.' },
    staff: 'The line was lost, or the printer failed, after bytes had gone out.',
  },
  'receipt-printer-offline': {
    code: 'E808',
    citizen: { zh: '小票打印机暂时不能打印', en: 'The receipt printer cannot print at the moment' },
    remedy: { zh: '可以先用手机扫码带走内容', en: 'You can take the content away with your phone meanwhile.' },
    staff:
      'DLE EOT 1 says off line without a cause: someone holds the feed button, or it waits for its on-line button.',
  },
  'receipt-cancelled': {
    code: 'E809',
    citizen: { zh: '小票没有打印', en: 'The receipt was not printed' },
    remedy: { zh: '需要的话可以再打一张', en: 'You can print it again.' },
    staff: 'The visit ended or the terminal was stopped before the first byte went out.',
  },
} as const satisfies Record<string, FaultEntry>;
