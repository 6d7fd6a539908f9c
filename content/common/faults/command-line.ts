import type { FaultEntry } from './fault-entry.ts';

/** E6xx: configuration and command line. */
export const commandLineFaults = {
  'config-invalid': {
    code: 'E601',
    citizen: { zh: '配置有误', en: 'The configuration is wrong' },
    remedy: { zh: '请按提示修改配置', en: 'Mend the named key.' },
    staff: 'A configuration file did not pass its schema; the message names file, key and what is expected.',
  },
  'file-unreadable': {
    code: 'E611',
    citizen: { zh: '读不到文件', en: 'The file cannot be read' },
    remedy: { zh: '请检查路径', en: 'Check the path.' },
    staff: 'The named file is missing, not readable or not of the expected kind.',
  },
  'file-unwritable': {
    code: 'E614',
    citizen: { zh: '文件写不进去', en: 'The file cannot be written' },
    remedy: { zh: '请检查路径和权限', en: 'Check the path and the permissions.' },
    staff: 'The named file or its folder cannot be written: missing, not permitted, or no space.',
  },
  'already-running': {
    code: 'E612',
    citizen: { zh: '已经在运行', en: 'It is already running' },
    remedy: { zh: '请使用已打开的地址，或先停止它', en: 'Use the addresses shown, or stop it first.' },
    staff: 'Another start holds the ports.',
  },
  'bridge-not-running': {
    code: 'E613',
    citizen: { zh: '终端没有在运行', en: 'The terminal is not running' },
    remedy: {
      zh: '请先启动终端，或用 --config 指明 terminal.yaml',
      en: 'Start the terminal, or name its terminal.yaml with --config.',
    },
    staff: 'Nothing answers on the port of the device bridge.',
  },
} as const satisfies Record<string, FaultEntry>;
