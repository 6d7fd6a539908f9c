/**
 * Every number that a page is judged by. Lengths are millimetres on the glass, tones 0 (black) to 255 (white).
 * Chosen on the labelled pages of labelled-pages.test-support.ts (labelled-figures.test-support.ts prints the figures), each between the
 * worst clean page and the weakest defect that makes a page useless to an official; on the clean page's side in doubt,
 * because a citizen who is sent back for a good page has no way on.
 */
export const pageThresholds = {
  /** Measures are taken at 100 dpi: a stroke of 9-point print is about a pixel wide. */
  analysisDpi: 100,
  /** A sheet on the glass is looked for at 50 dpi, where paper grain and noise are averaged away. */
  sheetDpi: 50,
  /** Sharpness is measured at 150 dpi: print that is sharp there can be read, and noise is averaged away. */
  sharpnessDpi: 150,

  /** Ink is at least this much darker than the paper around it. Back-print shines through with up to 0.12, worn receipts keep 0.3. */
  inkContrast: 0.18,
  /** Smaller spots are dust. */
  speckMm2: 0.5,
  /** A feeder's dirty line: as long as the page, no wider than this. */
  streakWidthMm: 1.5,
  /** Margins in which binding holes, staples and shadows lie; of a small sheet a tenth of its side. */
  blankMarginMm: 15,
  /** Less ink is a blank page. A short signature has 40, one line of print 30, dust and a page number up to 5. */
  blankInkMm2: 8,

  /** White paper gives 200 to 255, recycled and coloured paper 150 to 200. */
  darkPaper: 130,

  /** More is put straight only by laying the paper down again. */
  skewedDegrees: 10,
  /** Less is not seen, and turning would only cost sharpness: 1 mm over the width of A4. */
  straightDegrees: 0.25,
  /** How far the sum of squares of the profile at the best angle stands above the usual; print has 1.7 and more. */
  textConfidence: 1.5,

  /**
   * Width over which sharp edges rise, in both directions: scans have 0.3, a soft photograph 0.4, and from 0.65 on
   * (a Gaussian of 0.35 mm) print of 9 points cannot be read.
   */
  blurredEdgeMm: 0.58,
  /** In one direction: a soft photograph has up to 0.65, a page that moved by 1.5 mm 0.9. */
  movedEdgeMm: 0.8,

  /** Strokes that run into the border of the glass on one side: a cut line of print has 6 and more; folds, a streak and the end of a shadow up to 3. */
  cutContacts: 5,
} as const;

export const mmPerInch = 25.4;
