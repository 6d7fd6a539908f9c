import type { Registry } from '../codes/code.ts';
import { codeBook } from '../codes/code-book.ts';
import { fields, keysOf } from '../model/code-lists.ts';
import { isInForce } from '../model/in-force.ts';
import type { LifeEvent } from '../model/life-event.ts';
import type { Matter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { departmentSheets, placeSheets, purposeSheets } from './index-sheets.ts';
import { evenPages } from './paging.ts';
import type { PlannedSheet } from './sheet.ts';
import { type CodeMaker, codeMaker } from './sheet-codes.ts';

export interface PosterSources {
  matters: readonly Matter[];
  places: readonly Place[];
  lifeEvents: readonly LifeEvent[];
  registry: Registry;
}

const mostOnPoster = 6;

/**
 * Every sheet there is, as a list of what stands on it: posters by life event and by field of life, indexes by
 * department, by place and of the codes to apply and to verify. What is not in force on `date` (ISO), or will end, is
 * not put on paper.
 * @param publicUrl address of the content origin as a phone reaches it, ending in a slash
 */
export function planSheets(sources: PosterSources, publicUrl: string, date: string): PlannedSheet[] {
  const make = codeMaker(codeBook(sources.registry), publicUrl);
  const matters = byPopularity(sources.matters.filter(matter => isInForce(matter, date) && !matter.cancelledFrom));
  return [
    ...lifeEventPosters(sources.lifeEvents, matters, make),
    ...fieldPosters(matters, make),
    ...departmentSheets(matters, make),
    ...placeSheets(sources.places, matters, make),
    ...purposeSheets(matters, make),
  ];
}

/** What most people come for stands first. */
function byPopularity(matters: readonly Matter[]): Matter[] {
  return matters.toSorted((a, b) => (a.popular ?? Number.MAX_SAFE_INTEGER) - (b.popular ?? Number.MAX_SAFE_INTEGER));
}

function lifeEventPosters(
  lifeEvents: readonly LifeEvent[],
  matters: readonly Matter[],
  make: CodeMaker,
): PlannedSheet[] {
  return lifeEvents.flatMap(event => {
    const own = matters.filter(({ lifeEvents }) => lifeEvents.includes(event.id));
    const words = { crumb: { zh: '一件事', en: 'Life event' }, title: event.name, lead: event.summary };
    return poster(`life-event-${event.id}`, words, own, make);
  });
}

function fieldPosters(matters: readonly Matter[], make: CodeMaker): PlannedSheet[] {
  return keysOf(fields).flatMap(field => {
    const own = matters.filter(matter => matter.field === field);
    const lead = {
      zh: '扫一个码，带走一份指南：带什么、去哪办、多久、多少钱。',
      en: 'Scan a code, take a guide with you.',
    };
    const words = { crumb: { zh: '办事指南', en: 'Guides' }, title: fields[field].name, lead };
    return poster(`field-${field}`, words, own, make);
  });
}

type PosterWords = Pick<PlannedSheet['sheet'], 'crumb' | 'title' | 'lead'>;

function poster(file: string, words: PosterWords, matters: readonly Matter[], make: CodeMaker): PlannedSheet[] {
  if (matters.length === 0) return [];
  const pages = evenPages(
    matters.map(matter => make.withSentence(matter)),
    mostOnPoster,
  );
  const sample = matters.some(matter => matter.sample);
  return [{ file, sheet: { kind: 'poster', ...words, facts: [], headCode: null, pages, sample } }];
}
