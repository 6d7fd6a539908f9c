import type { EscPosOp } from './esc-pos-parser.ts';

/** A picture on the paper: rows of bits, the highest first. */
export interface PrintedPicture {
  widthDots: number;
  rows: number;
  bits: Uint8Array;
}

/** What came out of the slot: lines as they read, `[picture]` for a code; cut when it fell into the hand. */
export interface PrintedReceipt {
  lines: string[];
  pictures: PrintedPicture[];
  cut: boolean;
}

const dotsPerColumn = 12;
const gb18030 = new TextDecoder('gb18030');

/** The paper in the printer: takes what is printed and keeps what came out. */
export interface PaperRoll {
  readonly receipts: readonly PrintedReceipt[];
  /** True when the paper moved on by a line or more. */
  print(op: EscPosOp): boolean;
}

export function createPaperRoll(): PaperRoll {
  const receipts: PrintedReceipt[] = [];
  let receipt = emptyReceipt();
  let pieces: { dots: number; bytes: Uint8Array[] }[] = [];

  function begun(): PrintedReceipt {
    if (!receipts.includes(receipt)) receipts.push(receipt);
    return receipt;
  }
  /** Where the next character goes, from the left edge. */
  function here(): number {
    const last = pieces.at(-1);
    return last === undefined ? 0 : last.dots + columnsOf(textOf(last.bytes)) * dotsPerColumn;
  }
  function line(): string {
    let text = '';
    for (const piece of pieces) {
      const gap = Math.round(piece.dots / dotsPerColumn) - columnsOf(text);
      text += ' '.repeat(Math.max(0, gap)) + textOf(piece.bytes);
    }
    pieces = [];
    return text.trimEnd();
  }

  return {
    receipts,
    print(op) {
      switch (op.op) {
        case 'text':
          if (pieces.length === 0) pieces.push({ dots: 0, bytes: [] });
          pieces.at(-1)?.bytes.push(op.bytes);
          return false;
        case 'move':
          pieces.push({ dots: op.to === 'absolute' ? op.dots : here() + op.dots, bytes: [] });
          return false;
        case 'line-feed':
          begun().lines.push(line());
          return true;
        case 'raster':
          pieces = [];
          begun().pictures.push({ widthDots: op.rowBytes * 8, rows: op.rows, bits: op.bits });
          begun().lines.push('[picture]');
          return true;
        case 'cut':
          begun().cut = true;
          receipt = emptyReceipt();
          return true;
        case 'initialize':
          pieces = [];
          return false;
        default:
          return false;
      }
    },
  };
}

function emptyReceipt(): PrintedReceipt {
  return { lines: [], pictures: [], cut: false };
}

function textOf(bytes: readonly Uint8Array[]): string {
  return gb18030.decode(Buffer.concat(bytes));
}

function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);
}
