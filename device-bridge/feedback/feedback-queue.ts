import { z } from 'zod';
import { textSchema } from '../../content/common/text.ts';
import { openWholeOrNew } from '../whole-or-new.ts';

/** Its name in the terminal's dataDir. */
export const feedbackFile = 'feedback.sqlite';

/** What a citizen said of a guide; who said it is not in it, nor the visit. */
const remarkSchema = z.strictObject({
  matterId: z.string(),
  matterName: textSchema,
  /** The level whose guide it is: a role of the content. */
  owner: z.string(),
  verdict: z.enum(['right', 'wrong', 'unclear']),
  about: z.enum(['materials', 'steps', 'place', 'fee', 'other']).nullable(),
  /** The generation that was read, hex. */
  contentDigest: z.string(),
  /** ISO 8601. */
  givenAt: z.string(),
});
export type Remark = z.output<typeof remarkSchema>;

export interface QueuedRemark {
  /** Rises with each change: what was said anew while the old word was on its way is not lost. */
  serial: number;
  /** The same at each attempt, so that the platform counts it once. */
  key: string;
  remark: Remark;
}

/** Remarks on their way to the platform, kept over a restart, the oldest first. */
export interface FeedbackQueue {
  /** A remark of the same key takes the place of the one before. Returns how many of the oldest had to go. */
  put(key: string, remark: Remark): number;
  oldest(): QueuedRemark | null;
  sent(serial: number): void;
  close(): void;
}

/** Some months of a terminal whose platform is away. */
export const remarksKept = 500;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS remarks (
    serial INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    remark TEXT NOT NULL
  ) STRICT;
`;

/** `keepAtMost`: so many wait at the most. */
export function openFeedbackQueue(file: string, keepAtMost = remarksKept): FeedbackQueue {
  const database = openWholeOrNew(file, schema);
  const replace = database.prepare('INSERT OR REPLACE INTO remarks (key, remark) VALUES (?, ?)');
  const trim = database.prepare(
    'DELETE FROM remarks WHERE serial NOT IN (SELECT serial FROM remarks ORDER BY serial DESC LIMIT ?)',
  );
  const first = database.prepare('SELECT serial, key, remark FROM remarks ORDER BY serial LIMIT 1');
  const remove = database.prepare('DELETE FROM remarks WHERE serial = ?');
  return {
    put: (key, remark) => {
      replace.run(key, JSON.stringify(remark));
      return Number(trim.run(keepAtMost).changes);
    },
    oldest: () => {
      for (let row = first.get(); row !== undefined; row = first.get()) {
        const serial = Number(row.serial);
        const parsed = remarkSchema.safeParse(JSON.parse(String(row.remark)));
        if (parsed.success) return { serial, key: String(row.key), remark: parsed.data };
        // Of another version of this program: it can never be sent.
        remove.run(serial);
      }
      return null;
    },
    sent: serial => void remove.run(serial),
    close: () => database.close(),
  };
}
