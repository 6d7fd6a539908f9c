import { randomUUID } from 'node:crypto';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { localDate } from '../../content/common/local-date.ts';
import type { FeedbackRequest } from '../../platform/api/types.ts';
import type { FeedbackAbout, FeedbackVerdict } from '../api/types.ts';
import type { GuideSource } from '../content/shown-guide.ts';
import type { Log } from '../log.ts';
import type { FeedbackQueue } from './feedback-queue.ts';

/** “Is this guide right?”: takes a citizen's word and sees that it reaches the platform. */
export interface FeedbackDesk {
  /** Matters this visit has said something about. */
  readonly given: readonly string[];
  /** @throws Refusal guide-unknown, feedback-limit */
  give(said: { matterId: string; verdict: FeedbackVerdict; about: FeedbackAbout }): void;
  /** The visit is over: which matters it spoke of is forgotten. What it said stays in the queue. */
  clear(): void;
  /** Sends what waits, in order, until nothing waits or the platform does not take it. */
  send(): Promise<void>;
}

/** Of one visit. */
export const remarksPerVisit = 20;

/** The platform took it, or never will: then it must not hold up those behind it. */
const neverTaken: readonly FaultName[] = ['bad-request'];

export function createFeedbackDesk(parts: {
  queue: FeedbackQueue;
  guides: GuideSource;
  contentDigest(): string | null;
  /** @throws Refusal */
  send(request: FeedbackRequest): Promise<void>;
  now(): Date;
  onChange(): void;
  log: Log;
}): FeedbackDesk {
  const { queue, log } = parts;
  /** Matter -> key of its remark. */
  let keys = new Map<string, string>();
  let sending: Promise<void> | null = null;

  async function sendAll(): Promise<void> {
    for (let next = queue.oldest(); next !== null; next = queue.oldest()) {
      const { serial, key, remark } = next;
      try {
        await parts.send({ id: key, ...remark });
      } catch (error) {
        const refused = error instanceof Refusal && neverTaken.includes(error.fault);
        if (!refused) {
          // Unreachable, busy, or a token that is not known yet: it waits for the next round.
          if (error instanceof Refusal) return;
          throw error;
        }
        log.error({ matter: remark.matterId, detail: error.detail }, 'the platform does not take this feedback');
      }
      queue.sent(serial);
    }
  }

  return {
    get given() {
      return [...keys.keys()];
    },
    give: ({ matterId, verdict, about }) => {
      const now = parts.now();
      const guide = parts.guides.guide(matterId, localDate(now));
      const contentDigest = parts.contentDigest();
      if (guide === null || contentDigest === null) throw new Refusal('guide-unknown', matterId);
      if (!keys.has(matterId) && keys.size >= remarksPerVisit) throw new Refusal('feedback-limit');
      const key = keys.get(matterId) ?? randomUUID();
      const { owner, matter } = guide;
      const givenAt = now.toISOString();
      const dropped = queue.put(key, {
        matterId,
        matterName: matter.name,
        owner,
        verdict,
        about,
        contentDigest,
        givenAt,
      });
      if (dropped > 0) log.warn({ dropped }, 'feedback waits for the platform too long: the oldest is dropped');
      keys.set(matterId, key);
      parts.onChange();
    },
    clear: () => {
      if (keys.size === 0) return;
      keys = new Map();
      parts.onChange();
    },
    send: () => {
      sending ??= sendAll().finally(() => {
        sending = null;
      });
      return sending;
    },
  };
}
