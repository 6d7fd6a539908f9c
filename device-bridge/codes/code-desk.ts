import { type FaultName, fault } from '../../content/common/faults.ts';
import type { CertificateFinding } from '../../platform/api/types.ts';
import type { ScannedView } from '../api/types.ts';
import { refusalName } from '../certificates/settlement.ts';
import type { ScannedCode } from '../devices/code-reader/types.ts';

/** What came of the last code that was shown to the terminal in this visit. */
export interface CodeDesk {
  readonly scanned: { serial: number; what: ScannedView } | null;
  /** A code of whoever is there. What was in it is looked at and dropped. */
  show(code: ScannedCode): void;
  /** The citizen has seen this one. */
  seen(serial: number): void;
  /** The visit is over. */
  clear(): void;
}

export function createCodeDesk(parts: {
  verify(token: string, signal: AbortSignal): Promise<CertificateFinding>;
  onChange(): void;
}): CodeDesk {
  let serial = 0;
  let scanned: CodeDesk['scanned'] = null;
  /** Aborted when another code comes or this one is done with, so that a late answer speaks to nobody. */
  let asking = new AbortController();

  function put(what: ScannedView): void {
    scanned = { serial, what };
    parts.onChange();
  }

  async function verify(token: string, { signal }: AbortController): Promise<void> {
    put({ kind: 'certificate', finding: null });
    try {
      const finding = await parts.verify(token, signal);
      if (!signal.aborted) put({ kind: 'certificate', finding });
    } catch (error) {
      if (!signal.aborted) put(problem(refusalName(error)));
    }
  }

  function clear(): void {
    asking.abort();
    if (scanned === null) return;
    scanned = null;
    parts.onChange();
  }

  return {
    get scanned() {
      return scanned;
    },
    show: code => {
      asking.abort();
      asking = new AbortController();
      serial += 1;
      switch (code.kind) {
        case 'guide':
          return put(code);
        case 'certificate':
          return void verify(code.token, asking);
        case 'citizen':
          return put(problem('code-citizen-not-served'));
        case 'unknown':
          return put(problem('code-unknown'));
      }
    },
    seen: seen => {
      if (scanned?.serial === seen) clear();
    },
    clear,
  };
}

function problem(name: FaultName): ScannedView {
  return { kind: 'problem', fault: fault(name) };
}
