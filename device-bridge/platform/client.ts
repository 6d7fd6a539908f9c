import { z } from 'zod';
import { type FaultName, faultNames, Refusal } from '../../content/common/faults.ts';
import type {
  CallAnswer,
  CallRequest,
  CertificateFinding,
  CertificateOffer,
  CertificateState,
  FeedbackRequest,
  InventoryAnswer,
  IssuedCertificate,
  Person,
  TerminalInventory,
  VoidReason,
} from '../../platform/api/types.ts';

/** The district's platform as this terminal sees it. Every failure is a Refusal with a fault of the 4xx block. */
export interface PlatformClient {
  offers(person: Person, signal: AbortSignal): Promise<CertificateOffer[]>;
  issue(person: Person, kind: string, requestId: string, signal: AbortSignal): Promise<IssuedCertificate>;
  release(number: string): Promise<void>;
  printed(number: string): Promise<void>;
  void(number: string, reason: VoidReason): Promise<void>;
  /** Tells what content is here; hears which versions are held back. */
  inventory(inventory: TerminalInventory): Promise<InventoryAnswer>;
  /** What became of the certificate whose code was shown: `token` is from its verification address. */
  verify(token: string, signal: AbortSignal): Promise<CertificateFinding>;
  feedback(request: FeedbackRequest): Promise<void>;
  openCall(call: CallRequest, signal: AbortSignal): Promise<CallAnswer>;
  lookAtCall(callId: string, signal: AbortSignal): Promise<CallAnswer>;
  endCall(callId: string): Promise<void>;
  /** Whether it answers at all. Never throws. */
  reachable(): Promise<boolean>;
}

const timeouts = { askMs: 10_000, callMs: 5_000, issueMs: 30_000, healthMs: 3_000 } as const;

const wordsSchema = z
  .object({ zh: z.string(), en: z.string().optional() })
  .transform(({ zh, en }) => (en === undefined ? { zh } : { zh, en }));
const offersSchema = z.object({
  offers: z.array(z.object({ kind: z.string(), name: wordsSchema, summary: wordsSchema, issuer: wordsSchema })),
});
const issuedSchema = z.object({
  number: z.string().min(1),
  kind: z.string(),
  name: wordsSchema,
  pdfBase64: z.base64(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int().min(1),
});
const stateSchema = z.object({
  number: z.string(),
  state: z.enum(['prepared', 'released', 'printed', 'void'] satisfies CertificateState[]),
});
const holdSchema = z.object({ hold: z.array(z.object({ role: z.string(), version: z.int() })) });
const findingSchema = z.discriminatedUnion('finding', [
  z.object({ finding: z.literal('unknown') }),
  z.object({
    finding: z.enum(['valid', 'void']),
    number: z.string(),
    name: wordsSchema,
    maskedName: z.string(),
    maskedIdNumber: z.string(),
    issuedAt: z.iso.datetime(),
  }),
]);
const takenSchema = z.object({ ok: z.literal(true) });
const callSchema = z.object({
  id: z.string(),
  state: z.enum(['open', 'answered', 'done', 'ended'] satisfies CallAnswer['state'][]),
  since: z.iso.datetime(),
  answeredBy: z.string().nullable(),
  watched: z.boolean(),
});
const refusalSchema = z.object({ name: z.string(), message: z.string() });

/** `url` ends in a slash; a platform may live below a path. */
export function createPlatformClient(options: { url: string; token: string }): PlatformClient {
  async function post<S extends z.ZodType>(path: string, body: unknown, schema: S, signal: AbortSignal) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${options.token}` };
    return ask(path, { method: 'POST', headers, body: JSON.stringify(body), signal }, schema);
  }
  async function ask<S extends z.ZodType>(path: string, request: RequestInit, schema: S): Promise<z.output<S>> {
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(new URL(path, options.url), { ...request, redirect: 'error' });
      answer = await response.json();
    } catch (error) {
      if (error instanceof SyntaxError) throw new Refusal('platform-failed', `${path}: the answer is not JSON`);
      throw new Refusal('platform-unreachable', path);
    }
    if (!response.ok) throw new Refusal(faultOf(response.status, answer), `${path}: ${response.status}`);
    const parsed = schema.safeParse(answer);
    if (!parsed.success) throw new Refusal('platform-failed', `${path}: unexpected answer`);
    return parsed.data;
  }
  const within = (ms: number, signal?: AbortSignal): AbortSignal =>
    signal === undefined ? AbortSignal.timeout(ms) : AbortSignal.any([signal, AbortSignal.timeout(ms)]);
  const change = async (number: string, action: string, body: unknown): Promise<void> => {
    await post(`api/certificates/${encodeURIComponent(number)}/${action}`, body, stateSchema, within(timeouts.askMs));
  };
  const callPath = (callId: string): string => `api/calls/${encodeURIComponent(callId)}`;
  return {
    offers: async (person, signal) =>
      (await post('api/certificates/offers', { person }, offersSchema, within(timeouts.askMs, signal))).offers,
    issue: (person, kind, requestId, signal) =>
      post('api/certificates', { person, kind, requestId }, issuedSchema, within(timeouts.issueMs, signal)),
    release: number => change(number, 'release', {}),
    printed: number => change(number, 'printed', {}),
    void: (number, reason) => change(number, 'void', { reason }),
    inventory: inventory => post('api/terminals/inventory', inventory, holdSchema, within(timeouts.askMs)),
    verify: (token, signal) =>
      ask(`api/verification/${encodeURIComponent(token)}`, { signal: within(timeouts.askMs, signal) }, findingSchema),
    feedback: async request => {
      await post('api/feedback', request, takenSchema, within(timeouts.askMs));
    },
    openCall: (call, signal) => post('api/calls', call, callSchema, within(timeouts.callMs, signal)),
    lookAtCall: (callId, signal) => {
      const headers = { authorization: `Bearer ${options.token}` };
      return ask(callPath(callId), { headers, signal: within(timeouts.callMs, signal) }, callSchema);
    },
    endCall: async callId => {
      await post(`${callPath(callId)}/end`, {}, callSchema, within(timeouts.callMs));
    },
    reachable: () =>
      fetch(new URL('api/health', options.url), { signal: AbortSignal.timeout(timeouts.healthMs) })
        .then(response => response.ok)
        .catch(() => false),
  };
}

/** The platform names faults of the same catalogue; anything else is its own failure. */
function faultOf(status: number, answer: unknown): FaultName {
  const refusal = refusalSchema.safeParse(answer);
  const named = refusal.success ? faultNames().find(name => name === refusal.data.name) : undefined;
  if (named !== undefined) return named;
  return status === 401 || status === 403 ? 'terminal-not-authorised' : 'platform-failed';
}
