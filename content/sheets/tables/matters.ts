import { certificateKinds } from '../../model/certificate-kinds.ts';
import { exerciseLevels, fields, handlingAreas, matterTypes, otherWays, powerLevels } from '../../model/code-lists.ts';
import { items, oneOf, references, someOf, spansIfAny, wordsOf } from '../kinds/list-kinds.ts';
import { code, date, number, text, yesNo } from '../kinds/plain-kinds.ts';
import type { Column, Sheet } from '../sheet.ts';
import { weekdayColumns } from './hours.ts';
import { words } from './text-columns.ts';

const audiences = { person: '个人', company: '企业' };
const depths = oneOf({ I: 'I', II: 'II', III: 'III', IV: 'IV' });
const depthAbout = '网上办理深度：I 看信息，II 下载表格，III 网上办、要跑一次，IV 全程网办。不能办就留空。';
const services = { certificate: '打印证明', application: '提交申请', 'guide-only': '只看指南' };

export const matters: Sheet = {
  key: 'matters',
  name: '事项',
  about: '一行一个事项。新增一行就是新增事项，还要在“办理方式”“时限”“收费”里各写一行。',
  entity: 'matter',
  list: [],
  id: 'id',
  idFrom: 'name.zh',
  labelFrom: 'name.zh',
  columns: [
    {
      path: 'id',
      header: '编号',
      kind: code,
      width: 28,
      about:
        '小写英文，用连字符相连，如 newborn-registration。定了就不能改：二维码和网址都用它。新事项可以留空，会按拼音自动起。',
    },
    ...words('name', '名称', '事项的正式名称。'),
    { path: 'aliases', header: '别名', kind: items, about: '群众平常的叫法，几个用；隔开。搜索时都能找到。' },
    {
      path: 'sample',
      header: '示例',
      kind: yesNo,
      about: '是：本项目写的样例，不是部门正式发布的。否：已由部门核定。',
    },
    { path: 'type', header: '事项类型', kind: oneOf(wordsOf(matterTypes)), about: '从下拉框选。' },
    {
      path: 'level',
      header: '权力来源',
      kind: oneOf(wordsOf(powerLevels)),
      about: '分级事项：委托代收、授权下放、乡镇职权。',
    },
    {
      path: 'exerciseLevel',
      header: '行使层级',
      kind: oneOf(wordsOf(exerciseLevels)),
      about: '省级、市级或县级，可留空。',
    },
    { path: 'field', header: '民生领域', kind: oneOf(wordsOf(fields)), about: '放在菜单的哪一类下面。' },
    {
      path: 'lifeEvents',
      header: '一件事',
      kind: references('lifeEvents'),
      about: '属于哪几个“一件事”：填“一件事”表里的名称，几个用；隔开。',
    },
    ...words('department', '主管部门', '负责这个事项的部门。', 20),
    ...words('delegatedBody', '受委托机关', '受委托办理的单位，没有就留空。', 20),
    ...words('summary', '一句话说明', '一两句话说清是什么，让 75 岁的老人也看得懂。', 44),
    ...words('who', '谁能办', '哪些人可以申请。', 36),
    { path: 'audience', header: '面向', kind: someOf(audiences), about: '个人、企业，或者：个人；企业。', width: 14 },
    { path: 'popular', header: '首页次序', kind: number, about: '常用事项在首页的次序：1、2、3……；不上首页就留空。' },
  ],
};

export const ways: Sheet = {
  key: 'ways',
  name: '办理方式',
  about: '每个事项一行：要跑几次、在哪里办、电话。',
  entity: 'matter',
  list: [],
  columns: [
    { path: 'visits.count', header: '跑几次', kind: number, about: '要本人到现场几次，0 到 5。' },
    ...words('visits.why', '为什么要跑', '要跑就写原因；跑 0 次必须留空。'),
    { path: 'area', header: '通办范围', kind: oneOf(wordsOf(handlingAreas)), about: '在哪些地方的窗口都能办。' },
    { path: 'ends.web.depth', header: '网上·深度', kind: depths, about: depthAbout },
    ...words('ends.web.name', '网上·名称', '网上办理的平台，如浙江政务服务网。不能网上办就留空。', 20),
    { path: 'ends.web.url', header: '网上·网址', kind: text, about: '以 https:// 开头的网址，可留空。' },
    { path: 'ends.phone.depth', header: '手机·深度', kind: depths, about: depthAbout },
    ...words('ends.phone.name', '手机·名称', '手机上办理的应用，如浙里办 App。不能在手机上办就留空。', 20),
    ...words('ends.window.name', '窗口·名称', '办理的窗口，如公安窗口。没有窗口就留空。', 20),
    ...words('ends.window.where', '窗口·位置', '具体到窗口或房间，如 2 楼 5 号窗口；可留空。', 20),
    ...words('ends.window.address', '窗口·地址', '不在便民服务中心时才写。', 20),
    ...weekdayColumns(
      'ends.window.hours',
      '窗口·',
      spansIfAny,
      '与便民服务中心不同时才写，如 08:30-12:00；14:00-17:00。',
    ),
    {
      path: 'ends.terminal.service',
      header: '自助机·服务',
      kind: oneOf(services),
      about: '自助终端能做什么；不上自助终端就留空。',
    },
    {
      path: 'ends.terminal.certificate',
      header: '自助机·证明种类',
      kind: { ...code, choices: certificateKinds, width: 26 },
      about: '服务是“打印证明”时填证明种类的英文编号，否则留空。',
    },
    {
      path: 'otherWays',
      header: '其他方式',
      kind: someOf(wordsOf(otherWays)),
      about: '邮寄、代办、上门，几项用；隔开；没有就留空。',
    },
    { path: 'express.papers', header: '材料可寄', kind: yesNo, about: '材料能不能快递寄来，可留空。' },
    { path: 'express.result', header: '结果可寄', kind: yesNo, about: '结果能不能快递寄出，可留空。' },
    {
      path: 'phones.consult',
      header: '咨询电话',
      kind: code,
      about: '带区号，如 0576-80000000，或 12345 这样的短号。',
    },
    { path: 'phones.complaint', header: '投诉电话', kind: code, about: '不能与咨询电话相同，带区号或短号。' },
  ],
};

const resultColumns: Column[] = [
  ...words('result.name', '结果名称', '办完拿到什么，如户口簿上的一页。没有就留空。'),
  {
    path: 'result.kind',
    header: '结果类型',
    kind: oneOf({ licence: '证照', approval: '批文', other: '其他' }),
    about: '从下拉框选，可留空。',
  },
  ...words('result.sample.looks', '结果样本', '用一句话说样子，可留空。'),
  { path: 'result.sample.url', header: '样本图片', kind: text, about: '样本图片的 https:// 网址，可留空。' },
];

export const records: Sheet = {
  key: 'records',
  name: '编码与日期',
  about: '每个事项一行：全国统一的编码、生效和复查日期、办理结果。',
  entity: 'matter',
  list: [],
  columns: [
    ...resultColumns,
    { path: 'basicCode', header: '基本编码', kind: code, about: '12 位：省 2、类型 2、事项 5、子项 3；没有就留空。' },
    {
      path: 'implementationCode',
      header: '实施编码',
      kind: code,
      about: '31 位：单位 18、层级 1、基本编码 12；没有就留空。',
      width: 36,
    },
    { path: 'handlingItemCode', header: '办理项编码', kind: code, about: '实施编码再加 2 位；没有就留空。', width: 36 },
    { path: 'version', header: '版本', kind: number, about: '指南的版本号，从 1 开始，可留空。' },
    { path: 'changed.on', header: '变化日期', kind: date, about: '群众会注意到的最近一次变化从哪天起；没有就留空。' },
    ...words('changed.what', '变了什么', '用一句话说变了什么，如“不用再带户口簿”；没有就留空。'),
    { path: 'effectiveFrom', header: '生效日期', kind: date, about: '这天以前不显示，如 2027-01-01；可留空。' },
    {
      path: 'cancelledFrom',
      header: '取消日期',
      kind: date,
      about: '从这天起不再显示；可留空。停办的事项请填这里，不要删行。',
    },
    { path: 'reviewBy', header: '复查日期', kind: date, about: '这天以前要有人再看一遍。' },
    { path: 'topics.person', header: '个人主题', kind: items, about: '面向个人的主题分类，几个用；隔开；可留空。' },
    { path: 'topics.company', header: '企业主题', kind: items, about: '面向企业的主题分类，几个用；隔开；可留空。' },
  ],
};
