import type { IconNode } from 'lucide';
import type { MaterialPicture } from '../../content/model/material-pictures.ts';

const card: IconNode[number] = ['rect', { x: 4, y: 7, width: 56, height: 34, rx: 5 }];
const sheet: IconNode[number] = ['rect', { x: 15, y: 3, width: 34, height: 42, rx: 3 }];
/** A bound booklet: cover and spine. */
const booklet: IconNode = [sheet, ['path', { d: 'M21 3v42' }]];

/** Our own line drawings of the papers that citizens bring, 64 by 48, stroke 2: as one knows them, without any emblem. */
export const paperDrawings: Record<MaterialPicture, IconNode> = {
  'id-card': [
    card,
    ['path', { d: 'M11 16h16M11 24h12M11 33h18' }],
    ['circle', { cx: 45, cy: 19, r: 5 }],
    ['path', { d: 'M36 34c0-9 18-9 18 0' }],
  ],
  'household-booklet': [...booklet, ['path', { d: 'M28 22l7-6 7 6M30 20.5V28h10v-7.5' }], ['path', { d: 'M27 35h16' }]],
  'social-security-card': [
    card,
    ['rect', { x: 11, y: 19, width: 11, height: 9, rx: 2 }],
    ['path', { d: 'M11 13h20M11 34h20' }],
    ['circle', { cx: 47, cy: 21, r: 4.5 }],
    ['path', { d: 'M40 34c0-8 14-8 14 0' }],
  ],
  'bank-card': [card, ['path', { d: 'M4 15h56M4 21h56M11 33h10M27 33h6M46 33h8' }]],
  photo: [sheet, ['circle', { cx: 32, cy: 19, r: 6.5 }], ['path', { d: 'M20 40c0-15 24-15 24 0' }]],
  'marriage-certificate': [
    ...booklet,
    ['path', { d: 'M35 26c-9-6-6-13-2-12 1 0 2 1 2 3 0-2 1-3 2-3 4-1 7 6-2 12z' }],
    ['path', { d: 'M28 35h14' }],
  ],
  'property-certificate': [
    ...booklet,
    ['path', { d: 'M27 37V19h9v18M36 25h7v12M25 37h20' }],
    ['path', { d: 'M30.5 24h2M30.5 30h2' }],
  ],
  'business-licence': [
    ['rect', { x: 4, y: 5, width: 56, height: 38, rx: 3 }],
    ['path', { d: 'M22 13h20M12 21h26M12 27h26M12 34h16' }],
    ['circle', { cx: 48, cy: 32, r: 5 }],
  ],
  certificate: [
    ['rect', { x: 5, y: 5, width: 54, height: 32, rx: 3 }],
    ['path', { d: 'M14 14h36M14 21h22M14 28h16' }],
    ['circle', { cx: 46, cy: 31, r: 6 }],
    ['path', { d: 'M42 36v9l4-3 4 3v-9' }],
  ],
  passport: [
    ...booklet,
    ['circle', { cx: 35, cy: 20, r: 8 }],
    ['path', { d: 'M27 20h16M35 12c-5 5-5 11 0 16M35 12c5 5 5 11 0 16M28 37h14' }],
  ],
  form: [
    sheet,
    ['rect', { x: 21, y: 11, width: 5, height: 5 }],
    ['rect', { x: 21, y: 22, width: 5, height: 5 }],
    ['rect', { x: 21, y: 33, width: 5, height: 5 }],
    ['path', { d: 'M31 13.5h12M31 24.5h12M31 35.5h12' }],
  ],
  contract: [
    ['path', { d: 'M21 8V6a3 3 0 0 1 3-3h27a3 3 0 0 1 3 3v31a3 3 0 0 1-3 3h-3' }],
    ['rect', { x: 10, y: 8, width: 34, height: 37, rx: 3 }],
    ['path', { d: 'M17 17h20M17 24h20' }],
    ['path', { d: 'M17 36c3-6 5-6 5-2s3 2 4-1 3 0 4 2 4 0 7-1' }],
  ],
  letter: [sheet, ['path', { d: 'M26 11h12M21 19h22M21 25h22M21 31h8' }], ['circle', { cx: 39, cy: 35, r: 4.5 }]],
  statement: [
    ['path', { d: 'M46 24V6a3 3 0 0 0-3-3H15a3 3 0 0 0-3 3v36a3 3 0 0 0 3 3h12' }],
    ['path', { d: 'M19 12h20M19 19h20M19 26h10' }],
    ['path', { d: 'M34 44l2-7 14-14a3.5 3.5 0 0 1 5 5L41 42z' }],
  ],
  invoice: [
    ['path', { d: 'M14 4h36v40l-6-4-6 4-6-4-6 4-6-4-6 4z' }],
    ['path', { d: 'M27 11l5 6 5-6M32 17v11M27 20h10M27 24.5h10' }],
  ],
  medical: [sheet, ['path', { d: 'M32 9v12M26 15h12M20 33h6l3-6 5 11 3-5h7' }]],
  plan: [
    ['rect', { x: 5, y: 5, width: 54, height: 38, rx: 2 }],
    ['path', { d: 'M12 12h40v24H12zM30 12v9M30 27v9M30 21h-8M42 36v-8h10' }],
  ],
  record: [
    ['rect', { x: 6, y: 4, width: 52, height: 31, rx: 4 }],
    ['path', { d: 'M22 44h20M32 35v9M22 20l7 7 13-14' }],
  ],
  papers: [
    ['path', { d: 'M22 9V6a3 3 0 0 1 3-3h26a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3h-3' }],
    ['rect', { x: 10, y: 9, width: 34, height: 36, rx: 3 }],
    ['path', { d: 'M17 18h20M17 25h20M17 32h12' }],
  ],
};
