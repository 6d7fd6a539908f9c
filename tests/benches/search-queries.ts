import type { SearchSource, SourceEntry } from '../../content/model/search/search-index.ts';
import type { LabelledQuery } from '../../scripts/commands/content/search-score.ts';
import { randomNumbers } from './random.ts';

export type QueryKind = (typeof queryKinds)[number];
export const queryKinds = [
  'name',
  'alias',
  'part of a name',
  'full pinyin',
  'beginning of the pinyin',
  'initials',
  'characters and initials',
  'other reading',
  'mistake in characters',
  'same sound',
  'mistake in pinyin',
  'dialect',
  'words in another order',
  'English',
  'mistake in English',
] as const;

/** A text as it can be typed. */
interface Typed {
  matterId: string;
  chars: string[];
  /** Of each character: the first, as the words around it ask for. */
  syllables: string[];
  readings: readonly (readonly string[])[];
}

type Random = ReturnType<typeof randomNumbers>;

/** What finds a text besides its own matter: others that the query fits just as well. */
interface Asked {
  query: string;
  fits(other: Typed): boolean;
}

/** `perKind` queries of each kind, the same for the same source; a matter whose text fits as well is relevant too. */
export function labelledQueries(source: SearchSource, perKind: number): (LabelledQuery & { kind: QueryKind })[] {
  const random = randomNumbers(20_261_123);
  const all = source.entries.map(typed);
  const chinese = all.filter(({ chars }) => /^\p{Script=Han}+$/u.test(chars.join('')) && chars.length >= 4);
  const english = all.filter(({ chars }) => /^[A-Za-z]/.test(chars.join('')));
  const names = new Set(source.entries.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  return queryKinds.flatMap(kind => {
    const from = pool(kind, chinese, english, names);
    const made: (LabelledQuery & { kind: QueryKind })[] = [];
    while (made.length < perKind) {
      const text = random.of(from);
      const asked = ask(kind, text, random);
      if (asked === null) continue;
      const relevant = [...new Set(all.filter(each => asked.fits(each)).map(({ matterId }) => matterId))];
      made.push({ kind, query: asked.query, relevant: [...new Set([text.matterId, ...relevant])] });
    }
    return made;
  });
}

function pool(kind: QueryKind, chinese: Typed[], english: Typed[], names: ReadonlySet<string>): Typed[] {
  if (kind === 'English' || kind === 'mistake in English') return english;
  if (kind === 'name' || kind === 'part of a name') return chinese.filter(({ chars }) => names.has(chars.join('')));
  return kind === 'alias' ? chinese.filter(({ chars }) => !names.has(chars.join(''))) : chinese;
}

function ask(kind: QueryKind, text: Typed, random: Random): Asked | null {
  const whole = text.chars.join('');
  const spelled = text.syllables.join('');
  const same = (other: Typed): boolean => other.chars.join('') === whole;
  const soundsSame = (other: Typed): boolean => other.syllables.join('') === spelled;
  switch (kind) {
    case 'name':
    case 'alias':
      return { query: whole, fits: same };
    case 'part of a name': {
      const length = Math.max(4, Math.ceil(text.chars.length * 0.6));
      const start = random.below(text.chars.length - length + 1);
      const query = text.chars.slice(start, start + length).join('');
      return { query, fits: other => other.chars.join('').includes(query) };
    }
    case 'full pinyin':
      return { query: spelled, fits: soundsSame };
    case 'beginning of the pinyin': {
      const query = spelled.slice(0, Math.max(5, Math.ceil(spelled.length * 0.7)));
      return { query, fits: other => other.syllables.join('').startsWith(query) };
    }
    case 'initials': {
      const query = text.syllables.map(each => each.charAt(0)).join('');
      return {
        query,
        fits: other =>
          other.syllables
            .map(each => each.charAt(0))
            .join('')
            .includes(query),
      };
    }
    case 'characters and initials': {
      const cut = 2 + random.below(text.chars.length - 3);
      const rest = (other: Typed, from: number): string =>
        other.syllables
          .slice(from)
          .map(each => each.charAt(0))
          .join('');
      const head = text.chars.slice(0, cut).join('');
      const tail = rest(text, cut);
      return {
        query: head + tail,
        fits: other => {
          const at = other.chars.join('').indexOf(head);
          return at >= 0 && rest(other, at + cut).startsWith(tail);
        },
      };
    }
    case 'other reading': {
      const many = text.readings.flatMap((each, at) => (each.length > 1 ? [at] : []));
      if (many.length === 0) return null;
      const at = random.of(many);
      const other = random.of((text.readings[at] ?? []).slice(1));
      return { query: text.syllables.with(at, other).join(''), fits: same };
    }
    case 'mistake in characters': {
      const query = mistaken(text.chars, random, () => random.of(Array.from('电头山人口水天火书本')));
      return near(text.chars, query);
    }
    case 'same sound': {
      const at = random.below(text.chars.length);
      const like = homophones[text.syllables[at] ?? '']?.filter(each => each !== text.chars[at]);
      if (like === undefined || like.length === 0) return null;
      return { query: text.chars.with(at, random.of(like)).join(''), fits: soundsSame };
    }
    case 'mistake in pinyin': {
      const letters = Array.from(spelled);
      const query = mistaken(letters, random, () => random.of(Array.from('abcdefghijklmnopqrstuvwxyz')));
      return near(letters, query, other => Array.from(other.syllables.join('')));
    }
    case 'dialect': {
      const said = text.syllables.map(asSaidHere);
      const query = said.join('');
      if (query === spelled) return null;
      return { query, fits: other => other.syllables.map(asSaidHere).join('') === query };
    }
    case 'words in another order': {
      if (text.chars.length < 6) return null;
      const cut = 2 + random.below(text.chars.length - 3);
      const [head, tail] = [text.chars.slice(0, cut).join(''), text.chars.slice(cut).join('')];
      const query = random.next() < 0.5 ? `${tail} ${head}` : `${tail}${head}`;
      return { query, fits: other => [head, tail].every(part => other.chars.join('').includes(part)) };
    }
    case 'English':
    case 'mistake in English': {
      const words = whole
        .toLowerCase()
        .split(/[^a-z-]+/)
        .filter(word => word.length > 3);
      if (words.length < 3) return null;
      const chosen = random.shuffled(words).slice(0, 3);
      const fits = (other: Typed): boolean => {
        const has = new Set(
          other.chars
            .join('')
            .toLowerCase()
            .split(/[^a-z-]+/),
        );
        return chosen.every(word => has.has(word));
      };
      if (kind === 'English') return { query: chosen.join(' '), fits };
      const at = random.below(chosen.length);
      const wrong = mistaken(Array.from(chosen[at] ?? ''), random, () => random.of(Array.from('abcdefghiklmnoprst')));
      return { query: chosen.with(at, wrong).join(' '), fits };
    }
  }
}

function typed({ matterId, text, readings }: SourceEntry): Typed {
  return { matterId, chars: Array.from(text), readings, syllables: readings.map(each => each[0] ?? '') };
}

/** One mistake: a point wrong, missing, one too many, or two swapped. */
function mistaken(points: readonly string[], random: Random, any: () => string): string {
  const result = [...points];
  const at = random.below(points.length);
  const how = random.below(4);
  if (how === 0) result[at] = any();
  else if (how === 1) result.splice(at, 1);
  else if (how === 2) result.splice(at, 0, any());
  else {
    const left = Math.min(at, points.length - 2);
    [result[left], result[left + 1]] = [points[left + 1] ?? '', points[left] ?? ''];
  }
  return result.join('');
}

/** Null when the mistake made another text of the same, or the query stands as near to it as to a shorter one. */
function near(points: readonly string[], query: string, of = (other: Typed): string[] => other.chars): Asked | null {
  if (query === points.join('')) return null;
  const wanted = Array.from(query);
  return { query, fits: other => isWithinOne(of(other), wanted) };
}

/** Whether one is the other with at most one mistake. */
export function isWithinOne(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front++;
  let back = 0;
  const most = Math.min(a.length, b.length) - front;
  while (back < most && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const [leftA, leftB] = [a.length - front - back, b.length - front - back];
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && a[front] === b[front + 1] && a[front + 1] === b[front];
}

function asSaidHere(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiou])/, 'l')
    .replace(/(i|e)ng$/, '$1n');
}

const homophones: Record<string, string[]> = {
  bao: ['报', '宝', '抱'],
  zheng: ['正', '政', '争'],
  ming: ['名', '命'],
  shen: ['深', '神'],
  ling: ['另', '令'],
  deng: ['灯', '等'],
  ji: ['机', '几', '记'],
  hu: ['湖', '互'],
  kou: ['扣'],
  ka: ['咖'],
  bu: ['不', '布'],
  tie: ['铁', '帖'],
  jin: ['今', '近'],
  xu: ['需', '须'],
  ke: ['可', '课'],
  xian: ['先', '现'],
  gong: ['工', '功'],
  fang: ['方', '放'],
  che: ['扯'],
  shui: ['谁', '睡'],
  dian: ['点', '店'],
  nong: ['浓'],
  lao: ['捞', '牢'],
  jia: ['加', '价'],
  shi: ['是', '式'],
  ban: ['半', '班'],
  huan: ['欢', '缓'],
  zhu: ['主', '住'],
  cha: ['茶', '插'],
  yi: ['一', '已'],
  nian: ['念', '粘'],
};
