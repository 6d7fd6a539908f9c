import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from './json-schemas.ts';

const contentFolder = join(import.meta.dirname, '..');
const kinds: [schema: string, files: string][] = [
  ['matter', '{city,district}/matters/**/*.yaml'],
  ['place', 'townships/*/place.yaml'],
  ['overlay', '{district,townships/*}/overlay.yaml'],
  ['life-events', 'district/life-events.yaml'],
  ['readings', 'city/readings.yaml'],
];

/** Read back from JSON alone, as an editor does. */
function schemaOf(name: string) {
  return z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchemas().get(`${name}.schema.json`))));
}

test.each(kinds)('the JSON Schema of a %s takes every source file as it is written', (name, files) => {
  const schema = schemaOf(name);
  const paths = globSync(files, { cwd: contentFolder });
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    const result = schema.safeParse(parse(readFileSync(join(contentFolder, path), 'utf8')));
    expect(result.error?.issues ?? [], path).toEqual([]);
  }
});

test('an editor marks an unknown key, a wrong code and what a township may not set', () => {
  const file = join(contentFolder, 'district/matters/civil-affairs/elderly-card.yaml');
  const matter = parse(readFileSync(file, 'utf8'));
  expect(schemaOf('matter').safeParse({ ...matter, visit: 0 }).success).toBe(false);
  expect(schemaOf('matter').safeParse({ ...matter, level: 'delegated' }).success).toBe(false);
  expect(schemaOf('overlay').safeParse({ matters: { 'elderly-card': { fees: [] } } }).success).toBe(false);
});
