/** How often the page has tried to come up since it last did. Nothing of any citizen. */
const attemptsKey = 'attempts';
/** From the second attempt on worker, caches and store go; from the fourth on the pauses are long. */
const firstDeepAttempt = 2;
const firstPatientAttempt = 4;
const longPauseMs = 60_000;
const askAgainMs = 5_000;

export interface Attempt {
  /** Also without worker, caches and store. */
  deep: boolean;
  waitMs: number;
}

export function attemptsSoFar(): number {
  return Number(sessionStorage.getItem(attemptsKey) ?? '0');
}

export function nextAttempt(): Attempt {
  const attempt = attemptsSoFar() + 1;
  sessionStorage.setItem(attemptsKey, String(attempt));
  return { deep: attempt >= firstDeepAttempt, waitMs: attempt < firstPatientAttempt ? 0 : longPauseMs };
}

export function clearAttempts(): void {
  sessionStorage.removeItem(attemptsKey);
}

/** Loads the page again. What this browser keeps of it is thrown away only while the bridge can give it anew. */
export async function repairPage(deep: boolean): Promise<void> {
  const answers = await bridgeAnswers();
  if (deep && answers) await forgetEverything();
  // With neither a worker nor a bridge the next page would be the browser's own error.
  if (answers || navigator.serviceWorker.controller !== null) location.reload();
  else setTimeout(() => void repairPage(deep), askAgainMs);
}

async function forgetEverything(): Promise<void> {
  try {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  } catch (error) {
    console.error(error);
  }
}

/** Asked past the worker, which does not know this address. */
async function bridgeAnswers(): Promise<boolean> {
  try {
    return (await fetch('/api/readiness', { signal: AbortSignal.timeout(askAgainMs) })).ok;
  } catch {
    return false;
  }
}
