import type { Sources } from '../compiler/read-sources.ts';
import { type Allocation, allocateCodes } from './allocate.ts';
import { writeRegistry } from './registry-file.ts';

/**
 * What publishing does before it compiles: gives the codes that are missing, writes the registry of `folder` when it
 * changed, and returns the sources with it. The sources were checked: `codeProblems` found no error.
 */
export async function giveCodes(
  folder: string,
  sources: Sources,
): Promise<{ sources: Sources; allocation: Allocation }> {
  if (sources.registry.problems.length > 0) throw new Error('a registry with unreadable lines must not be written');
  const allocation = allocateCodes(sources, sources.registry);
  const { registry, added, moved, restored } = allocation;
  if (added.length + moved.length + restored.length > 0) await writeRegistry(folder, registry);
  return { sources: { ...sources, registry: { ...sources.registry, ...registry } }, allocation };
}
