import { z } from 'zod';
import { type Text, textSchema } from '../../content/common/text.ts';
import { roleSchema } from '../../content/delivery/roles.ts';
import { idSchema } from '../../content/model/condition.ts';
import type { FeedbackAnswer, FeedbackRequest, MatterFeedback } from '../api/types.ts';
import type { Database, FeedbackRow } from '../database/tables.ts';

export const feedbackSchema: z.ZodType<FeedbackRequest> = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  matterId: idSchema.max(80),
  matterName: textSchema,
  owner: roleSchema,
  verdict: z.enum(['right', 'wrong', 'unclear']),
  about: z.enum(['materials', 'steps', 'place', 'fee', 'other']).nullable(),
  contentDigest: z.string().regex(/^[0-9a-f]{64}$/),
  givenAt: z.iso.datetime(),
});

/** A terminal with a queue of 500 behind it is through in a few hours; one that went mad fills no disk. */
export const feedbackPerHour = 200;
const hourMs = 3_600_000;
const remarksShown = 1000;

interface Remark {
  terminalId: string;
  request: FeedbackRequest;
  receivedAt: Date;
}

/** Keeps the newest word of each id. Returns false when the terminal has had its share of the hour. */
export async function keepFeedback(database: Database, { terminalId, request, receivedAt }: Remark): Promise<boolean> {
  const { count } = await database
    .selectFrom('feedback')
    .select(row => row.fn.countAll<string>().as('count'))
    .where('terminal_id', '=', terminalId)
    .where('received_at', '>', new Date(receivedAt.getTime() - hourMs))
    .where('id', '!=', request.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= feedbackPerHour) return false;
  const { id, matterId, matterName, owner, verdict, about, contentDigest, givenAt } = request;
  const said = {
    ...{
      matter_id: matterId,
      matter_name: JSON.stringify(matterName),
      owner,
      verdict,
      about,
      content_digest: contentDigest,
    },
    ...{ given_at: new Date(givenAt), received_at: receivedAt },
  };
  await database
    .insertInto('feedback')
    .values({ terminal_id: terminalId, id, ...said })
    .onConflict(conflict => conflict.columns(['terminal_id', 'id']).doUpdateSet(said))
    .execute();
  return true;
}

/** What came in since then, by matter and one by one. */
export async function feedbackSince(database: Database, since: Date): Promise<FeedbackAnswer> {
  const rows = await database
    .selectFrom('feedback')
    .selectAll()
    .where('received_at', '>=', since)
    .orderBy('received_at', 'desc')
    .limit(remarksShown)
    .execute();
  return { matters: byMatter(rows), remarks: rows.map(remarkOf) };
}

function remarkOf(row: FeedbackRow): FeedbackAnswer['remarks'][number] {
  const { id, owner, verdict, about } = row;
  return {
    ...{
      id,
      matterId: row.matter_id,
      matterName: nameOf(row),
      owner,
      verdict,
      about,
      contentDigest: row.content_digest,
    },
    ...{ givenAt: row.given_at.toISOString(), terminalId: row.terminal_id },
  };
}

function nameOf({ matter_name }: FeedbackRow): Text {
  return textSchema.parse(JSON.parse(matter_name));
}

/** Rows come newest first. Those that most find wrong first, then unclear, and among equals the newest. */
function byMatter(rows: readonly FeedbackRow[]): MatterFeedback[] {
  const matters = new Map<string, MatterFeedback>();
  for (const row of rows) {
    const { matter_id: matterId, owner, verdict, about, given_at } = row;
    const known = matters.get(matterId);
    const matter = known ?? {
      ...{ matterId, matterName: nameOf(row), owner, right: 0, wrong: 0, unclear: 0 },
      ...{ about: {}, newestAt: given_at.toISOString() },
    };
    if (known === undefined) matters.set(matterId, matter);
    matter[verdict] += 1;
    if (about !== null && verdict !== 'right') matter.about[about] = (matter.about[about] ?? 0) + 1;
  }
  return [...matters.values()].sort((a, b) => b.wrong - a.wrong || b.unclear - a.unclear);
}
