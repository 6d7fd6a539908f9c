import { maxPageBytes, type ScannerDelays } from '../scanner-delays.ts';
import { type EsclCapabilities, type EsclStatus, parseCapabilities, parseStatus } from './answers.ts';
import { exchange, type HttpFailure, type HttpResult } from './exchange.ts';

/** A document of a scanner is a few kilobytes. */
const documentLimitBytes = 1024 * 1024;

export type Asked<T> =
  | { ok: true; value: T }
  /** httpStatus: it answered with another status than 200, or with no such document (200). */
  | { ok: false; failure: HttpFailure | { kind: 'answer'; httpStatus: number; detail: string } };

export type EsclClient = ReturnType<typeof createEsclClient>;

/** The five requests of eSCL. Nothing here rejects; each ends by its limit. */
export function createEsclClient(address: string, delays: ScannerDelays, certificate?: string) {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const pin = certificate === undefined ? {} : { certificate };
  const short = { silentMs: delays.lookMs, limitMs: delays.lookMs, limitBytes: documentLimitBytes, ...pin };

  async function ask<T>(name: string, parse: (text: string) => T | null, signal: AbortSignal): Promise<Asked<T>> {
    const result = await exchange({ ...short, method: 'GET', url: new URL(name, base), signal });
    if (!result.ok) return result;
    const { status: httpStatus, body } = result.answer;
    const value = httpStatus === 200 ? parse(body.toString('utf8')) : null;
    if (value !== null) return { ok: true, value };
    return { ok: false, failure: { kind: 'answer', httpStatus, detail: `${name}: HTTP ${httpStatus}` } };
  }

  return {
    capabilities: (signal: AbortSignal): Promise<Asked<EsclCapabilities>> =>
      ask('ScannerCapabilities', parseCapabilities, signal),
    status: (signal: AbortSignal): Promise<Asked<EsclStatus>> => ask('ScannerStatus', parseStatus, signal),
    createJob: (xml: string, signal: AbortSignal): Promise<HttpResult> =>
      exchange({ ...short, method: 'POST', url: new URL('ScanJobs', base), body: xml, signal }),
    /** Where a job lies: only the path counts, for scanners name themselves as nobody else does. Null: no address. */
    jobUrl(location: string | undefined): URL | null {
      if (location === undefined || location === '' || !URL.canParse(location, base.href)) return null;
      const { pathname, search } = new URL(location, base);
      return new URL(`${pathname.replace(/\/$/, '')}${search}`, base);
    },
    nextDocument(job: URL, onBytes: (bytes: number, of: number | null) => void, signal: AbortSignal) {
      const url = new URL(`${job.pathname}/NextDocument${job.search}`, job);
      const limits = { silentMs: delays.silentMs, limitMs: delays.pageMs, limitBytes: maxPageBytes };
      return exchange({ ...pin, ...limits, method: 'GET', url, onBytes, signal });
    },
    deleteJob(job: URL): Promise<HttpResult> {
      const signal = new AbortController().signal;
      return exchange({ ...short, limitMs: delays.cancelMs, method: 'DELETE', url: job, signal });
    },
  };
}
