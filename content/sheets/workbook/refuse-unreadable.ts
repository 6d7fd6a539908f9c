import { Refusal } from '../../common/faults.ts';
import { unpacked, zipEntries } from './zip-entries.ts';

const mostBytes = 32 * 1024 * 1024;
const mostUnpackedBytes = 256 * 1024 * 1024;
const mostEntries = 500;
/** Of one named range: the reader makes an object of every cell of it. */
const mostNamedCells = 2_000_000;

const workbookPart = 'xl/workbook.xml';
const oldOrLocked = Buffer.from('d0cf11e0', 'hex');

/**
 * Refuses what would hang or fill the memory of whoever parses it, before anybody does.
 * @throws Refusal sheet-unreadable
 */
export function refuseUnreadable(bytes: Buffer): void {
  const refuse = (why: string): never => {
    throw new Refusal('sheet-unreadable', why);
  };
  if (bytes.length > mostBytes) refuse(`${megabytes(bytes.length)}，最多 ${megabytes(mostBytes)}`);
  if (bytes.subarray(0, 4).equals(oldOrLocked)) refuse('它是旧的 .xls 或加了密码：请去掉密码，另存为 .xlsx');
  const entries = zipEntries(bytes) ?? [];
  if (!entries.some(({ name }) => name === workbookPart)) refuse('它不是 .xlsx 文件');
  const claimed = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (entries.length > mostEntries || claimed > mostUnpackedBytes) refuse(`展开后超过 ${megabytes(mostUnpackedBytes)}`);
  for (const entry of entries) {
    const part = unpacked(bytes, entry);
    if (part === null) refuse('文件损坏');
    else if (entry.name === workbookPart && namesTooMuch(part.toString('utf8'))) refuse('它给太大的区域起了名字');
  }
}

function namesTooMuch(workbookXml: string): boolean {
  const ranges = workbookXml.matchAll(/\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/g);
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of ranges)
    cells += (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
  return cells > mostNamedCells;
}

/** A -> 1, AA -> 27 */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function megabytes(count: number): string {
  return `${Math.ceil(count / 1024 / 1024)} MB`;
}
