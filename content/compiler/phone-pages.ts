import type { Code, Registry } from '../codes/code.ts';
import { type CodeBook, codeBook } from '../codes/code-book.ts';
import { MissingCodeError, requireGuideCodes } from '../codes/guide-codes.ts';
import { codePath } from '../model/code-address.ts';
import type { Matter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { type Answers, allAnswers, situationOf } from '../model/situation.ts';
import { applyPage } from './phone-pages/apply-page.ts';
import type { PageContext } from './phone-pages/context.ts';
import { type PhonePage, phonePage } from './phone-pages/frame.ts';
import { guidePage } from './phone-pages/guide-page.ts';
import { indexPages } from './phone-pages/index-pages.ts';
import { placePage } from './phone-pages/place-page.ts';
import { endedPage, movedPage } from './phone-pages/retired-page.ts';
import { verifyPage } from './phone-pages/verify-page.ts';

export interface PhonePageSources {
  matters: readonly Matter[];
  places: readonly Place[];
}

/** Where a platform that serves the content below /content verifies certificates, seen from the page of a code. */
const ownPlatform = '../../../v';

/**
 * Every page a QR code can open, for every code ever given, and the lists they are found in: path below the content
 * origin -> HTML that reads without JavaScript. Deterministic.
 * @param registry as `allocateCodes` left it, checked by `codeProblems`
 */
export function phonePages(
  { matters, places }: PhonePageSources,
  registry: Registry,
  verificationUrl = ownPlatform,
): Map<string, string> {
  const context: PageContext = { matters, places, book: codeBook(registry), verificationUrl };
  for (const matter of matters) requireGuideCodes(matter, context.book);
  const subjects = subjectsOf(context);
  const pages = [...indexPages(context)];
  for (const code of registry.codes)
    pages.push([`${codePath(code.id)}index.html`, { ...pageOf(context, subjects, code), codeId: code.id }]);
  return new Map(pages.map(([path, page]) => [path, phonePage(page)]));
}

interface Subjects {
  matters: ReadonlyMap<string, Matter>;
  places: ReadonlyMap<string, Place>;
}

function subjectsOf({ matters, places }: PageContext): Subjects {
  return {
    matters: new Map(matters.map(matter => [matter.id, matter])),
    places: new Map(places.map(place => [place.code, place])),
  };
}

function pageOf(context: PageContext, subjects: Subjects, code: Code): PhonePage {
  const { state, name } = code;
  if (state.is === 'moved') return onward(context.book, code);
  if (state.is === 'ended') return { title: name, body: endedPage(context, code, state.since, state.instead) };
  if (code.purpose === 'place') {
    const place = subjects.places.get(code.subject);
    if (place === undefined) throw new MissingSubjectError(code);
    return { title: place.name.zh, body: placePage(context, place) };
  }
  const matter = subjects.matters.get(code.subject);
  if (matter === undefined) throw new MissingSubjectError(code);
  return { title: matter.name.zh, body: matterBody(context, matter, code) };
}

function matterBody(context: PageContext, matter: Matter, code: Code): PhonePage['body'] {
  if (code.purpose === 'verify') return verifyPage(context, matter);
  const answers = answersOf(matter, code);
  if (code.purpose === 'apply-person') return applyPage(context, matter, answers, 'person');
  if (code.purpose === 'apply-company') return applyPage(context, matter, answers, 'company');
  return guidePage(context, matter, answers);
}

/** A chain of moves is one step for the phone; what it leads to may have ended. */
function onward(book: CodeBook, code: Code): PhonePage {
  const target = book.destination(code.id);
  if (target === null) throw new MissingSubjectError(code);
  return { title: target.name, body: movedPage(code, target), goesTo: `../${target.id}/` };
}

function answersOf(matter: Matter, code: Code): Answers {
  const answers = allAnswers(matter).find(each => situationOf(matter, each).key === code.situation);
  if (answers === undefined) throw new MissingCodeError(`${matter.id}, which has no situation ${code.situation}`);
  return answers;
}

/** Thrown for a registry that `codeProblems` would have blocked. */
export class MissingSubjectError extends Error {
  constructor({ id, subject }: Code) {
    super(`code ${id} leads to ${subject}, which is not there`);
    this.name = 'MissingSubjectError';
  }
}
