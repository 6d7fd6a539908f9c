/**
 * Does `task` now and again `pauseMs` after each end, one at a time. A failure is told and does not end the row.
 * Returns a stop that resolves when nothing runs any more.
 */
export function repeat(
  pauseMs: number,
  onFailure: (error: unknown) => void,
  task: () => Promise<void>,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = (): void => {
    running = task()
      .catch(onFailure)
      .then(() => {
        if (!stopped) timer = setTimeout(round, pauseMs);
      });
  };
  round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
