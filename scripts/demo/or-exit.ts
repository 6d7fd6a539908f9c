import { Refusal } from '../../content/common/faults.ts';

/** Waits for a step of a start; an expected failure ends the program with its code and what to do. */
export async function orExit<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, remedy } = error.toJSON();
    process.stderr.write(`${code} ${message}\n    -> ${remedy}\n`);
    process.exit(1);
  }
}
