import { fields, placeClasses } from '../../model/code-lists.ts';
import { items, oneOf, reference, references, someOf, spans, spansIfAny, wordsOf } from '../kinds/list-kinds.ts';
import { code, date, number, onlyNot, text, yesNo } from '../kinds/plain-kinds.ts';
import type { Column, Sheet } from '../sheet.ts';
import { weekdayColumns } from './hours.ts';
import { words } from './text-columns.ts';

function ofPlace(sheet: Omit<Sheet, 'entity'>): Sheet {
  return { ...sheet, entity: 'place' };
}

function handles(prefix: string, about: string): Column[] {
  return [
    {
      path: `${prefix}fields`,
      header: '办哪些领域',
      kind: someOf(wordsOf(fields)),
      about: `民生领域，几个用；隔开。${about}`,
    },
    {
      path: `${prefix}matters`,
      header: '办哪些事项',
      kind: references('matters'),
      about: `事项名称或编号，几个用；隔开。${about}`,
    },
  ];
}

export const places = ofPlace({
  key: 'places',
  name: '网点',
  about: '便民服务中心，一行一个。代码由国家统计部门规定，不能在这里增加或减少。',
  list: [],
  id: 'code',
  labelFrom: 'unit.zh',
  columns: [
    { path: 'code', header: '代码', kind: code, about: '9 位区划代码，不能改。' },
    ...words('unit', '乡镇（街道）', '如上垟乡。', 16),
    ...words('name', '中心名称', '如上垟乡便民服务中心。', 26),
    { path: 'class', header: '分类', kind: oneOf(wordsOf(placeClasses)), about: '改革方案里的三类。' },
    { path: 'sample', header: '示例', kind: yesNo, about: '是：样例数据；否：已由乡镇核定。' },
    ...words('address', '地址', '门牌号写全。', 34),
    {
      path: 'position.latitude',
      header: '北纬',
      kind: number,
      about: '中心在哪里：北纬，如 28.653；画地图、算远近用，可留空。',
    },
    {
      path: 'position.longitude',
      header: '东经',
      kind: number,
      about: '中心在哪里：东经，如 121.275；画地图、算远近用，可留空。',
    },
    { path: 'phone', header: '电话', kind: code, about: '带区号，如 0576-80000000。' },
    { path: 'windows', header: '窗口数', kind: number, about: '办事窗口有几个。' },
    { path: 'staff', header: '综合受理人员', kind: number, about: '综合受理人员有几人。', width: 14 },
    { path: 'areaM2', header: '面积（平方米）', kind: number, about: '场所面积，整数。', width: 14 },
    ...handles('handles.', '什么都办就留空。'),
    {
      path: 'selfServiceZone.hours',
      header: '自助区时间',
      kind: oneOf({ '24h': '24小时' }),
      about: '自助服务区开放时间：24小时。',
      width: 12,
    },
    ...words('selfServiceZone.where', '自助区位置', '24 小时自助服务区怎么走。', 30),
  ],
});

export const openingHours = ofPlace({
  key: 'hours',
  name: '开放时间',
  about: '窗口每周的开放时间，每个网点一行。节假日按全国安排，不用在这里写。',
  list: [],
  columns: [
    ...weekdayColumns('hours', '', spans, '写成 08:30-12:00；14:00-17:00；不开门就留空。'),
    {
      path: 'holidays',
      header: '法定节假日',
      kind: oneOf({ closed: '休息', open: '照常（同休息日）' }),
      about: '留空就是休息。',
    },
    {
      path: 'noRestDay.hours',
      header: '无休日时间',
      kind: spansIfAny,
      about: '“办事无休日”在休息日的开放时间，如 09:00-11:30；没有就留空。',
      width: 26,
    },
  ],
});

export const counters = ofPlace({
  key: 'counters',
  name: '窗口',
  about: '有名称的窗口，一行一个，可以不写。',
  list: ['counters'],
  columns: [
    ...words('name', '窗口名称', '如社保医保窗口。', 22),
    ...words('where', '位置', '如 1 楼 3 号；可留空。', 22),
    ...handles('', '可留空。'),
  ],
});

export const phones = ofPlace({
  key: 'phones',
  name: '其他电话',
  about: '总机以外的电话，可以不写。',
  list: ['otherPhones'],
  columns: [
    ...words('name', '名称', '哪里的电话。', 22),
    { path: 'phone', header: '电话', kind: code, about: '带区号，如 0576-80000000。' },
  ],
});

export const agents = ofPlace({
  key: 'agents',
  name: '代办员',
  about: '代办服务找谁，可以不写。',
  list: ['agents'],
  columns: [
    ...words('name', '名称', '代办点或代办员的称呼。', 22),
    { path: 'phone', header: '电话', kind: code, about: '带区号，如 0576-80000000。' },
    {
      path: 'villages',
      header: '负责的村社区',
      kind: references('villages'),
      about: '“村社区”表里的名称或代码，几个用；隔开；全部就留空。',
    },
  ],
});

export const villages = ofPlace({
  key: 'villages',
  name: '村社区',
  about: '每个乡镇（街道）的村和社区。',
  list: ['villages'],
  id: 'code',
  labelFrom: 'name',
  columns: [
    { path: 'code', header: '代码', kind: code, about: '12 位区划代码。' },
    { path: 'name', header: '名称', kind: text, about: '村委会或社区的名称。' },
  ],
});

function ofOverlay(sheet: Omit<Sheet, 'entity'>): Sheet {
  return { ...sheet, entity: 'overlay' };
}

export const overlays = ofOverlay({
  key: 'overlays',
  name: '乡镇补充',
  about: '某个乡镇（街道）对全区事项的补充：本地叫法、窗口、电话、办不了。别的都由区里统一写。',
  list: ['matters'],
  id: 'matter',
  columns: [
    { path: 'matter', header: '事项', kind: reference('matters'), about: '补充哪个事项：填“事项”表里的名称或编号。' },
    { path: 'aliases', header: '本地叫法', kind: items, about: '当地人的叫法，几个用；隔开；可留空。' },
    { path: 'available', header: '本地能不能办', kind: onlyNot, about: '窗口办不了才选“不能办”，能办就留空。' },
    ...words('why', '为什么不能办', '不能办时要写原因，否则留空。'),
    {
      path: 'elsewhere',
      header: '可以去哪里',
      kind: references('places'),
      about: '不能办时，哪些乡镇（街道）能办，几个用；隔开；可留空。',
    },
    ...words('window.name', '窗口·名称', '本地窗口的名称；与全区一样就留空。', 20),
    ...words('window.where', '窗口·位置', '如 1 楼 3 号窗口；可留空。', 20),
    { path: 'consult', header: '咨询电话', kind: code, about: '本地的咨询电话，带区号；可留空。' },
    { path: 'popular', header: '首页次序', kind: number, about: '在本地首页的次序；与全区一样就留空。' },
  ],
});

export const notices = ofOverlay({
  key: 'notices',
  name: '公告',
  about: '首页上的临时公告，一行一条。',
  list: ['notices'],
  columns: [
    ...words('text', '公告', '一两句话。', 44),
    { path: 'from', header: '从哪天', kind: date, about: '第一天，如 2027-01-28。' },
    { path: 'until', header: '到哪天', kind: date, about: '最后一天，这天还显示。' },
  ],
});
