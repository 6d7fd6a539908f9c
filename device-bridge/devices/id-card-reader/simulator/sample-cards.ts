import type { ForeignerCard2017, ForeignerCard2023, IdCard, ResidencePermit } from '../types.ts';
import { encodeAddresses, encodeCardText } from './card-text-encoder.ts';

/** A card as it lies in the reader's field: what its chip holds and how it behaves. */
export interface FieldCard {
  textBlock: Uint8Array;
  photo: Uint8Array;
  /** Entries of the newest address, 70 bytes each; empty when the holder never moved. */
  addresses: Uint8Array;
  /** SW3 that reading its base information always ends with, or null for a card that reads well. */
  readFailure: number | null;
}

/** A made-up card for the dock and the tests. None belongs to anybody. */
export interface SampleCard extends FieldCard {
  id: string;
  /** What the dock's button says. */
  label: string;
  /** What laying it shows. */
  note: string;
  card: IdCard;
}

const readFailed = 0x41;
const notThisKind = 0x40;
const authority = '台州市公安局黄岩分局';

/** The four citizens whose certificates the platform's sample records hold. */
export const sampleCitizens = {
  wang: { name: '王小明', idNumber: '331003199005120018' },
  chen: { name: '陈阿婆', idNumber: '33100319480308002X' },
  zheng: { name: '郑𠮷宁', idNumber: '331003198511230047' },
  lu: { name: '卢福根', idNumber: '331003195104060032' },
} as const;

const wang = citizen(sampleCitizens.wang, {
  address: '浙江省台州市黄岩区东城街道百花社区示例路12号',
  validFrom: '2018-06-01',
  validTo: '2038-06-01',
});
const chen = citizen(sampleCitizens.chen, {
  sex: '2',
  address: '浙江省台州市黄岩区上垟乡西洋村示例自然村7号',
  validFrom: '2012-04-18',
  validTo: null,
});
const zheng = citizen(sampleCitizens.zheng, {
  sex: '2',
  address: '浙江省台州市黄岩区宁溪镇小街居委会示例巷3号',
  validFrom: '2021-09-10',
  validTo: '2041-09-10',
});
const lu = citizen(sampleCitizens.lu, {
  address: '浙江省台州市黄岩区上垟乡西洋村示例自然村21号',
  validFrom: '2011-05-20',
  validTo: null,
});
const expired = citizen(
  { name: '章过期', idNumber: '331003196901010067' },
  {
    sex: '2',
    address: '浙江省台州市黄岩区院桥镇前庄居委会示例路5号',
    validFrom: '2004-02-02',
    validTo: '2024-02-02',
  },
);
const wrongNumber = citizen(
  { name: '牟错号', idNumber: '331003197609150035' },
  { address: '浙江省台州市黄岩区头陀镇断江村9号', validFrom: '2019-07-15', validTo: '2039-07-15' },
);
const unreadable = citizen(
  { name: '何难读', idNumber: '331003200102200058' },
  { address: '浙江省台州市黄岩区屿头乡沙滩村16号', validFrom: '2022-03-03', validTo: '2042-03-03' },
);

const permit: ResidencePermit = {
  kind: 'residence-permit',
  name: '李港生',
  sex: '1',
  birthDate: '1993-04-16',
  idNumber: '810000199304160014',
  validFrom: '2023-10-09',
  validTo: '2043-10-09',
  photo: samplePhoto(),
  address: '浙江省台州市黄岩区北城街道翠屏社区示例路21号',
  authority,
  passNumber: 'H00000001',
  issueCount: '01',
};

const foreigner2017: ForeignerCard2017 = {
  kind: 'foreigner-2017',
  name: '示例马库斯',
  sex: '1',
  birthDate: '1979-03-08',
  idNumber: 'UTO330079030817',
  validFrom: '2019-05-06',
  validTo: '2029-05-06',
  photo: samplePhoto(),
  englishName: 'SPECIMEN, MARKUS',
  nationality: 'UTO',
  cardVersion: '01',
  acceptingOffice: '3300',
};

const foreigner2023: ForeignerCard2023 = {
  kind: 'foreigner-2023',
  name: '示例安娜',
  sex: '2',
  birthDate: '1988-07-21',
  idNumber: '933999198807210024',
  validFrom: '2024-01-20',
  validTo: '2044-01-20',
  photo: samplePhoto(),
  englishName: 'SPECIMEN, ANNA MARIA ELISABETH SAMPLE',
  nationality: 'UTO',
  renewalCount: '00',
};

/** For the dock, the good ones first. */
export const sampleCards: readonly SampleCard[] = [
  sample('wang-xiaoming', '王小明（示例）', '可以办理；芯片里有新住址', wang, {
    newAddresses: ['浙江省台州市黄岩区上垟乡象岙村18号', '浙江省台州市黄岩区北洋镇小里桥村示例路6号'],
  }),
  sample('chen-apo', '陈阿婆（示例）', '可以办理；1948 年出生，证件长期有效', chen),
  sample('zheng-jining', '郑𠮷宁（示例）', '可以办理；姓名里有生僻字', zheng),
  sample('lu-fugen', '卢福根（示例）', '可以办理；退休人员，领养老金', lu),
  sample('expired', '过期的身份证（示例）', '2024 年已过有效期', expired),
  sample('wrong-number', '号码不对的身份证（示例）', '最后一位校验码是错的', wrongNumber),
  sample('residence-permit', '港澳台居民居住证（示例）', '读得出，证明暂不办理', permit),
  sample('foreigner-2023', '外国人永久居留证 2023 版（示例）', '读得出，证明暂不办理', foreigner2023),
  sample('foreigner-2017', '外国人永久居留证 2017 版（示例）', '读得出，证明暂不办理', foreigner2017),
  sample('unreadable', '读不出的身份证（示例）', '每次读取都失败（41）', unreadable, { readFailure: readFailed }),
  // The reader never learns what is in its chip.
  sample('bus-card', '公交卡（示例）', '不是身份证，读卡器不认（40）', unreadable, { readFailure: notThisKind }),
];

interface SampleTraits {
  newAddresses?: string[];
  readFailure?: number;
}

function sample(id: string, label: string, note: string, card: IdCard, traits: SampleTraits = {}): SampleCard {
  return { id, label, note, card, ...fieldCard(card, traits) };
}

/** Puts a card's fields into a chip. */
export function fieldCard(card: IdCard, { newAddresses = [], readFailure }: SampleTraits = {}): FieldCard {
  return {
    textBlock: encodeCardText(card),
    photo: card.photo,
    addresses: encodeAddresses(newAddresses),
    readFailure: readFailure ?? null,
  };
}

type CitizenTraits = { address: string; validFrom: string; validTo: string | null; sex?: '1' | '2' };

function citizen(who: { name: string; idNumber: string }, traits: CitizenTraits): IdCard {
  const [year, month, day] = [who.idNumber.slice(6, 10), who.idNumber.slice(10, 12), who.idNumber.slice(12, 14)];
  const birthDate = `${year}-${month}-${day}`;
  return { kind: 'citizen', sex: '1', nationCode: '01', birthDate, authority, photo: samplePhoto(), ...who, ...traits };
}

/** 1024 bytes that no decoder takes for a face. */
function samplePhoto(): Uint8Array {
  return new Uint8Array(1024).fill(0x5a);
}
