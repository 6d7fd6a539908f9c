import type { Matter } from '../model/matter.ts';
import { allAnswers, situationOf } from '../model/situation.ts';
import type { Purpose } from './code.ts';
import type { CodeBook } from './code-book.ts';

/** Situation key -> id of its guide's code, of those that have one: what a matter's record carries to the terminals. */
export function guideCodes(matter: Matter, book: CodeBook): Record<string, string> {
  return codesFor('guide', matter, book);
}

/** The same for the page on which a company begins; empty where nothing can be begun on the web or the phone. */
export function companyCodes(matter: Matter, book: CodeBook): Record<string, string> {
  return codesFor('apply-company', matter, book);
}

function codesFor(purpose: Purpose, matter: Matter, book: CodeBook): Record<string, string> {
  return Object.fromEntries(
    situationKeys(matter).flatMap(situation => {
      const id = book.idOf({ purpose, subject: matter.id, situation });
      return id === undefined ? [] : [[situation, id] as const];
    }),
  );
}

/** A matter without a code for each situation cannot be published: its guide could not be taken away. */
export function requireGuideCodes(matter: Matter, book: CodeBook): void {
  const codes = guideCodes(matter, book);
  const missing = situationKeys(matter).find(key => codes[key] === undefined);
  if (missing !== undefined) throw new MissingCodeError(`${matter.id} (${missing})`);
}

function situationKeys(matter: Matter): string[] {
  return allAnswers(matter).map(answers => situationOf(matter, answers).key);
}

/** Thrown when something is published that `allocateCodes` never saw. */
export class MissingCodeError extends Error {
  constructor(what: string) {
    super(`no code was given to ${what}: run allocateCodes before compiling`);
    this.name = 'MissingCodeError';
  }
}
