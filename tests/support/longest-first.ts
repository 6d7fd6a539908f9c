import { statSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestSequencer, TestSpecification } from 'vitest/node';
import { defaultPaths } from '../../scripts/paths.ts';

/**
 * The order in which test files begin, the same on every machine and in every run: those that start whole programs
 * (below tests/) before the others, and the large before the small, so that no processor is idle at the end.
 */
export class LongestFirst implements TestSequencer {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    const rank = ({ moduleId }: TestSpecification): number =>
      statSync(moduleId).size + (relative(defaultPaths.checkout, moduleId).startsWith('tests/') ? 2 ** 30 : 0);
    return files.toSorted((a, b) => rank(b) - rank(a) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
