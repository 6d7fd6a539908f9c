import type { FaultEntry } from './fault-entry.ts';

/** E3xx: the certificate printer. */
export const certificatePrinterFaults = {
  'printer-absent': {
    code: 'E301',
    citizen: { zh: '打印机没有连接好', en: 'The printer is not connected' },
    remedy: {
      zh: '暂时不能打印，请拨打 12345，或到窗口办理',
      en: 'Printing is not possible now. Call 12345 or go to a window.',
    },
    staff: 'The IPP address refuses connections or does not resolve. Check power, cable and certificatePrinter.uri.',
  },
  'printer-silent': {
    code: 'E302',
    citizen: { zh: '打印机没有反应', en: 'The printer does not answer' },
    remedy: { zh: '机器正在重试，请稍候', en: 'The machine is trying again. Please wait.' },
    staff: 'Three IPP queries in a row failed or timed out.',
  },
  'printer-out-of-paper': {
    code: 'E303',
    citizen: { zh: '打印机没有纸了', en: 'The printer is out of paper' },
    remedy: { zh: '加纸后会自动接着打印，不用重新操作', en: 'Printing goes on by itself once there is paper.' },
    staff:
      'printer-state-reasons has media-empty, media-needed or input-tray-missing, or media-ready names no A4. Fill tray 1 with A4.',
  },
  'printer-jammed': {
    code: 'E304',
    citizen: { zh: '打印机卡纸了', en: 'Paper is stuck in the printer' },
    remedy: {
      zh: '请不要用力拉纸，拨打 12345 请工作人员处理',
      en: 'Please do not pull the paper. Call 12345 for help.',
    },
    staff: 'printer-state-reasons has media-jam. Open the rear door and remove the sheet.',
  },
  'printer-cover-open': {
    code: 'E305',
    citizen: { zh: '打印机的盖子开着', en: 'The printer’s cover is open' },
    remedy: { zh: '盖好后会自动接着打印', en: 'Printing goes on by itself once it is closed.' },
    staff: 'printer-state-reasons has cover-open, door-open or interlock-open.',
  },
  'printer-supplies-empty': {
    code: 'E306',
    citizen: { zh: '打印机没有墨粉了', en: 'The printer is out of toner' },
    remedy: { zh: '暂时不能打印，请到窗口办理', en: 'Printing is not possible now. Please go to a window.' },
    staff:
      'printer-state-reasons has toner-empty, marker-supply-empty, marker-waste-full or a part that is missing: toner, waste box or drum.',
  },
  'printer-busy': {
    code: 'E307',
    citizen: { zh: '打印机正在忙', en: 'The printer is busy' },
    remedy: { zh: '请稍候，马上轮到您', en: 'Please wait a moment.' },
    staff: 'The printer answered server-error-busy for longer than the wait for a turn.',
  },
  'printer-stopped': {
    code: 'E308',
    citizen: { zh: '打印机停下来了', en: 'The printer has stopped' },
    remedy: { zh: '请拨打 12345 请工作人员处理', en: 'Please call 12345 for help.' },
    staff: 'The job or printer stopped for another reason; see the log line for printer-state-reasons.',
  },
  'print-refused': {
    code: 'E309',
    citizen: { zh: '打印机没有接受这份文件', en: 'The printer did not accept the document' },
    remedy: { zh: '证明已作废，没有扣次数，请到窗口办理', en: 'The certificate was voided. Please go to a window.' },
    staff: 'Print-Job was refused or the job was aborted; see the log line for the IPP status.',
  },
  'print-uncertain': {
    code: 'E310',
    citizen: { zh: '不能确定这张纸有没有打好', en: 'It is not certain that the sheet was printed' },
    remedy: {
      zh: '为了安全，这一份已作废。需要的话请再打印一份',
      en: 'To be safe this sheet was voided. Print another one if you need it.',
    },
    staff: 'The printer was lost after the document had been sent. The serial was voided at the platform.',
  },
  'print-no-progress': {
    code: 'E311',
    citizen: { zh: '打印等了太久', en: 'Printing took too long' },
    remedy: { zh: '这一份已作废，请到窗口办理或稍后再试', en: 'This sheet was voided. Try later or go to a window.' },
    staff: 'The job made no progress within the limit while the printer named no fault.',
  },
  'printer-unsuitable': {
    code: 'E312',
    citizen: { zh: '这台打印机不能打印证明', en: 'This printer cannot print certificates' },
    remedy: { zh: '暂时不能打印，请到窗口办理', en: 'Printing is not possible now. Please go to a window.' },
    staff:
      'The printer does not offer A4 (media-supported) or PDF (document-format-supported). Set it up so, or fit another.',
  },
  'printer-toner-low': {
    code: 'E313',
    citizen: { zh: '墨粉快用完了，还可以打印', en: 'Toner is running low. Printing still works.' },
    remedy: { zh: '可以照常办理', en: 'Please go on as usual.' },
    staff: 'A warning: toner at 10 % or less, or the waste box or drum near its end. Bring the part on the next round.',
  },
  'printer-paper-low': {
    code: 'E314',
    citizen: { zh: '纸快用完了，还可以打印', en: 'Paper is running low. Printing still works.' },
    remedy: { zh: '可以照常办理', en: 'Please go on as usual.' },
    staff: 'A warning: media-low, or 20 sheets of A4 or fewer are left. Fill tray 1 with A4.',
  },
  'printer-untrusted': {
    code: 'E315',
    citizen: { zh: '连接的不是这台机器的打印机', en: 'The printer connected is not this machine’s own' },
    remedy: {
      zh: '为了安全，暂时不能打印，请到窗口办理',
      en: 'To be safe nothing is printed now. Please go to a window.',
    },
    staff:
      'The certificate shown at certificatePrinter.uri is not the pinned one, or no authority vouches for it. After a printer was exchanged or reset, pin its new certificate; otherwise look who answers at this address.',
  },
  'printer-queue-stopped': {
    code: 'E316',
    citizen: { zh: '打印队列停住了', en: 'The print queue has stopped' },
    remedy: { zh: '请拨打 12345 请工作人员处理', en: 'Please call 12345 for help.' },
    staff:
      'The CUPS queue at certificatePrinter.queueUri is stopped, refuses jobs or does not answer. Run cupsenable and cupsaccept with its name, and see that cupsd runs.',
  },
} as const satisfies Record<string, FaultEntry>;
