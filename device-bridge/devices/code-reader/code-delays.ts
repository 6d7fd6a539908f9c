/** Every delay of the driver, in milliseconds. */
export interface CodeReaderDelays {
  /** A silence that ends a code: models without a line end after it. */
  pauseMs: number;
  /** The same code again within this time is the same code still held before the window. */
  sameMs: number;
  openMs: number;
  closeMs: number;
  /** Between two attempts to get a lost line back, for ever. */
  probeMs: number;
}

export const codeReaderDelays: CodeReaderDelays = {
  pauseMs: 100,
  sameMs: 3000,
  openMs: 3000,
  closeMs: 2000,
  probeMs: 2000,
};
