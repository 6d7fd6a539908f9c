import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readyDatabase } from '../../tests/support/ready-database.ts';
import type { IssuedCertificate } from '../api/types.ts';
import { temporaryFolder, testConfig, token, wang } from '../platform.test-support.ts';
import { startPlatform } from '../start.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** Text of a PDF is compressed, so the document's own bytes are looked for too: a short piece of each 500. */
function tracesOf(pdf: Buffer): Buffer[] {
  const pieces = Array.from({ length: Math.floor(pdf.length / 500) }, (_, index) =>
    pdf.subarray(index * 500 + 200, index * 500 + 224),
  );
  // Pieces of zeros, such as the room for the signature, are found in any file.
  const telling = pieces.filter(piece => new Set(piece).size > 12);
  expect(telling.length).toBeGreaterThan(10);
  return [Buffer.from(wang.idNumber), Buffer.from(wang.name), ...telling];
}

async function filesWith(traces: Buffer[], dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async file => {
      const bytes = await readFile(file);
      return traces.some(trace => bytes.includes(trace)) ? [relative(dataDir, file)] : [];
    }),
  );
  return found.flat();
}

test('a voided or printed certificate leaves nothing of the person in any file, the database and its log included', async () => {
  const config = testConfig(folder.path);
  await readyDatabase(join(config.dataDir, 'postgres'));
  let platform = await startPlatform(config);
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${platform.url}/api/certificates${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const issue = (requestId: string): Promise<IssuedCertificate> =>
    post('', { person: wang, kind: 'property-none', requestId });
  const [unwanted, wanted] = [await issue('to-be-voided'), await issue('to-be-printed')];
  const traces = [unwanted, wanted].flatMap(({ pdfBase64 }) => tracesOf(Buffer.from(pdfBase64, 'base64')));
  await platform.close();
  const kept = [unwanted, wanted].map(({ number }) => `certificates/${number}.pdf`);
  expect((await filesWith(traces, config.dataDir)).sort()).toEqual(kept.sort());

  platform = await startPlatform(config);
  await post(`/${unwanted.number}/void`, { reason: 'not-wanted' });
  await post(`/${wanted.number}/release`, {});
  await post(`/${wanted.number}/printed`, {});
  await platform.close();
  expect(await filesWith(traces, config.dataDir)).toEqual([]);
});
