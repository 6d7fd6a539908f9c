import type { IssueProblem } from './source-file.ts';

/** Whose a key of a matter is, in words that end a sentence. */
const owners: Record<string, string> = {
  fees: 'they belong to the matter’s own level',
  limits: 'promised times belong to the matter’s own level',
  materials: 'what must be brought belongs to the matter’s own level and is the same everywhere',
  questions: 'situations belong to the matter’s own level',
  phones: 'the complaint phone belongs to the matter’s own level; write consult for the consultation phone here',
  name: 'the official name belongs to the matter’s own level; write aliases for what people say here',
  ends: 'the four ends belong to the matter’s own level; write window for the window here',
  hours: 'opening hours belong to place.yaml of the same folder',
  phone: 'the centre’s phone belongs to place.yaml of the same folder',
};

const levels = { township: { name: 'a township', above: 'district' }, district: { name: 'a district', above: 'city' } };

/** Says of a key that an overlay may not set why not, and where it belongs. Everything else is an ordinary problem. */
export const overlayProblem: IssueProblem = (file, issue) => {
  if (issue.code !== 'unrecognized_keys') return null;
  const level = file.startsWith('townships/') ? levels.township : levels.district;
  return issue.keys.map(key => ({
    path: [...issue.path, key],
    rule: 'overlay-not-owned',
    message: `${level.name} may not set ${[...issue.path, key].join('.')}: ${reason(key, level.above)}`,
    mend: 'Delete it here, and ask the level it belongs to. An overlay may set: notices; of a matter aliases, available (with why, elsewhere), window, consult, popular.',
  }));
};

function reason(key: string, above: string): string {
  return (owners[key] ?? 'it belongs to the matter’s own level').replace('the matter’s own level', `the ${above}`);
}
