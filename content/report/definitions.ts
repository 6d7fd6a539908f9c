import type { Text } from '../common/text.ts';
import type { ShownMatter } from '../model/generation.ts';
import { situationOf } from '../model/situation.ts';

/** One of the plan's figures: the share of the `among` for which `counts` holds, and the least it should be. */
export interface Definition {
  name: Text;
  /** The plan's own sentence. */
  quote: string;
  /** How this report reads it, where the plan leaves it open. */
  reading: Text;
  /** 0 to 1. */
  target: number;
  among(matter: ShownMatter): boolean;
  counts(matter: ShownMatter): boolean;
  /** Whether centres differ in it: they do in what their windows handle. */
  perPlace: boolean;
}

const online =
  '民生事项和企业事项开通网上办理开通率100%，民生事项和企业事项开网上办结率达50%以上，80%以上的政务服务事项实现“掌上办理”';

/** The plan's figures (改革方案 三(二)6、三(四)10). */
export const definitions = {
  livelihood: {
    name: { zh: '民生事项乡镇可办', en: 'Livelihood matters at the centre' },
    quote: '民生事项乡镇（街道）便民服务中心可办比例不低于50%',
    reading: {
      zh: '民生事项：面向个人、不属于经营准营的事项。可办：中心的窗口能办，或自助终端能打印、能申请。',
      en: 'Livelihood: for persons, outside running a business. At the centre: by a window, or printed or applied for at its terminal.',
    },
    target: 0.5,
    among: isLivelihood,
    counts: isHandledHere,
    perPlace: true,
  },
  district: {
    name: { zh: '区级“最多跑一次”事项乡镇可办', en: 'District matters at the centre' },
    quote: '实现区级“最多跑一次”事项乡镇（街道）便民服务中心可办比例不低于30%',
    reading: {
      zh: '区级“最多跑一次”事项：县级行使、不属于乡镇职权、最多跑一次的事项。',
      en: 'Exercised by the county, not the township’s own, with at most one visit.',
    },
    target: 0.3,
    among: matter => isOfDistrict(matter) && matter.visits.count <= 1,
    counts: isHandledHere,
    perPlace: true,
  },
  online: {
    name: { zh: '网上办理开通率', en: 'Opened online' },
    quote: online,
    reading: {
      zh: '民生事项和企业事项中，网上或手机的办理深度为 III 或 IV（能在网上申请）的。',
      en: 'Livelihood and company matters with depth III or IV on the web or the phone: the application is made online.',
    },
    target: 1,
    among: isLivelihoodOrCompany,
    counts: ({ ends }) => isApplied(ends.web?.depth) || isApplied(ends.phone?.depth),
    perPlace: false,
  },
  finished: {
    name: { zh: '网上办结率', en: 'Finished online' },
    quote: online,
    reading: {
      zh: '民生事项和企业事项中，办理深度为 IV 的。III 还要到现场一次，不算网上办结。',
      en: 'Livelihood and company matters of depth IV. Depth III still needs a visit and does not count as finished online.',
    },
    target: 0.5,
    among: isLivelihoodOrCompany,
    counts: ({ ends }) => ends.web?.depth === 'IV' || ends.phone?.depth === 'IV',
    perPlace: false,
  },
  phone: {
    name: { zh: '掌上办理', en: 'On the phone' },
    quote: online,
    reading: {
      zh: '全部事项中，手机办理深度为 III 或 IV 的。',
      en: 'All matters with depth III or IV on the phone.',
    },
    target: 0.8,
    among: () => true,
    counts: ({ ends }) => isApplied(ends.phone?.depth),
    perPlace: false,
  },
  'one-id': {
    name: { zh: '民生事项“一证通办”', en: 'With the ID card alone' },
    quote: '90%以上民生事项“一证通办”，“一证通办”事项可在综合性自助终端办理',
    reading: {
      zh: '最常见的情形下，除身份证和现场填写的表格外没有必须带的材料（数据共享免交的不算）。',
      en: 'In the commonest situation nothing must be brought besides ID cards and forms that are filled in there.',
    },
    target: 0.9,
    among: isLivelihood,
    counts: matter => situationOf(matter, {}).bring.every(({ name, type }) => type === 'form' || isIdCard(name.zh)),
    perPlace: false,
  },
} as const satisfies Record<string, Definition>;
export type FigureKey = keyof typeof definitions;

function isLivelihood({ audience, field }: ShownMatter): boolean {
  return audience.includes('person') && field !== 'business';
}

function isLivelihoodOrCompany(matter: ShownMatter): boolean {
  return isLivelihood(matter) || matter.audience.includes('company') || matter.field === 'business';
}

/** A matter of which nobody said who exercises it is the district's when the district wrote it for its townships. */
function isOfDistrict({ exerciseLevel, level }: ShownMatter): boolean {
  return (exerciseLevel ?? 'county') === 'county' && level !== 'township-own';
}

function isHandledHere({ ends, unavailable }: ShownMatter): boolean {
  const atTerminal = ends.terminal !== undefined && ends.terminal.service !== 'guide-only';
  return atTerminal || (ends.window !== undefined && unavailable === undefined);
}

function isApplied(depth: 'I' | 'II' | 'III' | 'IV' | undefined): boolean {
  return depth === 'III' || depth === 'IV';
}

/** 身份证, 父母双方身份证, 身份证或社保卡; not 经办人身份证和村里介绍信. */
function isIdCard(name: string): boolean {
  return /身份证/.test(name) && !/[和及、]/.test(name);
}
