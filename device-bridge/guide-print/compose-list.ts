import type { Text } from '../../content/common/text.ts';
import { type Language, words } from '../../content/common/words.ts';
import { codeAddress } from '../../content/model/code-address.ts';
import { handlingAreas } from '../../content/model/code-lists.ts';
import type { Material, Matter } from '../../content/model/matter.ts';
import { type Answers, type Situation, situationOf } from '../../content/model/situation.ts';
import type { ShownGuide } from '../content/shown-guide.ts';
import { chinaMinute } from '../devices/receipt-printer/receipt-document.ts';
import { listWords } from './list-words.ts';
import type { TickGroup, TickList } from './tick-list.ts';
import { whereToGo } from './where-to-go.ts';

export interface ComposeListOptions {
  guide: ShownGuide;
  answers: Answers;
  language: Language;
  terminal: { placeCode: string; number: number };
  /** Address of the content origin as phones reach it, ending in a slash. */
  contentOrigin: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The tick list of a guide in the situation that the answers make. Pure. */
export function composeList(options: ComposeListOptions): TickList {
  const { guide, answers, language, terminal, now } = options;
  const { matter, places } = guide;
  const t = listWords[language];
  const say = (text: Text): string => words(text, language);
  const situation = situationOf(matter, answers);
  const place = places.find(({ code }) => code === terminal.placeCode);
  const codeId = guide.codes[situation.key];
  return {
    language,
    title: say(matter.name),
    otherTitle: (language === 'en' ? matter.name.en && matter.name.zh : matter.name.en) ?? '',
    sample: matter.sample,
    situation: situation.questions.map(({ question, optionId }) => ({
      ask: say(question.ask),
      answer: say(question.options.find(({ id }) => id === optionId)?.label ?? { zh: '' }),
    })),
    groups: groupsOf(situation, language),
    facts: factsOf(matter, situation, language),
    where: whereToGo(guide, place, language, now),
    steps: situation.steps.map(({ text }) => say(text)),
    phones: [
      { name: t.consult, number: matter.phones.consult },
      ...(place === undefined || place.phone === matter.phones.consult
        ? []
        : [{ name: t.centre(say(place.name)), number: place.phone }]),
      { name: t.complaint, number: matter.phones.complaint },
      ...(matter.phones.complaint === '12345' ? [] : [{ name: t.hotline, number: '12345' }]),
    ],
    place: place === undefined ? '' : t.terminalNumber(say(place.name), terminal.number),
    printedAt: chinaMinute(now),
    guideUrl: codeId === undefined ? null : codeAddress(options.contentOrigin, codeId),
  };
}

function groupsOf(situation: Situation, language: Language): TickGroup[] {
  const t = listWords[language];
  const group = (need: TickGroup['need'], materials: readonly Material[]): TickGroup[] =>
    materials.length === 0
      ? []
      : [{ need, heading: t[need], items: materials.map(material => itemOf(material, language)) }];
  const must = group('must', situation.bring);
  return [
    ...(must.length === 0 ? [{ need: 'must' as const, heading: t.nothing, items: [] }] : must),
    ...group('later', situation.later),
    ...group('optional', situation.optional),
    ...group('exempt', situation.exempt),
  ];
}

function itemOf(material: Material, language: Language): TickGroup['items'][number] {
  const t = listWords[language];
  const say = (text: Text): string => words(text, language);
  const { name, note, copies, sharedBy, sharedLicence, howToFill } = material;
  const notes =
    sharedBy === undefined
      ? [note && say(note), copies > 1 ? t.copies(copies) : undefined, howToFill && say(howToFill)]
      : [t.sharedBy(say(sharedBy)), sharedLicence && t.licence(say(sharedLicence))];
  return { name: say(name), note: notes.filter(each => each !== undefined).join(t.stop) };
}

function factsOf(matter: Matter, { limit, fee }: Situation, language: Language): TickList['facts'] {
  const t = listWords[language];
  const say = (text: Text): string => words(text, language);
  return [
    { name: t.time, value: limit.caseType === 'immediate' ? t.immediate : t.workingDays(limit.promisedWorkingDays) },
    { name: t.fee, value: fee.yuan === 0 ? t.free : t.yuan(fee.yuan, fee.per === undefined ? '' : say(fee.per)) },
    { name: t.visits, value: t.times(matter.visits.count) },
    { name: t.area, value: say(handlingAreas[matter.area]) },
  ];
}
