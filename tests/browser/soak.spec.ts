import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './kiosk.ts';

/** A few days of a terminal, so that every run can afford it. SOAK_VISITS=2000 replays a month. */
const visits = Number(process.env.SOAK_VISITS ?? 500);
/** Code is compiled and caches are filled by then. */
const warmUpVisits = 150;

interface Footprint {
  heapMb: number;
  nodes: number;
  listeners: number;
  documents: number;
}

test('visit after visit: heap, nodes and listeners do not grow', async ({ kiosk: { page } }) => {
  test.setTimeout(1_200_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(beginReplay);
  await replay(page, warmUpVisits);
  const before = await footprint(session);
  await replay(page, visits - warmUpVisits);
  const after = await footprint(session);
  console.log(`after ${warmUpVisits} visits ${JSON.stringify(before)}, after ${visits} ${JSON.stringify(after)}`);
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.02);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners * 1.02);
  expect(after.heapMb).toBeLessThan(before.heapMb * 1.05 + 0.5);
});

async function footprint(session: CDPSession): Promise<Footprint> {
  // Twice: what the first collection lets go of may hold something else.
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find(metric => metric.name === name)?.value ?? Number.NaN;
  return {
    heapMb: Math.round((of('JSHeapUsedSize') / 2 ** 20) * 100) / 100,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}

interface Replay {
  visits(count: number): Promise<void>;
}

async function replay(page: Page, count: number): Promise<void> {
  await page.evaluate(async wanted => (globalThis as unknown as { replay: Replay }).replay.visits(wanted), count);
  // While the farewell still looks for traces, its looks have listeners of their own.
  await page.locator('.farewell[data-state="clean"]').waitFor();
}

/** Runs in the page: touches as fast as the screens come, without a driver between touch and screen. */
function beginReplay(): void {
  let visitId: string | null = null;
  new EventSource('/api/events').addEventListener('state', event => {
    const { visit } = JSON.parse(event.data) as { visit: { phase: string; id?: string } };
    visitId = visit.phase === 'idle' ? null : (visit.id ?? null);
  });
  async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
    const deadline = performance.now() + 20_000;
    for (;;) {
      const found = look();
      if (found !== null && found !== undefined && found !== false) return found;
      if (performance.now() > deadline)
        throw new Error(`never came: ${what}; ${document.body.innerText.slice(0, 300)}`);
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }
  const touch = async (selector: string, words = ''): Promise<void> => {
    const button = await until(`${selector} ${words}`, () =>
      [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent, ariaLabel }) =>
        `${textContent}${ariaLabel ?? ''}`.includes(words),
      ),
    );
    button.click();
  };
  async function toGuide(): Promise<void> {
    await touch('main.browse button', '社会保险');
    await until('matters', () => document.querySelector('main.matters'));
    await touch('main.matters button.row', '灵活就业人员参保登记');
    await until('guide', () => document.querySelector('main.guide svg.qr-code path'));
  }
  async function visit(turn: number): Promise<void> {
    await touch('.attract-touch');
    await until('visit', () => visitId !== null && document.querySelector('main.home'));
    // Each visit looks another way; settings end with it.
    if (turn % 3 === 0) await touch('.access-bar button', '大字');
    if (turn % 3 === 1) await touch('.access-bar button', '高对比');
    if (turn % 4 === 0) {
      await touch('.access-bar button', '求助');
      await touch('dialog button', '关闭');
    }
    await touch('main.home button', '按领域');
    await until('browse', () => document.querySelector('main.browse'));
    if (turn % 4 === 1) await toGuide();
    await touch('nav button', '首页');
    await until('home', () => document.querySelector('main.home'));
    await fetch('/api/command', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'visit/end', visitId }),
    });
    await until('nobody there', () => visitId === null && document.querySelector('.attract-touch'));
  }
  const replay: Replay = {
    async visits(count) {
      for (let turn = 0; turn < count; turn++) await visit(turn);
    },
  };
  Object.assign(globalThis, { replay });
}
