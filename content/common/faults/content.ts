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
    staff:
      'Signature, digest, size or form of what the origin offers is wrong; the log names the document. It was not installed.',
  },
  'content-clock-wrong': {
    code: 'E504',
    citizen: { zh: '机器的时钟不准', en: 'The clock of this machine is wrong' },
    remedy: {
      zh: '现有的指南照常可用，请工作人员校准时间',
      en: 'The guides you see still work. The clock must be set.',
    },
    staff:
      'The system clock differs by more than a day from the content origin, or runs before the time of the last signed timestamp. The signatures are good. Set the clock (timedatectl, NTP).',
  },
  'content-expired': {
    code: 'E505',
    citizen: { zh: '新内容的签名已过期', en: 'The signature of new content has expired' },
    remedy: { zh: '现有的指南照常可用', en: 'The guides you see still work.' },
    staff:
      'A signed document at the origin is past its date; the log names it. Its holders must sign it anew (content keys list).',
  },
  'content-frozen': {
    code: 'E506',
    citizen: { zh: '内容来源停在了旧的时间', en: 'The content origin stands still' },
    remedy: { zh: '现有的指南照常可用', en: 'The guides you see still work.' },
    staff:
      'The origin still gives a timestamp that has expired: nobody signs there any more, or somebody holds newer content back. Check the publishing server.',
  },
  'content-older': {
    code: 'E507',
    citizen: { zh: '收到的内容比现有的旧', en: 'Received content is older than what is here' },
    remedy: { zh: '现有的指南照常可用', en: 'The guides you see still work.' },
    staff:
      'Metadata or content of a lower version than this terminal has already seen: an old USB stick, a restored backup of the origin, or an attack. It was not installed.',
  },
  'content-no-space': {
    code: 'E508',
    citizen: { zh: '存储空间不足，收不了新内容', en: 'There is no space for new content' },
    remedy: {
      zh: '现有的指南照常可用，请工作人员清理磁盘',
      en: 'The guides you see still work. The disk must be cleared.',
    },
    staff: 'Writing to dataDir failed for want of space. The terminal goes on with what it has and tries again.',
  },
  'content-check-failed': {
    code: 'E509',
    citizen: { zh: '新内容没有通过试运行', en: 'New content did not pass its trial' },
    remedy: { zh: '机器已恢复原来的指南', en: 'The machine went back to the guides before.' },
    staff:
      'Signed content did not compose, could not be searched, lacked a QR code, or the screen did not draw it. The last good generation is shown; this version is not taken again. The log says what failed.',
  },
  'content-update-failed': {
    code: 'E510',
    citizen: { zh: '更新没有完成', en: 'The update did not finish' },
    remedy: { zh: '现有的指南照常可用，机器会自动重试', en: 'The guides you see still work. The machine tries again.' },
    staff: 'An update ended in an unexpected way; the log has the whole error. The terminal tries again.',
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
  'matter-unknown': {
    code: 'E513',
    citizen: { zh: '没有这个事项', en: 'There is no such matter' },
    remedy: { zh: '请写事项的编号，就是文件名', en: 'Give the id of a matter: the name of its file.' },
    staff: 'No readable file of the content sources has this id.',
  },
  'key-missing': {
    code: 'E521',
    citizen: { zh: '找不到签名密钥', en: 'The signing key was not found' },
    remedy: {
      zh: '请用 --keys 或 --key 指定密钥；试用先运行 npm start，正式使用先运行 content keys init',
      en: 'Name keys with --keys or --key. For a trial run npm start once, otherwise content keys init.',
    },
    staff: 'Publishing needs the folder of keys with roles.json and the private keys of who signs.',
  },
  'origin-unreadable': {
    code: 'E522',
    citizen: { zh: '已发布的内容读不出来', en: 'What was published before cannot be read' },
    remedy: {
      zh: '请恢复 metadata 文件夹；没有备份就删除它，再用 --version-at-least N 发布，N 要大于终端上显示的版本号',
      en: 'Restore the folder metadata. Without a copy delete it and publish with --version-at-least N, N above the versions the terminals show.',
    },
    staff:
      'The metadata in the content origin is torn, signed by strangers or not readable, so the next version is unknown. Terminals refuse a version below the one they have. Nothing was published.',
  },
  'key-locked': {
    code: 'E523',
    citizen: { zh: '密钥打不开', en: 'The key does not open' },
    remedy: { zh: '请用 --passphrase-file 给出正确的口令', en: 'Give its passphrase with --passphrase-file.' },
    staff: 'The private key is locked, and the passphrase is missing or wrong.',
  },
  'key-unknown': {
    code: 'E524',
    citizen: { zh: '这把密钥不能为此签名', en: 'This key does not sign for that' },
    remedy: { zh: '请用 content keys list 查看谁能签名', en: 'See who signs what with content keys list.' },
    staff: 'The key is not among those of the role, or there is no such role or key id.',
  },
  'role-without-keys': {
    code: 'E525',
    citizen: { zh: '有内容还没有签名人', en: 'Some content has nobody to sign it' },
    remedy: { zh: '请运行 content keys add 添加密钥', en: 'Give the role keys with content keys add ROLE.' },
    staff: 'The sources hold a place whose role has no keys yet. Nothing was published.',
  },
  'version-missing': {
    code: 'E526',
    citizen: { zh: '没有保留这个版本', en: 'That version is not kept' },
    remedy: {
      zh: '请选择最近二十个版本之一，或改回源文件再发布',
      en: 'Choose one of the last 20, or undo the edit and publish.',
    },
    staff: 'The publisher keeps what leads back to the last 20 versions of each role beside the origin.',
  },
  'nothing-waiting': {
    code: 'E527',
    citizen: { zh: '没有等待签名的内容', en: 'Nothing waits for this signature' },
    remedy: { zh: '请先运行 content publish', en: 'Run content publish first.' },
    staff: 'No document of this role waits for signatures beside this origin.',
  },
  'publisher-busy': {
    code: 'E528',
    citizen: { zh: '正在发布', en: 'Somebody is publishing' },
    remedy: { zh: '请稍后再试', en: 'Try again in a moment.' },
    staff: 'Another publisher works on this origin. Two at once would sign two different documents of one version.',
  },
  'keys-exist': {
    code: 'E529',
    citizen: { zh: '这里已经有密钥', en: 'There are keys already' },
    remedy: {
      zh: '请换一个文件夹，或用 content keys rotate',
      en: 'Choose another folder, or use content keys rotate.',
    },
    staff: 'New keys are never written over old ones.',
  },
  'edit-waiting': {
    code: 'E530',
    citizen: { zh: '还有修改在等签名', en: 'An edit still waits for signatures' },
    remedy: {
      zh: '请先签完发出，或改回源文件再发布一次，然后再试',
      en: 'Sign it first, or undo the edit and publish, then try again.',
    },
    staff:
      'The role has a newer version that lacks signatures. A rollout change or a rollback now would drop it unseen.',
  },
  'sheet-unreadable': {
    code: 'E531',
    citizen: { zh: '这个表格文件读不出来', en: 'This spreadsheet cannot be read' },
    remedy: {
      zh: '请用 content export 导出的 .xlsx 文件，存盘时不要换格式，不要加密码',
      en: 'Use an .xlsx file that content export wrote; keep its format and set no password.',
    },
    staff:
      'The file is no .xlsx workbook, is damaged or locked, is far too large, or was not made by an export. Nothing was read.',
  },
  'sheet-invalid': {
    code: 'E532',
    citizen: { zh: '表格里有不能用的格子', en: 'Some cells cannot be used' },
    remedy: { zh: '请按指出的格子修改，再导入一次', en: 'Mend the cells that are named, then import again.' },
    staff:
      'At least one cell, or what the cells say together, does not satisfy the model or the rules. Nothing was written.',
  },
  'sheet-conflict': {
    code: 'E533',
    citizen: { zh: '导出以后别人也改了同样的内容', en: 'Others have changed the same since the export' },
    remedy: {
      zh: '请重新导出，把您的修改写进新文件再导入',
      en: 'Export again, enter your changes there, and import that.',
    },
    staff:
      'The same matter or place was changed in the workbook and in the sources since the workbook was exported. Nothing was written.',
  },
  'voice-missing': {
    code: 'E534',
    citizen: { zh: '语音没有做成', en: 'The sounds could not be made' },
    remedy: {
      zh: '请安装 espeak-ng 和 opus-tools 再发布，或加 --no-speech 先发布文字',
      en: 'Install espeak-ng and opus-tools and publish again, or publish the words now with --no-speech.',
    },
    staff: 'espeak-ng or opusenc is not installed, failed, or said nothing for a phrase; see the detail.',
  },
  'search-cases-invalid': {
    code: 'E535',
    citizen: { zh: '搜索样例文件不能用', en: 'The file of search cases cannot be used' },
    remedy: {
      zh: '请给一个 JSON 文件：[{"query": "社保证明", "relevant": ["事项编号"]}]',
      en: 'Give a JSON file like [{"query": "社保证明", "relevant": ["matter-id"]}].',
    },
    staff:
      'The file cannot be read, is no JSON, or holds no list of cases with a query and relevant ids; see the detail.',
  },
} as const satisfies Record<string, FaultEntry>;
