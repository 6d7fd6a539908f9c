import type { DeviceFaultRow } from './prove.ts';

const peer = 'a labelled page, drawn with Skia';

/** What is wrong with a scanned page, and how it is found. */
export const scannedPageFaults = {
  blank: {
    fault: 'The page is blank: white, dusty, print shining through from the back, a feeder’s dirty line, binding holes',
    peer,
    outcome: 'Blank (E711); a page with a mere signature is not.',
  },
  dark: {
    fault: 'The page is too dark: under half of the light, or the lid open and nothing on the glass',
    peer,
    outcome: 'Too dark (E712); recycled paper and a page at 70 % of the light are not.',
  },
  crooked: {
    fault: 'The page lies crooked by 12 and 14 degrees',
    peer,
    outcome: 'Crooked (E713); up to 10 degrees it is put straight, within 0.3 degrees.',
  },
  cut: {
    fault: 'Print runs over an edge of the glass',
    peer,
    outcome: 'Cut off (E714); a shadow of the lid along an edge is not.',
  },
  blurred: {
    fault: 'The page is blurred: off the glass (Gaussian, 0.5 mm) or moved by 1.5 mm while it was scanned',
    peer,
    outcome: 'Blurred (E715); noise and a soft copy (0.1 mm) are not.',
  },
  damaged: {
    fault: 'The picture is cut off, no picture, 60,000 x 60,000, or lies about its size',
    peer: 'a damaged JPEG',
    outcome: 'The scan did not succeed (E707); the bridge lives, and the next page is looked at.',
  },
  killed: {
    fault: 'The page process ends with a segmentation fault in the middle of a page',
    peer: 'the page process and a signal',
    outcome: 'The scan did not succeed (E707); the next page gets a new process.',
  },
  tooLarge: {
    fault: 'Pages do not fit under the size limit at 150 dpi either',
    peer,
    outcome: 'Too large (E716); pages that fit when they are made smaller are.',
  },
} as const satisfies Record<string, DeviceFaultRow>;
