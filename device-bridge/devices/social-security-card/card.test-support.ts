import { onTestFinished, vi } from 'vitest';
import { type CardDelays, cardDelays } from './card-delays.ts';
import { createSocialSecurityCardReader } from './driver.ts';
import type { ChipCard } from './simulator/sample-social-security-cards.ts';
import { sampleSocialSecurityCards } from './simulator/sample-social-security-cards.ts';
import { createSimulatedCardTerminal } from './simulator/simulated-card-terminal.ts';
import type { SocialSecurityCardStatus } from './types.ts';

export const quickDelays: CardDelays = {
  ...cardDelays,
  ...{ openMs: 200, watchMs: 60, watchGraceMs: 60, connectMs: 150, transmitMs: 150, disconnectMs: 100 },
  ...{ retryMs: 10, probeMs: 30, libraryProbeMs: 30 },
};
export const patience = { timeout: 10_000, interval: 5 };
export const waiting = (): AbortSignal => new AbortController().signal;

export function shown(status: SocialSecurityCardStatus): string {
  return 'fault' in status ? `${status.state} ${status.fault}` : status.state;
}

export function sampleChip(id: string): ChipCard {
  const card = sampleSocialSecurityCards.find(card => card.id === id);
  if (card === undefined) throw new Error(`no sample ${id}`);
  return card;
}

/** The real driver with a simulated reader. */
export function createBench() {
  const simulated = createSimulatedCardTerminal();
  const reader = createSocialSecurityCardReader({ terminal: simulated.terminal, delays: quickDelays });
  onTestFinished(() => reader.close());
  const seen: string[] = [];
  reader.onStatus(status => seen.push(shown(status)));
  return {
    ...simulated,
    reader,
    seen,
    becomes: (wanted: string) => vi.waitUntil(() => shown(reader.status) === wanted, patience),
  };
}

export const unreadable = { outcome: 'unreadable', fault: 'social-security-card-unreadable' } as const;
