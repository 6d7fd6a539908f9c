import { expect, test } from 'vitest';
import { readSources } from '../content/compiler/read-sources.ts';
import { kinds } from '../platform/certificates/kinds.ts';
import { defaultPaths } from '../scripts/paths.ts';

test('every kind of certificate that the platform issues has its matter, and no matter promises another', async () => {
  const { matters } = await readSources(defaultPaths.contentSource);
  const promised = matters.flatMap(({ value }) => value.ends.terminal?.certificate ?? []);
  expect(promised.toSorted()).toEqual(Object.keys(kinds).toSorted());
});
