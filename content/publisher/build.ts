import { compileRecords, composeAt } from '../compiler/compile.ts';
import { phonePages } from '../compiler/phone-pages.ts';
import type { Sources } from '../compiler/read-sources.ts';
import { districtCode, type Role } from '../delivery/roles.ts';
import type { Generation } from '../model/generation.ts';

/** All that is made of checked sources. The same sources give the same bytes. */
export interface Build {
  /** Of each role, by key. */
  records: Map<Role, Map<string, string>>;
  /** As the whole district sees it: no township's own words laid over it. */
  generation: Generation;
  /** Path below the origin -> HTML. */
  pages: Map<string, string>;
}

export function build(sources: Sources): Build {
  const records = compileRecords(sources);
  const generation = composeAt(records, districtCode);
  return { records, generation, pages: phonePages(generation, sources.registry) };
}
