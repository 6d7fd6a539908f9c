import type { FaultEntry } from './fault-entry.ts';

/** E4xx: platform and certificates. */
export const platformFaults = {
  'platform-unreachable': {
    code: 'E401',
    citizen: { zh: '证明系统暂时连不上', en: 'The certificate service cannot be reached' },
    remedy: {
      zh: '查指南不受影响。证明请稍后再试，或到窗口、手机“浙里办”办理',
      en: 'Guides still work. For certificates try later, a window, or the Zheliban app.',
    },
    staff: 'The platform at platform.url does not answer. Check the network, then the platform’s /api/health.',
  },
  'terminal-not-authorised': {
    code: 'E402',
    citizen: { zh: '这台机器还没有获准打印证明', en: 'This machine may not print certificates yet' },
    remedy: { zh: '请到窗口办理', en: 'Please go to a window.' },
    staff: 'The platform refused the terminal’s token. Check platform.token in terminal.yaml.',
  },
  'no-certificates': {
    code: 'E411',
    citizen: { zh: '没有查到您可以打印的证明', en: 'No certificates were found for you' },
    remedy: {
      zh: '如果您认为应该有，请到窗口或拨打 12345 询问',
      en: 'If you expected one, ask at a window or call 12345.',
    },
    staff: 'The platform holds no record for this person.',
  },
  'certificate-not-offered': {
    code: 'E412',
    citizen: { zh: '这份证明现在不能打印', en: 'This certificate cannot be printed now' },
    remedy: { zh: '请到窗口询问', en: 'Please ask at a window.' },
    staff: 'The kind is unknown, or the person has no record of that kind.',
  },
  'certificate-changed': {
    code: 'E413',
    citizen: { zh: '这份证明没有通过安全检查', en: 'This certificate did not pass the security check' },
    remedy: { zh: '没有打印，请到窗口办理', en: 'It was not printed. Please go to a window.' },
    staff:
      'The seal of the PDF is missing, broken, or not from the trusted authority. Keep the log and tell the platform.',
  },
  'certificate-unknown': {
    code: 'E414',
    citizen: { zh: '没有这个编号的证明', en: 'There is no certificate with this number' },
    remedy: { zh: '请核对编号后再查', en: 'Please check the number.' },
    staff: 'The number or its verification code is not on record.',
  },
  'certificate-state-conflict': {
    code: 'E415',
    citizen: { zh: '这份证明的状态已经变了', en: 'The state of this certificate has changed' },
    remedy: { zh: '请重新选择', en: 'Please choose again.' },
    staff: 'A release or void does not fit the certificate’s state at the platform.',
  },
  'preview-failed': {
    code: 'E416',
    citizen: { zh: '这份证明画不出来', en: 'The certificate cannot be shown' },
    remedy: { zh: '没有打印，请再试一次，或到窗口办理', en: 'It was not printed. Try again or go to a window.' },
    staff: 'pdftoppm (poppler-utils) is missing, failed or took too long; see the log.',
  },
  'platform-failed': {
    code: 'E419',
    citizen: { zh: '证明系统出了问题', en: 'The certificate service has a problem' },
    remedy: { zh: '请稍后再试，或到窗口办理', en: 'Try later or go to a window.' },
    staff: 'The platform answered with an unexpected status or body; see the log.',
  },
  'maintainer-not-authorised': {
    code: 'E421',
    citizen: { zh: '没有查看权限', en: 'No access' },
    remedy: { zh: '请核对维护人员口令', en: 'Check the maintainer’s token (--token-file).' },
    staff: 'The token is not among `maintainers` in platform.yaml.',
  },
  'bad-request': {
    code: 'E420',
    citizen: { zh: '请求不完整', en: 'The request is incomplete' },
    remedy: { zh: '请再试一次', en: 'Please try again.' },
    staff: 'A request to the platform did not pass its schema.',
  },
  'too-many-requests': {
    code: 'E422',
    citizen: { zh: '请求太多了', en: 'Too many requests' },
    remedy: { zh: '请过一会儿再试', en: 'Please try again later.' },
    staff:
      'One terminal sent more than its share in an hour. It goes on by itself; if it stays so, look at that terminal.',
  },
  'call-unknown': {
    code: 'E423',
    citizen: { zh: '没有这次求助', en: 'There is no such call for help' },
    remedy: { zh: '它可能已经结束', en: 'It may have ended.' },
    staff: 'The number of the call is not on record for this terminal or place, or the call has ended.',
  },
} as const satisfies Record<string, FaultEntry>;
