import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Of AAA what concerns the eye: text at 7:1. The others are about texts for a website.
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
  elementRef: false,
};

/** Once for each page that is loaded: the program is large, and putting it in for each run would take most of its time. */
export async function bringAxe(page: Page): Promise<void> {
  const program = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.addInitScript({ content: await readFile(program, 'utf8') });
}

/** What axe finds wrong with the page as it is now, one line for each element. */
export async function axeFaults(page: Page): Promise<string[]> {
  return page.evaluate(async options => {
    const axe: { run(context: Document, options: unknown): Promise<AxeResults> } = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} ${failureSummary?.split('\n').at(-1)}`),
    );
  }, options);
}
