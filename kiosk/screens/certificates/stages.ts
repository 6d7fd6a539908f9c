import type { CertificatesView } from '../../../device-bridge/api/types.ts';

type Step = CertificatesView['step'];

/** What the citizen sees of the bridge's steps. */
export const stages = ['card', 'choose', 'check', 'print'] as const;
export type Stage = (typeof stages)[number];

/** null: the way has ended, or not begun. */
export function stage(step: Step): Stage | null {
  switch (step) {
    case 'awaiting-card':
      return 'card';
    case 'listing':
    case 'choosing':
      return 'choose';
    case 'preparing':
    case 'preview':
      return 'check';
    case 'printing':
    case 'printed':
      return 'print';
    case 'idle':
    case 'failed':
      return null;
  }
}

/** Paper that moves is seen to its end; a sheet the printer only waits with (no paper, cover open) can be left. */
export function mayLeave(view: CertificatesView): boolean {
  if (view.step === 'printing') return view.progress.stage === 'held';
  return view.step !== 'printed' && view.step !== 'failed';
}
