import { cardFile, cardItems, holderFile, holderItems } from '../card-data.ts';
import { socialSecurityApplication } from '../public-data.ts';
import { encodeRecord } from '../record-tlv.ts';
import { encodeGbk } from './gbk.ts';

/** A card as its chip holds it: applications by their name in hex, files by their number, records in their order. */
export interface ChipCard {
  id: string;
  label: string;
  atr: Uint8Array;
  applications: ReadonlyMap<string, ReadonlyMap<number, readonly Uint8Array[]>>;
}

/** T=0, the historical bytes "SSSE" and a version. */
const atr = Uint8Array.from(Buffer.from('3B6800005353534530300300', 'hex'));
const bankCardAtr = Uint8Array.from(Buffer.from('3B6800000073C84000009000', 'hex'));

export interface SampleHolder {
  name: string;
  idNumber: string;
  cardNumber: string;
  issuedOn: string;
  validTo: string;
}

/** A social-security card for made-up people. The name's second part is there from version 2 on. */
export function socialSecurityChip(id: string, label: string, holder: SampleHolder): ChipCard {
  const name = encodeGbk(holder.name);
  const item = ({ tag }: { tag: number }, value: Uint8Array) => encodeRecord({ tag, value });
  const text = (value: string, length: number) => padded(encodeGbk(value), length);
  const day = (iso: string) => Uint8Array.from(Buffer.from(iso.replaceAll('-', ''), 'hex'));
  const card = [
    item(cardItems.cardIdentifier, Uint8Array.from(Buffer.from('331000D15600000599110145FFFFFFFF', 'hex'))),
    item({ tag: 0x02 }, text('1', 1)),
    item({ tag: 0x03 }, text('3.00', 4)),
    item({ tag: 0x04 }, padded(new Uint8Array(), 12)),
    item(cardItems.issuedOn, day(holder.issuedOn)),
    item(cardItems.validTo, day(holder.validTo)),
    item(cardItems.cardNumber, text(holder.cardNumber, 9)),
  ];
  const person = [
    item(holderItems.idNumber, text(holder.idNumber, 18)),
    item(holderItems.name, padded(name.subarray(0, 30), 30)),
    item(holderItems.nameMore, padded(name.subarray(30), 20)),
    item({ tag: 0x0a }, text('1', 1)),
  ];
  const files = new Map([
    [cardFile, card],
    [holderFile, person],
  ]);
  return { id, label, atr, applications: new Map([[hex(socialSecurityApplication), files]]) };
}

function padded(value: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(value.subarray(0, length));
  return bytes;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

const wang: SampleHolder = {
  ...{ name: '王小明', idNumber: '331003199005120018', cardNumber: 'T00000018' },
  ...{ issuedOn: '2019-03-01', validTo: '2029-03-01' },
};

/** All people and numbers are made up: samples. */
export const sampleSocialSecurityCards: readonly ChipCard[] = [
  socialSecurityChip('wang-xiaoming', '示例：王小明的社保卡', wang),
  socialSecurityChip('long-name', '示例：姓名很长的社保卡', {
    ...wang,
    name: '阿卜杜热合曼·买买提吐尔逊江·努尔买买提',
    cardNumber: 'T00000026',
  }),
  socialSecurityChip('foreign-number', '示例：外国人旧号码的社保卡', { ...wang, idNumber: 'ABC012345678901234' }),
  {
    ...{ id: 'bank-card', label: '示例：银行卡（不是社保卡）', atr: bankCardAtr },
    applications: new Map([['A000000333010101', new Map()]]),
  },
];
