import { Refusal } from '../../../content/common/faults.ts';

/** Static files below some address: an HTTP origin, or a folder on a stick. */
export interface Transport {
  /**
   * The whole file, at most `limitBytes` of it.
   * @throws OriginUnreachable when nothing, too little or a refusal comes back; TooLong
   */
  get(url: string, options: { limitBytes: number; etag?: string | null }): Promise<Answer>;
  /** By how much the origin's clock is ahead of this machine's, from its last answer; null when it does not say. */
  readonly clockAheadMs: number | null;
  close(): void;
}

export type Answer =
  | { status: 'found'; bytes: Buffer; etag: string | null }
  /** Still what `etag` names. */
  | { status: 'unchanged' }
  /** 404 and 403: there is no such file. */
  | { status: 'missing'; code: 403 | 404 };

export class OriginUnreachable extends Refusal {
  /** How long the origin asks to be left alone; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(detail: string, retryAfterMs: number | null = null) {
    super('content-origin-unreachable', detail);
    this.retryAfterMs = retryAfterMs;
  }
}

/** More came than was signed, or than any document may have: an endless answer is refused, not stored. */
export class TooLong extends Refusal {
  constructor(url: string, limitBytes: number) {
    super('content-untrusted', `${url} is longer than ${limitBytes} bytes`);
  }
}

/** Where one repository is found; both addresses without a slash at the end. */
export interface Origin {
  metadataUrl: string;
  targetsUrl: string;
  transport: Transport;
}
