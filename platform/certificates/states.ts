import type { CertificateState } from '../api/types.ts';

export type CertificateAction = 'release' | 'printed' | 'void';

/** Nothing can be printed any more; the file with its clear data goes. */
export function isOver(state: CertificateState): boolean {
  return state === 'printed' || state === 'void';
}

/**
 * prepared -> released -> printed; prepared | released -> void. Doing what is already done changes nothing, so that an
 * answer lost on the way can be asked for again; null means refused. A printed certificate lies in somebody's hand: a
 * terminal can neither release it a second time nor void it.
 */
export function stateAfter(state: CertificateState, action: CertificateAction): CertificateState | null {
  const target = { release: 'released', printed: 'printed', void: 'void' } as const;
  if (state === target[action]) return state;
  switch (action) {
    case 'release':
      return state === 'prepared' ? 'released' : null;
    case 'printed':
      return state === 'released' ? 'printed' : null;
    case 'void':
      return state === 'prepared' || state === 'released' ? 'void' : null;
  }
}
