import type { DeviceName, DeviceReadiness, Readiness, ServiceView } from '../../api/types.ts';
import { chinaMinute, document } from './receipt-document.ts';
import { blank, centred, heading, labelled, type MarkupLine, paragraph, rule, title } from './receipt-markup.ts';
import type { Columns } from './receipt-render.ts';

const deviceWords: Readonly<Record<DeviceName, string>> = {
  idCardReader: '身份证读卡器',
  certificatePrinter: '证明打印机',
  socialSecurityCard: '社保卡读卡器',
  codeReader: '扫码器',
  receiptPrinter: '小票打印机',
  scanner: '扫描仪',
};

const serviceWords: Readonly<Record<keyof Readiness['services'], string>> = {
  certificates: '打印证明',
  receipts: '打印小票',
  scanning: '扫描材料',
  codes: '扫码',
};

/** receiptline markup of the readiness report that a technician tears off: short, and nothing personal in it. */
export function readinessReceipt(readiness: Readiness, columns: Columns = 48): string {
  const { terminal } = readiness;
  const services = Object.entries(readiness.services) as [keyof Readiness['services'], ServiceView | null][];
  return document([
    title(readiness.ready ? '设备检查 正常' : '设备检查 有故障', columns),
    centred(`${terminal.id}  ${terminal.placeCode}-${terminal.number}`, columns),
    centred(chinaMinute(Date.parse(readiness.at)), columns),
    readiness.mode === 'demo' ? centred('（演示 DEMO）', columns) : [],
    [rule(columns)],
    ...readiness.devices.map(device => deviceLines(device, columns)),
    [rule(columns)],
    heading('服务 Services', columns),
    ...services.flatMap(([name, service]) =>
      service === null ? [] : [serviceLines(serviceWords[name], service, columns)],
    ),
    labelled('平台 Platform:', readiness.platformReachable ? '连通 reachable' : '不通 not reachable', columns),
    labelled('内容 Content:', readiness.contentDigest?.slice(0, 12) ?? '没有 none', columns),
    [blank],
  ]);
}

function deviceLines(device: DeviceReadiness, columns: number): MarkupLine[] {
  const { identity, fault, remedy } = device;
  const model = [identity?.model, identity?.serialNumber, identity?.firmware].filter(Boolean).join(' ');
  return [
    ...heading(`${device.works ? '√' : '×'} ${deviceWords[device.device]} ${device.state}`, columns),
    ...paragraph(`${device.address} ${model}`, columns, '   '),
    ...(fault === null ? [] : paragraph(`${fault.code} ${fault.citizen.zh}`, columns, '   ')),
    ...(remedy === null ? [] : paragraph(remedy, columns, '   ')),
    ...Object.entries(device.details).flatMap(([name, value]) => paragraph(`${name} ${value}`, columns, '   ')),
  ];
}

function serviceLines(name: string, service: ServiceView, columns: number): MarkupLine[] {
  const words = service.available ? '可用 yes' : `${service.fault.code} ${service.fault.citizen.zh}`;
  return labelled(`${name}:`, words, columns);
}
