/**
 * Why a request to a printer brought no good answer. What counts for a document is whether any byte of it may have
 * arrived: never with `unreachable` and `untrusted`, always possibly with `timeout`, `broken` and `malformed`.
 */
export type IppFailure =
  /** No connection was made: refused, unknown host, no route, or no connection in time. */
  | { kind: 'unreachable'; detail: string; timedOut: boolean }
  /** Somebody else than the printer shook hands: nothing was sent. */
  | { kind: 'untrusted'; detail: string }
  /** Connected, but no answer in time. */
  | { kind: 'timeout' }
  /** The connection ended before the answer was complete. */
  | { kind: 'broken'; detail: string }
  /** Something answered, but not in IPP. */
  | { kind: 'malformed'; detail: string }
  /** The web server in front of the printer refused (RFC 8010 section 3.4.1). */
  | { kind: 'http'; httpStatus: number }
  /** The printer answered with an IPP error status (RFC 8011 appendix B). */
  | { kind: 'status'; status: string; message: string };

export type IppResult<T> = { ok: true; value: T } | { ok: false; failure: IppFailure };

/** One line for the log; holds nothing of the document. */
export function describeFailure(failure: IppFailure): string {
  switch (failure.kind) {
    case 'unreachable':
    case 'untrusted':
    case 'broken':
    case 'malformed':
      return `${failure.kind}: ${failure.detail}`;
    case 'timeout':
      return 'timeout';
    case 'http':
      return `HTTP ${failure.httpStatus}`;
    case 'status':
      return failure.message === '' ? failure.status : `${failure.status}: ${failure.message}`;
  }
}
