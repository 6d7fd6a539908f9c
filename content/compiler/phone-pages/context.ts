import type { Purpose } from '../../codes/code.ts';
import type { CodeBook } from '../../codes/code-book.ts';
import type { Matter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';

/** What every page is made from. Pages of codes stand at c/ID/, beside each other. */
export interface PageContext {
  matters: readonly Matter[];
  places: readonly Place[];
  book: CodeBook;
  /** Address of the platform's verification page: whole, or relative to the page of a code. */
  verificationUrl: string;
}

/** From one code's page to another's, in the same situation; undefined when there is no such code. */
export function besideIt(
  { book }: PageContext,
  purpose: Purpose,
  subject: string,
  situation: string,
): string | undefined {
  const id = book.idOf({ purpose, subject, situation });
  return id === undefined ? undefined : `../${id}/`;
}

/** The list of all guides, from a code's page. */
export const allGuides = '../../g/';
