/** One line of docs/content-faults.md: what was done to a terminal's content, and what a citizen saw afterwards. */
export interface FaultRow {
  fault: string;
  where: string;
  outcome: string;
}

const oldOrNew = 'whole old or whole new generation; the next look brings the new one';
const old = 'the old generation; the next look brings the new one';

/** Every fault that is tried, by the test file that tries it. The tests hold themselves against this list. */
export const faultList = {
  kills: {
    'kill-in-step': { fault: 'kill -9', where: 'as each named step of an update is entered', outcome: oldOrNew },
    'kill-at-random': {
      fault: 'kill -9',
      where: 'at random, version after version on the same disk',
      outcome: oldOrNew,
    },
    'kill-first-install': {
      fault: 'kill -9',
      where: 'at random during the very first installation',
      outcome: 'nothing or the whole generation',
    },
  },
  disk: {
    'torn-write': {
      fault: 'torn file',
      where: 'in the middle of every write of a file, and at every rename and link',
      outcome: oldOrNew,
    },
    'torn-journal': { fault: 'torn file', where: 'the database’s journal, cut at many lengths', outcome: oldOrNew },
    'torn-document': {
      fault: 'torn file',
      where: 'each trusted document and pointer, cut and emptied',
      outcome: 'the old generation; the documents are fetched anew',
    },
    'torn-database': {
      fault: 'torn file',
      where: 'the database, cut and overwritten',
      outcome: 'put aside; the whole generation is fetched anew',
    },
    'full-write': { fault: 'disk full', where: 'at every write of a file', outcome: old },
    'full-disk': {
      fault: 'disk full',
      where: 'a file system that is too small by more and more',
      outcome: 'whole old or whole new generation; with room again the new one',
    },
  },
  network: {
    cut: { fault: 'network cut', where: 'every file of an update, after many numbers of bytes', outcome: old },
    'cut-chunked': { fault: 'network cut', where: 'answers without a length, packed and not', outcome: old },
    silent: { fault: 'network cut', where: 'an origin that accepts and says nothing', outcome: old },
    endless: {
      fault: 'endless data',
      where: 'every file of an update, plain and packed',
      outcome: 'refused at the signed length; the old generation',
    },
    busy: {
      fault: 'origin busy',
      where: '503 with Retry-After, in seconds and as a date',
      outcome: 'left alone for as long as it asks; the old generation',
    },
    mixed: {
      fault: 'mixed metadata',
      where: 'each file of an update is still, or again, that of the version before',
      outcome: 'the old generation, or the new one of the roles that are whole',
    },
  },
  time: {
    'clock-ahead': {
      fault: 'clock a year ahead',
      where: 'before an update',
      outcome: 'named content-clock-wrong; the old generation stays, and the update comes once the clock is right',
    },
    'clock-behind': {
      fault: 'clock a year behind',
      where: 'before an update',
      outcome: 'named content-clock-wrong; the update comes all the same',
    },
    'clock-behind-frozen': {
      fault: 'clock a year behind',
      where: 'an origin that serves what expired since',
      outcome: 'refused: time does not go back behind the last signed timestamp',
    },
    frozen: {
      fault: 'frozen origin',
      where: 'the timestamp is never signed anew',
      outcome: 'named content-frozen; the old generation stays',
    },
    'twenty-behind': { fault: 'switched off', where: '20 versions behind', outcome: 'one delta per role' },
    'thirty-behind': { fault: 'switched off', where: '30 versions behind', outcome: 'the whole bundle' },
    'first-boot': {
      fault: 'no network',
      where: 'first start, with what the terminal was delivered with',
      outcome: 'that generation, two years old as it may be; then the origin’s',
    },
  },
} as const satisfies Record<string, Record<string, FaultRow>>;

export type FaultFile = keyof typeof faultList;
