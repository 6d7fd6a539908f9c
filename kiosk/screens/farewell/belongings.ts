import type { DevicesView, FarewellView } from '../../../device-bridge/api/types.ts';

export type Belonging = 'id-card' | 'social-security-card' | 'card' | 'paper' | 'original';

type Looked = Pick<DevicesView, 'idCardReader' | 'socialSecurityCard'>;

/** What the citizen who went may have left behind, the surest first. Pure. */
export function belongings({ cardLeft, papersLeft, originalsLeft }: FarewellView, devices: Looked): Belonging[] {
  return [
    ...(cardLeft ? cards(devices) : []),
    ...(originalsLeft ? (['original'] as const) : []),
    ...(papersLeft ? (['paper'] as const) : []),
  ];
}

function cards({ idCardReader, socialSecurityCard }: Looked): Belonging[] {
  const lying: Belonging[] = [];
  if (idCardReader.state === 'card-present' || idCardReader.state === 'unreadable') lying.push('id-card');
  if (socialSecurityCard?.state === 'card-present') lying.push('social-security-card');
  return lying.length === 0 ? ['card'] : lying;
}
