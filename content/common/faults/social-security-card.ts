import type { FaultEntry } from './fault-entry.ts';

/** E83x: the social-security card. */
export const socialSecurityCardFaults = {
  'social-security-reader-absent': {
    code: 'E831',
    citizen: { zh: '社保卡读卡器没有连接好', en: 'The social-security card reader is not connected' },
    remedy: { zh: '请使用身份证办理', en: 'Please use your ID card.' },
    staff:
      'PC/SC knows no reader, or pcscd is not running. Check the cable, pcscd and socialSecurityCard in terminal.yaml.',
  },
  'social-security-library-missing': {
    code: 'E832',
    citizen: { zh: '这台机器不能读社保卡', en: 'This machine cannot read social-security cards' },
    remedy: { zh: '请使用身份证办理', en: 'Please use your ID card.' },
    staff: 'The PC/SC library is not installed: apt-get install libpcsclite-dev pcscd, then install npm packages anew.',
  },
  'social-security-card-unreadable': {
    code: 'E833',
    citizen: { zh: '社保卡没有读出来', en: 'The social-security card could not be read' },
    remedy: { zh: '请把卡取出，芯片朝里重新插好', en: 'Take the card out and put it in again, chip first.' },
    staff: 'The card did not answer a command as the specification asks.',
  },
  'social-security-card-unknown': {
    code: 'E834',
    citizen: { zh: '这张卡不是社保卡', en: 'This is not a social-security card' },
    remedy: { zh: '请换社保卡，或使用身份证', en: 'Please use a social-security card or your ID card.' },
    staff: 'The card has no social-security application.',
  },
  'social-security-reader-failed': {
    code: 'E835',
    citizen: { zh: '社保卡读卡器没有反应', en: 'The social-security card reader does not answer' },
    remedy: { zh: '请使用身份证办理', en: 'Please use your ID card.' },
    staff: 'pcscd answers, but the reader or its driver hangs. Unplug the reader and plug it in; restart pcscd.',
  },
  'social-security-card-unusable': {
    code: 'E836',
    citizen: { zh: '这张社保卡不能在这里使用', en: 'This social-security card cannot be used here' },
    remedy: { zh: '请使用身份证办理', en: 'Please use your ID card.' },
    staff:
      'Its application is blocked (6283), its public data asks for a PIN (6982), or its number is no ID number (an older foreigner’s number).',
  },
} as const satisfies Record<string, FaultEntry>;
