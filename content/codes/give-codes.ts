import { join } from 'node:path';
import { withProcessLock } from '../common/process-lock.ts';
import type { Sources } from '../compiler/read-sources.ts';
import { type Allocation, allocateCodes } from './allocate.ts';
import { readRegistry, writeRegistry } from './registry-file.ts';

/**
 * What publishing does before it compiles: gives the codes that are missing, writes the registry of `folder` when it
 * changed, and returns the sources with it. The sources were checked: `codeProblems` found no error.
 */
export async function giveCodes(
  folder: string,
  sources: Sources,
): Promise<{ sources: Sources; allocation: Allocation }> {
  if (sources.registry.problems.length > 0) throw new Error('a registry with unreadable lines must not be written');
  // Read anew by whoever holds the lock: two that allocate from one state would give one code twice.
  return withProcessLock(join(folder, 'codes', '.registry.pid'), async () => {
    const kept = await readRegistry(folder);
    if (kept.problems.length > 0) throw new Error('a registry with unreadable lines must not be written');
    const allocation = allocateCodes(sources, kept);
    const { registry, added, moved, restored } = allocation;
    if (added.length + moved.length + restored.length > 0) await writeRegistry(folder, registry);
    return { sources: { ...sources, registry: { ...kept, ...registry } }, allocation };
  });
}
