import { CreditCard, type IconNode, IdCard, Printer, ReceiptText, ScanQrCode, ScanText } from 'lucide';
import { chinaTime } from '../../../content/common/local-date.ts';
import { clockWords } from '../../../content/model/opening-hours.ts';
import type { DeviceName, DeviceReadiness, ServicesView } from '../../../device-bridge/api/types.ts';

/** This screen speaks both languages at once: the technician may not be the one who set the citizen's. */
export interface Both {
  zh: string;
  en: string;
}

export const deviceNames: Record<DeviceName, Both & { icon: IconNode }> = {
  idCardReader: { icon: IdCard, zh: '身份证读卡器', en: 'ID-card reader' },
  certificatePrinter: { icon: Printer, zh: '证明打印机', en: 'Certificate printer' },
  socialSecurityCard: { icon: CreditCard, zh: '社保卡读卡器', en: 'Social-security card reader' },
  codeReader: { icon: ScanQrCode, zh: '扫码器', en: 'Code reader' },
  receiptPrinter: { icon: ReceiptText, zh: '小票打印机', en: 'Receipt printer' },
  scanner: { icon: ScanText, zh: '扫描仪', en: 'Scanner' },
};

export const serviceNames: Record<keyof ServicesView, Both> = {
  certificates: { zh: '打印证明', en: 'Certificates' },
  receipts: { zh: '打印小票', en: 'Receipts' },
  scanning: { zh: '扫描材料', en: 'Scanning' },
  codes: { zh: '扫码', en: 'Codes' },
};

const detailNames: Record<string, Both> = {
  sheetsLeft: { zh: '剩余纸张', en: 'Sheets left' },
  tonerPercent: { zh: '墨粉', en: 'Toner' },
  warnings: { zh: '提醒', en: 'Warnings' },
  paperLow: { zh: '纸快用完', en: 'Paper low' },
  feederLoaded: { zh: '进纸口有纸', en: 'Feeder loaded' },
};

const answers: Record<string, string> = { yes: '是 yes', no: '否 no' };

/** Whatever else a device says, in words where there are some; what the kiosk does not know yet stands as it is. */
export function detailWords(details: DeviceReadiness['details']): { name: Both; value: string }[] {
  // Busy is a matter of seconds.
  const { sheetsLeftIsEstimate, busy: _, ...rest } = details;
  return Object.entries(rest).map(([key, value]) => {
    const about = key === 'sheetsLeft' && sheetsLeftIsEstimate === 'yes' ? '约 about ' : '';
    const unit = key === 'tonerPercent' ? ' %' : '';
    return { name: detailNames[key] ?? { zh: '', en: key }, value: `${about}${answers[value] ?? value}${unit}` };
  });
}

export const selfTests: Record<DeviceReadiness['selfTest'], Both> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '没有通过', en: 'failed' },
  unknown: { zh: '不明', en: 'unknown' },
};

/** 11-23 22:47, in China. */
export function momentOf(iso: string): string {
  const { month, day, minutes } = chinaTime(Date.parse(iso));
  return `${month}-${day} ${clockWords(minutes)}`;
}
