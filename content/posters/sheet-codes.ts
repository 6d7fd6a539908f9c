import { noSituation, type Purpose } from '../codes/code.ts';
import type { CodeBook } from '../codes/code-book.ts';
import { placeTarget } from '../codes/code-book.ts';
import { MissingCodeError } from '../codes/guide-codes.ts';
import { qrSvg } from '../common/qr-svg.ts';
import { codeAddress } from '../model/code-address.ts';
import { fields } from '../model/code-lists.ts';
import type { Matter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { situationOf } from '../model/situation.ts';
import type { SheetCode } from './sheet.ts';

/** Makes what stands on paper for a matter or a place. */
export interface CodeMaker {
  /** The matter's code of a purpose, in its default situation, with a sentence of the matter. */
  withSentence(matter: Matter, purpose?: Purpose): SheetCode;
  /** The same with its field of life instead of a sentence. */
  withField(matter: Matter, purpose?: Purpose): SheetCode;
  place(place: Place): SheetCode;
}

export function codeMaker(book: CodeBook, publicUrl: string): CodeMaker {
  // The code of one matter stands on the sheet of every place, and costs some milliseconds to draw.
  const drawings = new Map<string, string>();
  const drawing = (address: string): string => {
    const drawn = drawings.get(address) ?? qrSvg(address);
    drawings.set(address, drawn);
    return drawn;
  };
  const code = (id: string | undefined, words: Omit<SheetCode, 'id' | 'address' | 'qrSvg'>): SheetCode => {
    if (id === undefined) throw new MissingCodeError(words.name);
    const address = codeAddress(publicUrl, id);
    return { id, address, qrSvg: drawing(address), ...words };
  };
  const ofMatter = (matter: Matter, purpose: Purpose, sentence: string): SheetCode => {
    const situation = purpose === 'verify' ? noSituation : situationOf(matter, {}).key;
    const id = book.idOf({ purpose, subject: matter.id, situation });
    return code(id, { name: matter.name.zh, nameEn: matter.name.en ?? '', sentence });
  };
  return {
    withSentence: (matter, purpose = 'guide') => ofMatter(matter, purpose, firstSentence(matter.summary.zh)),
    withField: (matter, purpose = 'guide') => ofMatter(matter, purpose, fields[matter.field].name.zh),
    place: ({ code: placeCode, name, address }) =>
      code(book.idOf(placeTarget(placeCode)), { name: name.zh, nameEn: name.en ?? '', sentence: address.zh }),
  };
}

export function firstSentence(text: string): string {
  return /^.*?[。！？]/su.exec(text)?.[0] ?? text;
}
