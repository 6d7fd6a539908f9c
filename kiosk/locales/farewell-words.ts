import type { Language } from '../../content/common/words.ts';
import type { Group } from '../screens/farewell/verdict.ts';

interface FarewellWords {
  states: Record<'checking' | 'clean' | 'left', { title: string; note: (looked: number) => string }>;
  groups: Record<Group, string>;
  notClean: string;
  take: Record<'id-card' | 'social-security-card' | 'card' | 'paper' | 'original', { what: string; where: string }>;
  takeTitle: string;
  start: string;
}

const zh: FarewellWords = {
  states: {
    checking: { title: '正在清除您的信息', note: () => '请稍等，一两秒就好' },
    clean: { title: '所有痕迹已清除', note: looked => `一共查了 ${looked} 处，都没有留下您的信息` },
    left: { title: '还有信息没有清干净', note: () => '请按“求助”叫工作人员来看，或拨打 12345' },
  },
  groups: {
    cards: '证件和证明',
    papers: '扫描和打印',
    typed: '填写和查找',
    words: '意见和求助',
    settings: '显示和朗读',
    stored: '本机存储',
  },
  notClean: '没有清干净',
  takeTitle: '请带走您的东西',
  take: {
    'id-card': { what: '请带走身份证', where: '还在读卡区' },
    'social-security-card': { what: '请带走社保卡', where: '还在社保卡读卡器里' },
    card: { what: '请带走您的卡', where: '还在读卡器上' },
    paper: { what: '请带走打印的纸', where: '请看一看出纸口' },
    original: { what: '请带走原件', where: '还在扫描仪里' },
  },
  start: '点一下屏幕，开始',
};

const en: FarewellWords = {
  states: {
    checking: { title: 'Erasing your data', note: () => 'This takes a second or two' },
    clean: {
      title: 'All traces are erased',
      note: looked => `${looked} places were checked; nothing of yours is left`,
    },
    left: { title: 'Something is not erased yet', note: () => 'Touch “Help” (求助) to call staff, or dial 12345' },
  },
  groups: {
    cards: 'Certificates',
    papers: 'Prints, scans',
    typed: 'Searches',
    words: 'Remarks, calls',
    settings: 'Settings',
    stored: 'Storage',
  },
  notClean: 'Not erased',
  takeTitle: 'Please take your things',
  take: {
    'id-card': { what: 'Take your ID card', where: 'It is still on the reader' },
    'social-security-card': { what: 'Take your social security card', where: 'It is still in its reader' },
    card: { what: 'Take your card', where: 'It is still on the reader' },
    paper: { what: 'Take your printed paper', where: 'Look at the paper outlet' },
    original: { what: 'Take your original', where: 'It is still in the scanner' },
  },
  start: 'Touch the screen to begin',
};

/** Words of the farewell. Its settings are over with the visit: both languages stand there. */
export const farewellWords: Record<Language, FarewellWords> = { zh, en };
