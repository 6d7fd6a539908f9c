import { type ApduResponse, followUp, ok, parseResponse, readRecord, selectApplication, selectFile } from './apdu.ts';
import {
  cardFile,
  cardItems,
  holderFile,
  holderItems,
  type Item,
  judge,
  type PublicData,
  unknown,
  unreadable,
  unusable,
} from './card-data.ts';
import { decodeRecord } from './record-tlv.ts';

/** The social-security environment (SSSE): "sx1.sh.社会保障" in GBK. */
export const socialSecurityApplication = Uint8Array.from(Buffer.from('7378312E73682EC9E7BBE1B1A3D5CF', 'hex'));

/** Yields one command at a time and takes the card's bytes for it: the whole reading without a card or a reader. */
export type Dialogue<T> = Generator<Uint8Array, T, Uint8Array>;
type Values<Key extends string> = Record<Key, Uint8Array | null>;

/** More rounds of 61xx and 6Cxx than any honest card needs. */
const mostFollowUps = 8;

/**
 * Selects the application and reads what the terminal shows and needs. Source: 社会保障卡文件结构和数据项 (人社信息函
 * 2012-37, LD/T 32). Total: whatever bytes come, it ends in an outcome.
 */
export function* publicData(): Dialogue<PublicData> {
  const selected = yield* exchange(selectApplication(socialSecurityApplication));
  if (selected?.status !== ok) return judgeRefusal(selected?.status) ?? unreadable;
  const card = yield* readFile(cardFile, cardItems);
  if ('read' in card) return card;
  const holder = yield* readFile(holderFile, holderItems);
  if ('read' in holder) return holder;
  return judge({ ...card, ...holder });
}

function* exchange(command: Uint8Array): Dialogue<ApduResponse | null> {
  let current = command;
  let data = Buffer.alloc(0);
  for (let round = 0; round <= mostFollowUps; round += 1) {
    const response = parseResponse(yield current);
    if (response === null) return null;
    data = Buffer.concat([data, response.data]);
    const next = followUp(current, response);
    if (next === null) return { data: Uint8Array.from(data), status: response.status };
    current = next;
  }
  return null;
}

/** Null for a status that says nothing certain about the card. */
function judgeRefusal(status: number | undefined): PublicData | null {
  if (status === undefined) return null;
  if (needsMore.has(status)) return unusable;
  const [high, low] = [status >> 8, status & 0xff];
  // 6A8x, 6D, 6E, 67 and the 94xx of older cards: there is no such application, or not even such a command.
  const notThere = (high === 0x6a && low >= 0x80) || high === 0x6d || high === 0x6e || high === 0x67 || high === 0x94;
  return notThere ? unknown : null;
}

/** 6982: a PIN first. 6983: blocked. 6985: conditions of use. 6283: out of use. */
const needsMore: ReadonlySet<number> = new Set([0x6982, 0x6983, 0x6985, 0x6283]);

/** The items of one file; null for those that are not there. */
function* readFile<Key extends string>(
  fileId: number,
  items: Readonly<Record<Key, Item>>,
): Dialogue<Values<Key> | PublicData> {
  const opened = yield* openFile(fileId);
  if (opened !== ok) return opened !== null && needsMore.has(opened) ? unusable : unreadable;
  const values: [string, Uint8Array | null][] = [];
  for (const [key, item] of Object.entries<Item>(items)) {
    const value = yield* readItem(item);
    if (value !== null && 'read' in value) return value;
    values.push([key, value]);
  }
  return Object.fromEntries(values) as Values<Key>;
}

function* openFile(fileId: number): Dialogue<number | null> {
  const response = yield* exchange(selectFile(fileId, 0x02));
  if (response === null || response.status === ok) return response?.status ?? null;
  return (yield* exchange(selectFile(fileId, 0x00)))?.status ?? null;
}

function* readItem({ tag, number }: Item): Dialogue<Uint8Array | null | PublicData> {
  for (const command of [readRecord(tag, 'identifier'), readRecord(number, 'number')]) {
    const response = yield* exchange(command);
    if (response === null) return unreadable;
    if (needsMore.has(response.status)) return unusable;
    const record = response.status === ok ? decodeRecord(response.data, tag) : null;
    if (record !== null) return record.value;
  }
  return null;
}
