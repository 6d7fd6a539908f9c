/** What goes to a worker and what comes back; one answer for each question. */
export interface Asked<Question> {
  id: number;
  question: Question;
}
export type Answered<Answer> = { id: number; answer: Answer } | { id: number; failed: string };

export interface AskedWorker<Question, Answer> {
  ask(question: Question): Promise<Answer>;
}

/**
 * A worker that is started with the first question and kept. When it breaks, all that waits for it fails and the next
 * question starts a new one.
 */
export function askedWorker<Question, Answer>(start: () => Worker): AskedWorker<Question, Answer> {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

  function give(up: Error): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(up);
    waiting.clear();
  }

  function started(): Worker {
    if (worker !== null) return worker;
    worker = start();
    worker.addEventListener('error', event => give(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<Answered<Answer>>) => {
      if ('failed' in data) return give(new Error(data.failed));
      waiting.get(data.id)?.resolve(data.answer);
      waiting.delete(data.id);
    });
    return worker;
  }

  return {
    ask: question =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        started().postMessage({ id, question } satisfies Asked<Question>);
      }),
  };
}

/** The worker's end. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked<Question>>) => {
    answer(question).then(
      found => postMessage({ id, answer: found } satisfies Answered<Answer>),
      (error: unknown) => postMessage({ id, failed: String(error) } satisfies Answered<Answer>),
    );
  });
}

/** A gzipped file of the built kiosk, unpacked. */
export async function unpacked(path: string): Promise<Response> {
  const { ok, status, body } = await fetch(`/${path}`);
  if (!ok || body === null) throw new Error(`${path} could not be had: ${status}`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip')));
}
