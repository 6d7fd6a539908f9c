import { Refusal } from '../../../../content/common/faults.ts';
import { inspectPage } from './inspect-page.ts';
import type { PageAnswer, PageTask } from './page-tasks.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import { straightenPage } from './straighten-page.ts';

process.on('message', async (task: PageTask) => {
  const answer = await work(task).then<PageAnswer, PageAnswer>(value => ({ outcome: 'done', value }), failure);
  process.send?.(answer);
});
// The bridge has ended or let go.
process.on('disconnect', () => process.exit());

function work(task: PageTask): Promise<unknown> {
  switch (task.task) {
    case 'inspect':
      return inspectPage(task.page);
    case 'straighten':
      return straightenPage(task.page, task.report);
    case 'pdf':
      return pagesToPdf(task.pages, task.limits);
  }
}

function failure(error: unknown): PageAnswer {
  if (error instanceof Refusal) return { outcome: 'refused', fault: error.fault, detail: error.detail };
  return { outcome: 'thrown', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
