import type { FaultEntry } from './fault-entry.ts';

/** E2xx: the ID-card reader. */
export const idCardReaderFaults = {
  'reader-absent': {
    code: 'E201',
    citizen: { zh: '读卡器没有连接好', en: 'The card reader is not connected' },
    remedy: {
      zh: '暂时不能读身份证，请拨打 12345，或到窗口办理',
      en: 'ID cards cannot be read now. Call 12345 or go to a window.',
    },
    staff:
      'The serial line cannot be opened or has closed. Check the cable and the port in terminal.yaml (idCardReader.port); the log says why. Not permitted: put the user into the group dialout. Locked: another program holds it.',
  },
  'reader-silent': {
    code: 'E202',
    citizen: { zh: '读卡器没有反应', en: 'The card reader does not answer' },
    remedy: { zh: '机器正在重试，请稍候', en: 'The machine is trying again. Please wait.' },
    staff: 'The line is open but no valid SAM frame came back in time. Check power, baud rate and model.',
  },
  'reader-self-test-failed': {
    code: 'E203',
    citizen: { zh: '读卡器自检没有通过', en: 'The card reader failed its self-test' },
    remedy: { zh: '暂时不能读身份证，请到窗口办理', en: 'ID cards cannot be read now. Please go to a window.' },
    staff: 'SAM status 60: the security module failed its self-test. It needs its supplier.',
  },
  'reader-not-authorised': {
    code: 'E204',
    citizen: { zh: '读卡器的授权已失效', en: 'The card reader is no longer authorised' },
    remedy: { zh: '暂时不能读身份证，请到窗口办理', en: 'ID cards cannot be read now. Please go to a window.' },
    staff: 'SAM status 66: the security module is not authorised any more. Only its supplier can renew it.',
  },
  'card-unreadable': {
    code: 'E211',
    citizen: { zh: '身份证没有读出来', en: 'The card could not be read' },
    remedy: {
      zh: '请把卡拿开，等两秒，再平放到读卡区',
      en: 'Lift the card, wait two seconds, then lay it flat on the reader.',
    },
    staff: 'Select or read failed (SW3 31, 32, 33, 41, 47 or 81), or the text block is malformed.',
  },
  'card-number-invalid': {
    code: 'E212',
    citizen: { zh: '这张卡的号码不对', en: 'The number on this card is not valid' },
    remedy: { zh: '请换本人有效的身份证', en: 'Please use your own valid ID card.' },
    staff: 'The number fails the GB 11643 check digit.',
  },
  'card-expired': {
    code: 'E213',
    citizen: { zh: '身份证已过有效期', en: 'This ID card has expired' },
    remedy: { zh: '请先到派出所换领新证', en: 'Please renew it at the police station first.' },
    staff: 'The last day of validity on the card is before today.',
  },
  'card-kind-not-served': {
    code: 'E214',
    citizen: { zh: '这种证件暂时不能自助打印', en: 'This kind of card cannot be used here yet' },
    remedy: { zh: '请到窗口办理，工作人员会帮您', en: 'Please go to a window; the staff will help you.' },
    staff: 'The service is offered for citizens’ cards only.',
  },
  'card-not-laid': {
    code: 'E215',
    citizen: { zh: '没有检测到身份证', en: 'No card was laid on the reader' },
    remedy: { zh: '请把身份证平放到读卡区', en: 'Lay the card flat on the reader.' },
    staff: 'The reader is ready, but the field stayed empty for the whole wait.',
  },
  'card-foreign': {
    code: 'E216',
    citizen: { zh: '这不是身份证', en: 'This is not an ID card' },
    remedy: {
      zh: '请拿开这张卡，换身份证平放到读卡区',
      en: 'Take this card away and lay your ID card flat on the reader.',
    },
    staff: 'SW3 40, or a kind of card that no vendor sheet names: a bank card, a bus card or another contactless card.',
  },
} as const satisfies Record<string, FaultEntry>;
