import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { samplePdf } from '../sample-pdf.test-support.ts';
import { pdfPageCount } from './pdf-page-count.ts';

test.each([1, 2, 12])('counts %d pages', pages => {
  expect(pdfPageCount(samplePdf(pages))).toBe(pages);
});

test('reads a page tree in a compressed object stream', () => {
  const inner = deflateSync(Buffer.from('2 0 <</Count 3/Kids[4 0 R 5 0 R 6 0 R]/Type/Pages>>'));
  const pdf = Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${inner.length}>>\nstream\n`),
    inner,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  expect(pdfPageCount(pdf)).toBe(3);
});

test('does not take the entries of an outline for pages, and a stranger for one page', () => {
  const outlined = '1 0 obj <</Type/Outlines/Count 9>> endobj 2 0 obj <</Type/Pages/Count 2/Kids[]>> endobj';
  expect(pdfPageCount(Buffer.from(outlined))).toBe(2);
  expect(pdfPageCount(Buffer.from('%PDF-1.4'))).toBe(1);
});
