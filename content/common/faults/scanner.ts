import type { FaultEntry } from './fault-entry.ts';

/** E7xx: the scanner, and what is wrong with a scanned page. */
export const scannerFaults = {
  'scanner-absent': {
    code: 'E701',
    citizen: { zh: '扫描仪没有连接好', en: 'The scanner is not connected' },
    remedy: { zh: '请到窗口办理，或用手机办理', en: 'Please go to a window, or use your phone.' },
    staff: 'The scanner is not found at its address. Check power, cable and scanner in terminal.yaml.',
  },
  'scanner-silent': {
    code: 'E702',
    citizen: { zh: '扫描仪没有反应', en: 'The scanner does not answer' },
    remedy: { zh: '机器正在重试，请稍候', en: 'The machine is trying again. Please wait.' },
    staff: 'The scanner is there but did not answer in time, or broke off (SANE I/O error, eSCL time-out).',
  },
  'scanner-jammed': {
    code: 'E703',
    citizen: { zh: '扫描仪卡纸了', en: 'Paper is stuck in the scanner' },
    remedy: {
      zh: '请轻轻打开上盖，把纸取出来，重新放好',
      en: 'Open the lid gently, take the paper out and put it in again.',
    },
    staff: 'SANE_STATUS_JAMMED or eSCL ScannerAdfJam.',
  },
  'scanner-cover-open': {
    code: 'E704',
    citizen: { zh: '扫描仪的盖子开着', en: 'The scanner’s cover is open' },
    remedy: { zh: '盖好后再扫描', en: 'Close it and scan again.' },
    staff: 'SANE_STATUS_COVER_OPEN or eSCL ScannerAdfCoverOpen.',
  },
  'scanner-no-paper': {
    code: 'E705',
    citizen: { zh: '扫描仪里没有放纸', en: 'There is no paper in the scanner' },
    remedy: {
      zh: '请把材料正面朝上放进进纸口，或平放在玻璃板上',
      en: 'Put the papers into the feeder, or lay one on the glass.',
    },
    staff: 'SANE_STATUS_NO_DOCS or eSCL ScannerAdfEmpty.',
  },
  'scanner-busy': {
    code: 'E706',
    citizen: { zh: '扫描仪正在忙', en: 'The scanner is busy' },
    remedy: { zh: '请稍候，马上就好', en: 'Please wait a moment.' },
    staff: 'SANE_STATUS_DEVICE_BUSY or HTTP 503; another program holds the scanner.',
  },
  'scanner-failed': {
    code: 'E707',
    citizen: { zh: '扫描没有成功', en: 'The scan did not succeed' },
    remedy: { zh: '请再试一次', en: 'Please try once more.' },
    staff: 'SANE I/O error, out of memory or an answer that is no picture; see the log line.',
  },
  'scanner-refused': {
    code: 'E708',
    citizen: { zh: '扫描仪不接受这样扫描', en: 'The scanner refused this kind of scan' },
    remedy: { zh: '请到窗口办理，或用手机办理', en: 'Please go to a window, or use your phone.' },
    staff:
      'SANE access denied or invalid argument, or eSCL 409: the wanted source, resolution or colour is not offered, or permissions are missing.',
  },
  'scan-not-written': {
    code: 'E709',
    citizen: { zh: '扫描结果没有保存好', en: 'The scan could not be saved' },
    remedy: { zh: '请拨打 12345 请工作人员处理', en: 'Please call 12345 for help.' },
    staff: 'The file to write could not be written; see the message for the path.',
  },
  'page-blank': {
    code: 'E711',
    citizen: { zh: '这一页是空白的', en: 'This page is blank' },
    remedy: { zh: '请把有字的一面朝向扫描面，再扫一次', en: 'Turn the printed side to the scanner and scan again.' },
    staff: 'Hardly any ink on the page.',
  },
  'page-too-dark': {
    code: 'E712',
    citizen: { zh: '这一页太暗，看不清', en: 'This page is too dark to read' },
    remedy: { zh: '请盖好上盖，把纸压平，再扫一次', en: 'Close the lid, press the paper flat and scan again.' },
    staff: 'The paper itself is dark: lid open, dark original, or lamp failing.',
  },
  'page-skewed': {
    code: 'E713',
    citizen: { zh: '这一页放歪了', en: 'This page lies crooked' },
    remedy: { zh: '请让纸边对齐扫描仪的边线，再扫一次', en: 'Line the paper up with the edge and scan again.' },
    staff: 'Turned by more than can be straightened.',
  },
  'page-cut-edge': {
    code: 'E714',
    citizen: { zh: '这一页没有放全，边上被切掉了', en: 'Part of this page is cut off' },
    remedy: { zh: '请把整张纸放进扫描范围，再扫一次', en: 'Put the whole sheet inside the marks and scan again.' },
    staff: 'Text or picture reaches an edge of the scanned area.',
  },
  'page-blurred': {
    code: 'E715',
    citizen: { zh: '这一页不清楚，有点糊', en: 'This page is blurred' },
    remedy: { zh: '请把纸压平、不要移动，再扫一次', en: 'Press the paper flat, keep it still and scan again.' },
    staff: 'No sharp edges: paper off the glass, moved, or dirty optics.',
  },
  'scan-too-large': {
    code: 'E716',
    citizen: { zh: '文件太大，没法提交', en: 'The file is too large to hand in' },
    remedy: { zh: '请分成几次扫描', en: 'Scan the papers in smaller parts.' },
    staff: 'Pages do not fit under the size limit even at the lowest quality that can be read.',
  },
} as const satisfies Record<string, FaultEntry>;
