import { createInterface } from 'node:readline/promises';

/** Whether the person at the terminal says yes; false when nobody is there to be asked. */
export async function asked(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(y|yes|是)$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
