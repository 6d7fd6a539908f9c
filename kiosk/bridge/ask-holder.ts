import type { HolderWhole } from '../../device-bridge/api/types.ts';

/** Whose card lies there, unmasked: for the screen while it is held, for nothing else. Null when the bridge does not say. */
export async function askHolder(visitId: string, signal: AbortSignal): Promise<HolderWhole | null> {
  try {
    const answer = await fetch(`/api/visit/${visitId}/holder`, { cache: 'no-store', signal });
    return answer.ok ? ((await answer.json()) as HolderWhole) : null;
  } catch {
    return null;
  }
}
