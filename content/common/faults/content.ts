import type { FaultEntry } from './fault-entry.ts';

/** E5xx: content. */
export const contentFaults = {
  'content-missing': {
    code: 'E501',
    citizen: { zh: '指南还没有装好', en: 'The guides are not installed yet' },
    remedy: { zh: '机器正在下载，请稍候，或拨打 12345', en: 'They are being downloaded. Please wait or call 12345.' },
    staff: 'No verified content generation is on this terminal. Check content.origin and the network.',
  },
  'content-origin-unreachable': {
    code: 'E502',
    citizen: { zh: '暂时收不到新内容', en: 'New content cannot be received now' },
    remedy: { zh: '现有的指南照常可用', en: 'The guides you see still work.' },
    staff: 'The content origin does not answer. The terminal goes on with the generation it has.',
  },
  'content-untrusted': {
    code: 'E503',
    citizen: { zh: '收到的内容没有通过检查', en: 'Received content did not pass its check' },
    remedy: { zh: '现有的指南照常可用', en: 'The guides you see still work.' },
    staff: 'Signature, digest, size or version of the offered generation is wrong. It was not installed.',
  },
  'content-invalid': {
    code: 'E511',
    citizen: { zh: '内容没有通过检查', en: 'The content did not pass its check' },
    remedy: { zh: '请按提示修改后再发布', en: 'Mend what is named, then publish again.' },
    staff: 'At least one error was found in the content sources. Nothing was published.',
  },
  'content-unreadable': {
    code: 'E512',
    citizen: { zh: '读不到内容文件', en: 'The content files cannot be read' },
    remedy: { zh: '请检查路径', en: 'Check the path.' },
    staff: 'The source folder is missing or not readable.',
  },
  'key-missing': {
    code: 'E521',
    citizen: { zh: '找不到签名密钥', en: 'The signing key was not found' },
    remedy: { zh: '请先运行 npm start 或用 --key 指定', en: 'Run npm start once, or name one with --key.' },
    staff: 'Publishing needs the private key of the content publisher.',
  },
  'origin-unreadable': {
    code: 'E522',
    citizen: { zh: '已发布的内容读不出来', en: 'What was published before cannot be read' },
    remedy: {
      zh: '请恢复 manifest.json；没有备份就删除它，再用 --version-at-least N 发布，N 要大于终端上显示的版本号',
      en: 'Restore manifest.json. Without a copy delete it and publish with --version-at-least N, N above the version the terminals show.',
    },
    staff:
      'manifest.json in the content origin is torn, foreign or not readable, so the next version is unknown. Terminals refuse a version below the one they have. Nothing was published.',
  },
} as const satisfies Record<string, FaultEntry>;
