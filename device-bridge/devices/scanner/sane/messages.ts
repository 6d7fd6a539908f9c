/** What `scanimage --progress` says on standard error, piece by piece. */
export interface Messages {
  /** True when there was news in it: a scanimage that lost its scanner says the same percentage for ever. */
  take(chunk: Buffer): boolean;
  /** The last lines that were not progress. */
  lines(): string[];
}

const keptLines = 20;
const longestLine = 4096;

export function createMessages(
  onProgress: (done: number) => void = () => {},
  onPage: (page: number) => void = () => {},
): Messages {
  const kept: string[] = [];
  let percentBefore = '';
  let news = false;
  const lines = createLines(line => {
    const percent = /^Progress: (\d+(?:\.\d+)?)%/.exec(line)?.[1];
    news ||= percent !== percentBefore;
    percentBefore = percent ?? '';
    if (percent !== undefined) return onProgress(Math.min(1, Number(percent) / 100));
    const page = /^Scanning page (\d+)$/.exec(line)?.[1];
    if (page !== undefined) onPage(Number(page));
    kept.push(line);
    if (kept.length > keptLines) kept.shift();
  });
  return {
    take(chunk) {
      news = false;
      lines.take(chunk);
      return news;
    },
    lines: () => [...kept, ...lines.rest()],
  };
}

/** Lines out of pieces: `Progress: 12.3%` ends in a carriage return, everything else in a line feed. Blank ones are left out. */
export function createLines(onLine: (line: string) => void): { take(chunk: Buffer): void; rest(): string[] } {
  let tail = '';
  return {
    take(chunk) {
      const pieces = (tail + chunk.toString('utf8')).split(/[\r\n]/);
      tail = (pieces.pop() ?? '').slice(0, longestLine);
      for (const piece of pieces) if (piece.trim() !== '') onLine(piece.trim());
    },
    rest: () => (tail.trim() === '' ? [] : [tail.trim()]),
  };
}
