import type { FaultEntry } from './fault-entry.ts';

/** E1xx: visit and bridge. */
export const visitFaults = {
  'bridge-unreachable': {
    code: 'E101',
    citizen: { zh: '设备正在恢复，指南照常能查', en: 'The devices are coming back; the guides work' },
    remedy: { zh: '请稍等一会儿再试', en: 'Please try again in a moment.' },
    staff: 'The kiosk page cannot reach the device bridge on its own origin. The supervisor restarts it; see its log.',
  },
  'visit-over': {
    code: 'E102',
    citizen: { zh: '这次办理已经结束', en: 'This visit has ended' },
    remedy: { zh: '请回到首页重新开始', en: 'Please start again from the home screen.' },
    staff: 'A command named a visit that is not the current one.',
  },
  'not-now': {
    code: 'E103',
    citizen: { zh: '现在不能做这一步', en: 'This step is not possible now' },
    remedy: { zh: '请按屏幕上的提示操作', en: 'Please follow the screen.' },
    staff: 'A command does not fit the step the visit is in.',
  },
  'bad-command': {
    code: 'E104',
    citizen: { zh: '机器没有看懂这个操作', en: 'The machine did not understand that' },
    remedy: { zh: '请再试一次', en: 'Please try once more.' },
    staff: 'A command did not pass its schema. Kiosk and bridge may be of different versions: restart the terminal.',
  },
  'wrong-origin': {
    code: 'E105',
    citizen: { zh: '不允许的访问', en: 'Access refused' },
    remedy: { zh: '请在终端屏幕上操作', en: 'Please use the terminal’s own screen.' },
    staff: 'A request came with another Origin or Host than the terminal’s own. Another page tried to use the bridge.',
  },
  'report-failed': {
    code: 'E106',
    citizen: { zh: '自检报告没有做出来', en: 'The report could not be made' },
    remedy: { zh: '请看屏幕上的内容', en: 'Please read it on the screen.' },
    staff:
      'Setting the readiness report failed; the log has the error. Fonts or Typst may be missing (scripts/setup.sh).',
  },
  'report-limit': {
    code: 'E107',
    citizen: { zh: '刚才已经打印了几份报告', en: 'Several reports were printed a moment ago' },
    remedy: { zh: '为了省纸，请过半小时再打印', en: 'To save paper, please print the next one in half an hour.' },
    staff:
      'Three readiness reports within half an hour is the limit. terminal doctor --report FILE.pdf writes one without paper.',
  },
  'guide-unknown': {
    code: 'E108',
    citizen: { zh: '本机没有这份指南', en: 'This machine does not have that guide' },
    remedy: {
      zh: '它可能已经下架。请回到首页再找，或拨打 12345',
      en: 'It may be withdrawn. Search again, or call 12345.',
    },
    staff:
      'A command named a matter that the content in force does not have, or one that is not in force today. Content may have changed meanwhile.',
  },
  'guide-print-limit': {
    code: 'E109',
    citizen: { zh: '这次已经打印了好几份清单', en: 'Several checklists were printed in this visit' },
    remedy: { zh: '为了省纸，请用手机扫码带走', en: 'To save paper, please take it with your phone.' },
    staff: 'Five checklists in one visit is the limit.',
  },
  'guide-print-failed': {
    code: 'E110',
    citizen: { zh: '清单没有做出来', en: 'The checklist could not be made' },
    remedy: { zh: '请用手机扫码带走', en: 'Please take it with your phone.' },
    staff: 'Setting the checklist failed; the log has the error. Fonts or Typst may be missing (scripts/setup.sh).',
  },
  'help-unreachable': {
    code: 'E111',
    citizen: { zh: '现在从这里叫不到工作人员', en: 'Staff cannot be called from here now' },
    remedy: { zh: '请拨打 12345，或到窗口问一问', en: 'Please call 12345, or ask at a window.' },
    staff: 'The call did not reach the platform. Check the network, then the platform’s /api/health.',
  },
  'feedback-limit': {
    code: 'E112',
    citizen: { zh: '您的意见都收到了', en: 'Your remarks are all received' },
    remedy: { zh: '还有要说的，请拨打 12345', en: 'For anything more, please call 12345.' },
    staff: 'Twenty guides in one visit is the limit for remarks.',
  },
} as const satisfies Record<string, FaultEntry>;
