import { code, text, yesNo } from '../kinds/plain-kinds.ts';
import type { Sheet } from '../sheet.ts';
import { words } from './text-columns.ts';

export const lifeEvents: Sheet = {
  key: 'life-events',
  name: '一件事',
  about: '按屏幕上的次序排列。事项在“事项”表里写自己属于哪个“一件事”。',
  entity: 'life-events',
  list: ['lifeEvents'],
  id: 'id',
  idFrom: 'name.zh',
  labelFrom: 'name.zh',
  columns: [
    { path: 'id', header: '编号', kind: code, about: '小写英文编号，定了就不要改。新的一行可以留空，会按拼音自动起。' },
    ...words('name', '名称', '如出生、入学。', 16),
    ...words('summary', '说明', '一句话。', 44),
    { path: 'icon', header: '图标', kind: text, about: '图标的英文名（lucide），由维护人员填写。', width: 18 },
    { path: 'sample', header: '示例', kind: yesNo, about: '是：样例；否：已由部门核定。' },
  ],
};
