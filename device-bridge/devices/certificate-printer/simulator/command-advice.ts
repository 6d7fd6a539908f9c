import { createServer, request } from 'node:http';
import { z } from 'zod';

/**
 * The line between ippeveprinter's print command (a process of its own for each job) and the peer, which knows what the
 * dock has set and asks the printer whether the job has been cancelled. HTTP on a Unix socket.
 */
export const adviceSchema = z.object({
  /** The job has been cancelled: put out nothing more. */
  canceled: z.boolean(),
  /** Something is open, stuck or empty: wait. */
  held: z.boolean(),
  /** printer-state-reasons that must stand now. */
  reasons: z.array(z.string()),
  sheetMs: z.number(),
});
export type Advice = z.output<typeof adviceSchema>;

export async function serveAdvice(
  socketPath: string,
  adviseOn: (jobId: number) => Promise<Advice>,
): Promise<{ close(): void }> {
  const server = createServer((incoming, outgoing) => {
    void adviseOn(Number(incoming.url?.slice(1))).then(advice => outgoing.end(JSON.stringify(advice)));
  });
  await new Promise<void>(resolve => server.listen(socketPath, resolve));
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function askAdvice(socketPath: string, jobId: number): Promise<Advice> {
  return new Promise((resolve, reject) => {
    request({ socketPath, path: `/${jobId}`, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve(adviceSchema.parse(JSON.parse(text))));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
