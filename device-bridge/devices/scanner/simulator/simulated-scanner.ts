import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DockState, ScannerKnobs } from '../../../api/types.ts';
import { capabilitiesDocument, statusDocument } from './escl-documents.ts';
import { type Answer, isRefusal, type SimulatedFault, type SimulatedStep, send } from './faulty-answer.ts';
import { samplePages } from './sample-pages.ts';
import { readScanSettings } from './scan-wish.ts';
import { createSimulatedJobs } from './simulated-jobs.ts';

/** The scanner as a hand moves it. */
export interface ScannerHardware {
  state(): NonNullable<DockState['scanner']>;
  /** A page that does not exist is passed over. */
  set(change: Partial<ScannerKnobs & { plugged: boolean }>): void;
  failNext(step: SimulatedStep, fault: SimulatedFault): void;
  /** Until it is set to null. */
  failRepeatedly(step: SimulatedStep, fault: SimulatedFault | null): void;
}

export interface SimulatedScannerOptions {
  /** How long a page takes. */
  pageMs?: number;
  /** After which time a job that nobody asks about is over. */
  abandonedMs?: number;
  /** What the Location of a new job says, of its path. */
  location?: (path: string) => string;
}

const root = '/eSCL';

/** A network scanner on loopback that speaks eSCL (AirScan), with sample pages on its glass and in its feeder. */
export async function startSimulatedScanner(options: SimulatedScannerOptions = {}): Promise<{
  url: string;
  hardware: ScannerHardware;
  close: () => Promise<void>;
}> {
  const { pageMs = 1500, abandonedMs = 30_000, location } = options;
  const knobs: ScannerKnobs = { feederSheets: 0, cover: 'closed', jam: false, pageId: 'filled' };
  const jobs = createSimulatedJobs(knobs, root, abandonedMs);
  const next = new Map<SimulatedStep, SimulatedFault[]>();
  const always = new Map<SimulatedStep, SimulatedFault>();
  let server = createServer(serve);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  let plugged = true;

  function serve(request: IncomingMessage, response: ServerResponse): void {
    // The client went away in the middle: nothing to be done about it.
    response.on('error', () => {});
    void serveStep(request, response).catch(() => response.destroy());
  }

  async function serveStep(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { step, act } = route(request);
    const fault = step === null ? null : (next.get(step)?.shift() ?? always.get(step) ?? null);
    // One that refuses has done nothing; one that answers badly has.
    const answer = fault !== null && isRefusal(fault) ? bare(0) : await act();
    await send(response, answer, fault, step === 'document' && answer.status === 200 ? pageMs : 0);
  }

  function route(request: IncomingMessage): { step: SimulatedStep | null; act: () => Promise<Answer> | Answer } {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const job = /^\/eSCL\/ScanJobs\/([0-9a-f-]+)(\/NextDocument)?$/.exec(path);
    const id = job?.[1] ?? '';
    switch (`${request.method} ${job === null ? path : (job[2] ?? '/job')}`) {
      case `GET ${root}/ScannerCapabilities`:
        return { step: 'capabilities', act: () => xml(capabilitiesDocument) };
      case `GET ${root}/ScannerStatus`:
        return { step: 'status', act: () => xml(statusDocument(jobs.status())) };
      case `POST ${root}/ScanJobs`:
        return { step: 'job', act: async () => createJob(await text(request)) };
      case 'GET /NextDocument':
        return { step: 'document', act: () => nextDocument(id) };
      case 'DELETE /job':
        return { step: null, act: () => bare(jobs.cancel(id) ? 200 : 404) };
      default:
        return { step: null, act: () => bare(404) };
    }
  }

  async function nextDocument(id: string): Promise<Answer> {
    const page = await jobs.nextPage(id);
    return typeof page === 'number' ? bare(page) : bare(200, { 'content-type': 'image/jpeg' }, page);
  }

  function createJob(body: string): Answer {
    const wish = readScanSettings(body);
    const created = wish === null ? 409 : jobs.create(wish);
    if (typeof created === 'number') return bare(created, { 'retry-after': '1' });
    return bare(201, { location: location?.(created) ?? `${address}${created}` });
  }

  function plug(wanted: boolean): void {
    if (wanted === plugged) return;
    plugged = wanted;
    if (wanted) {
      server = createServer(serve);
      // Taken by another program meanwhile: then it stays away.
      server.on('error', () => {});
      server.listen(port, '127.0.0.1');
    } else {
      jobs.forget();
      server.close();
      server.closeAllConnections();
    }
  }

  return {
    url: `${address}${root}`,
    hardware: {
      state: () => ({ ...knobs, plugged, pages: samplePages.map(({ id, label }) => ({ id, label })) }),
      set({ plugged: wanted, pageId, ...change }) {
        Object.assign(knobs, change);
        if (samplePages.some(({ id }) => id === pageId)) knobs.pageId = pageId ?? knobs.pageId;
        if (wanted !== undefined) plug(wanted);
      },
      failNext(step, fault) {
        next.set(step, [...(next.get(step) ?? []), fault]);
      },
      failRepeatedly(step, fault) {
        if (fault === null) always.delete(step);
        else always.set(step, fault);
      },
    },
    async close() {
      jobs.forget();
      if (!plugged) return;
      plugged = false;
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function xml(document: string): Answer {
  return bare(200, { 'content-type': 'text/xml' }, Buffer.from(document));
}

function bare(status: number, headers: Record<string, string> = {}, body: Buffer = Buffer.alloc(0)): Answer {
  return { status, headers, body };
}
