import {
  caseTypes,
  materialForms,
  materialNeeds,
  materialSources,
  materialTypes,
  stepStages,
} from '../../model/code-lists.ts';
import { materialPictures } from '../../model/material-pictures.ts';
import { condition } from '../kinds/condition-kind.ts';
import { oneOf, wordsOf } from '../kinds/list-kinds.ts';
import { code, number, onlyYes, text, yesNo } from '../kinds/plain-kinds.ts';
import type { Column, Sheet } from '../sheet.ts';
import { words } from './text-columns.ts';

const when: Column = {
  path: 'when',
  header: '条件',
  kind: condition,
  about:
    '只在某些情形下才算：问题=答案|答案，几个条件用；隔开，要同时满足。如：户口在哪里？=在台州|在浙江其他地方。总是算就留空。',
};

function ofMatter(sheet: Omit<Sheet, 'entity'>): Sheet {
  return { ...sheet, entity: 'matter' };
}

const idAbout = '小写英文编号，定了就不要改。新的一行可以留空，会按拼音自动起。';

export const questions = ofMatter({
  key: 'questions',
  name: '情形',
  about: '问群众的问题，每个事项最多 3 个；答案写在“答案”表。',
  list: ['questions'],
  id: 'id',
  idFrom: 'ask.zh',
  labelFrom: 'ask.zh',
  columns: [
    { path: 'id', header: '编号', kind: code, about: idAbout },
    ...words('ask', '问题', '用群众自己能答的话来问。'),
    { ...when, about: `前面的问题这样答时才问。${when.about}` },
  ],
});

export const options = ofMatter({
  key: 'options',
  name: '答案',
  about: '每个问题 2 到 4 个答案，其中一个是默认。',
  list: ['questions', 'options'],
  id: 'id',
  idFrom: 'label.zh',
  labelFrom: 'label.zh',
  columns: [
    { path: 'id', header: '编号', kind: code, about: idAbout },
    ...words('label', '答案', '按钮上的字，越短越好。', 22),
    { path: 'default', header: '默认', kind: onlyYes, about: '每个问题正好一个“是”：没答以前按它显示。其余留空。' },
  ],
});

export const materials = ofMatter({
  key: 'materials',
  name: '材料',
  about: '要带的材料，一行一份。',
  list: ['materials'],
  id: 'id',
  idFrom: 'name.zh',
  labelFrom: 'name.zh',
  columns: [
    { path: 'id', header: '编号', kind: code, about: idAbout },
    ...words('name', '材料名称', '材料叫什么。'),
    ...words('note', '说明', '群众要知道的，如“原件”；可留空。'),
    {
      path: 'need',
      header: '必要性',
      kind: oneOf(wordsOf(materialNeeds)),
      about: '要带、可不带、可后补；留空就是要带。',
    },
    { path: 'type', header: '材料类型', kind: oneOf(wordsOf(materialTypes)), about: '从下拉框选，可留空。' },
    { path: 'form', header: '形式', kind: oneOf(wordsOf(materialForms)), about: '留空就是纸质或电子都行。' },
    { path: 'source', header: '来源', kind: oneOf(wordsOf(materialSources)), about: '谁出的；留空就是申请人自备。' },
    { path: 'copies', header: '份数', kind: number, about: '1 到 10；留空就是 1 份。' },
    { path: 'blankForm', header: '空白表格', kind: text, about: '空白表格的 https:// 网址，可留空。' },
    { path: 'filledExample', header: '填写样例', kind: text, about: '填好的样例的 https:// 网址，可留空。' },
    ...words('howToFill', '怎么填', '填表要点，可留空。'),
    {
      path: 'picture',
      header: '图样',
      kind: oneOf(wordsOf(materialPictures)),
      about: '屏幕上画哪一种材料；留空就按材料编号自动选。',
    },
    ...words('sharedBy', '免交·谁共享', '数据共享就不用带：写哪个部门给，如公安。要带就留空。', 18),
    ...words('sharedLicence', '免交·哪个证照', '用哪个电子证照代替，如结婚证；可留空。', 18),
    when,
  ],
});

export const limits = ofMatter({
  key: 'limits',
  name: '时限',
  about: '多久办好。从上往下，条件第一个满足的算，所以最后一行不写条件。',
  list: ['limits'],
  columns: [
    {
      path: 'caseType',
      header: '办件类型',
      kind: oneOf(wordsOf(caseTypes)),
      about: '即办件：承诺 0 天；承诺件：至少 1 天。',
    },
    {
      path: 'statutoryWorkingDays',
      header: '法定（工作日）',
      kind: number,
      about: '法律规定的工作日，可留空。',
      width: 14,
    },
    {
      path: 'promisedWorkingDays',
      header: '承诺（工作日）',
      kind: number,
      about: '承诺的工作日；即办件填 0。',
      width: 14,
    },
    when,
  ],
});

export const fees = ofMatter({
  key: 'fees',
  name: '收费',
  about: '要多少钱。从上往下，条件第一个满足的算；不收费也要写一行 0。',
  list: ['fees'],
  columns: [
    { path: 'yuan', header: '金额（元）', kind: number, about: '人民币元；不收费填 0。', width: 12 },
    ...words('per', '单位', '每本、每平方米等，可留空。', 14),
    ...words('basis', '依据', '收费的文件依据，可留空。'),
    { path: 'payOnline', header: '网上缴费', kind: yesNo, about: '能不能网上付；不收费时留空。' },
    when,
  ],
});

export const steps = ofMatter({
  key: 'steps',
  name: '步骤',
  about: '一行一步，按先后排列。',
  list: ['steps'],
  columns: [
    ...words('text', '步骤', '这一步做什么，一句话。', 44),
    { path: 'stage', header: '环节', kind: oneOf(wordsOf(stepStages)), about: '单位内部的环节；群众自己做的就留空。' },
    { path: 'workingDays', header: '工作日', kind: number, about: '这一步用几个工作日，可留空。' },
    when,
  ],
});

export const conditions = ofMatter({
  key: 'conditions',
  name: '受理条件',
  about: '符合哪些条件才能办，一行一条。',
  list: ['conditions'],
  columns: words('', '条件', '一条受理条件。', 44),
});

export const legalBasis = ofMatter({
  key: 'legal-basis',
  name: '依据',
  about: '法律法规依据，一行一条。',
  list: ['legalBasis'],
  columns: words('', '依据', '法律、法规或文件的名称。', 44),
});

export const faq = ofMatter({
  key: 'faq',
  name: '常见问题',
  about: '一行一问一答。',
  list: ['faq'],
  columns: [...words('question', '问', '群众常问的话。', 34), ...words('answer', '答', '直接回答，一两句话。', 44)],
});
