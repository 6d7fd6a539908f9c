import { signal } from '@preact/signals';
import type { DockCommand, DockState } from '../../device-bridge/api/types.ts';

const refreshMs = 1000;

/** What the simulated devices are at; null while the bridge does not answer (or is not in demo mode). */
export const dock = signal<DockState | null>(null);

/** Asks again and again: the printer peer also changes without the dock. */
export function followDock(): void {
  async function refresh(): Promise<void> {
    dock.value = await ask();
    setTimeout(() => void refresh(), refreshMs);
  }
  void refresh();
}

export async function command(wanted: DockCommand): Promise<void> {
  const done = await ask({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  dock.value = done ?? (await ask());
}

async function ask(request: RequestInit = {}): Promise<DockState | null> {
  try {
    const answer = await fetch('/api/dock', request);
    if (!answer.ok || answer.status === 204) return null;
    const body = (await answer.json()) as Partial<DockState>;
    return body.cards === undefined ? null : (body as DockState);
  } catch {
    return null;
  }
}
