import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allocateCodes } from '../codes/allocate.ts';
import type { Registry } from '../codes/code.ts';
import { endCodes, moveCodes } from '../codes/retire.ts';
import { type PhonePageSources, phonePages } from './phone-pages.ts';
import { readSources, type Sources } from './read-sources.ts';

let sources: Sources;
let content: PhonePageSources;
let registry: Registry;
let pages: Map<string, string>;
beforeAll(async () => {
  sources = await readSources(join(import.meta.dirname, '..'));
  content = { matters: sources.matters.map(({ value }) => value), places: sources.places.map(({ value }) => value) };
  registry = allocateCodes(sources, sources.registry).registry;
  pages = phonePages(content, registry);
});

function idOf(purpose: string, subject: string, situation?: string): string {
  const code = registry.codes.find(
    each => each.purpose === purpose && each.subject === subject && (situation ?? each.situation) === each.situation,
  );
  if (code === undefined) throw new Error(`no code ${purpose} ${subject} ${situation}`);
  return code.id;
}

const pageOf = (id: string, of = pages): string => of.get(`c/${id}/index.html`) ?? '';

describe('phone pages', () => {
  test('exist for every code ever given, small, without script, and lead only to each other', () => {
    expect(pages.size).toBe(registry.codes.length + 3);
    expect(registry.codes.length).toBeGreaterThan(300);
    for (const [path, html] of pages) {
      expect(Buffer.byteLength(html), path).toBeLessThan(30_000);
      expect(html, path).not.toMatch(/<script|<img|undefined|href=""|\[object/);
      for (const [, href = ''] of html.matchAll(/href="([^"#:]+)"/g)) {
        if (href === '../../../v') continue;
        const target = new URL(href, `http://origin/${path}`).pathname.slice(1);
        expect(pages.has(`${target}index.html`), `${href} in ${path}`).toBe(true);
      }
    }
  });

  test('can be read in the dark and printed, in Chinese with a part in English', () => {
    const guide = pageOf(idOf('guide', 'birth-registration'));
    expect(guide).toContain('prefers-color-scheme:dark');
    expect(guide).toContain('@media print');
    expect(guide).toMatch(/<html lang="zh-CN">[\s\S]*<section lang="en"><h2>Registering a pregnancy/);
    expect(guide).toMatch(/编号 <b>[0-9a-z]{6}<\/b>/);
  });

  test('of a guide show its situation and lead to the others and to applying in the same one', () => {
    const guide = pageOf(idOf('guide', 'birth-registration', 'zhejiang'));
    expect(guide).toContain('<b aria-current="true">至少一方在浙江</b>');
    expect(guide).toContain(`href="../${idOf('guide', 'birth-registration', 'both-elsewhere')}/"`);
    expect(guide).toContain(`href="../${idOf('apply-person', 'birth-registration', 'zhejiang')}/"`);
  });

  test('of applying lead out to the real end over https', () => {
    const apply = pageOf(idOf('apply-person', 'birth-registration'));
    expect(apply).toContain('<a class="go" href="https://www.zjzwfw.gov.cn/">');
    for (const [, scheme] of [...pages.values()].join('').matchAll(/href="(\w+):/g))
      expect(['https', 'tel']).toContain(scheme);
  });

  test('of a place say when it is open, how to call it and what it handles', () => {
    const place = pageOf(idOf('place', '331003203'));
    expect(place).toContain('周一至周五 8:30–11:30，14:00–17:00');
    expect(place).toContain('href="tel:0576-80001203"');
    expect(place).toContain('自助区 24 小时开放');
    expect(place).toContain(`href="../${idOf('guide', 'social-insurance-certificate')}/"`);
  });

  test('of verifying lead to the platform, or to the address given', () => {
    const id = idOf('verify', 'social-insurance-certificate');
    expect(pageOf(id)).toContain('href="../../../v"');
    const elsewhere = phonePages(content, registry, 'https://verify.example/');
    expect(pageOf(id, elsewhere)).toContain('href="https://verify.example/"');
  });

  test('list every guide by field and by department, and every place', () => {
    const count = (path: string): number => [...(pages.get(path) ?? '').matchAll(/href="[./]+c\//g)].length;
    expect(count('g/index.html')).toBe(content.matters.length);
    expect(count('g/departments/index.html')).toBe(content.matters.length);
    expect(count('g/places/index.html')).toBe(19);
  });
});

describe('a code that outlived its matter', () => {
  const without = (): PhonePageSources => ({
    ...content,
    matters: content.matters.filter(({ id }) => id !== 'birth-registration'),
  });

  test('leads on by itself, by a link and in words, over several moves at once', () => {
    const first = moveCodes(registry, 'birth-registration', 'newborn-household-registration');
    const second = first && moveCodes(first, 'newborn-household-registration', 'remote-medical-filing');
    if (second === null) throw new Error('not moved');
    const matters = without().matters.filter(({ id }) => id !== 'newborn-household-registration');
    const page = pageOf(idOf('guide', 'birth-registration'), phonePages({ ...content, matters }, second));
    const target = idOf('guide', 'remote-medical-filing');
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=../${target}/">`);
    expect(page).toMatch(new RegExp(`<a class="go" href="../${target}/">`));
    expect(page).toContain('This page has moved');
  });

  test('says since when it ended, what to use instead and whom to call', () => {
    const ended = endCodes(registry, 'birth-registration', '2026-11-01', 'maternity-benefit');
    if (ended === null) throw new Error('not ended');
    const page = pageOf(idOf('guide', 'birth-registration'), phonePages(without(), ended));
    expect(page).toContain('生育登记 · 至少一方在浙江');
    expect(page).toContain('自 <time datetime="2026-11-01">2026 年 11 月 1 日</time>起');
    expect(page).toContain(`href="../${idOf('guide', 'maternity-benefit')}/"`);
    expect(page).toContain('href="tel:12345"');
  });

  test('is not passed over in silence: its pages cannot be made', () => {
    expect(() => phonePages(without(), registry)).toThrow(/birth-registration/);
  });

  test('and a matter that has no code cannot be published', () => {
    expect(() => phonePages(content, { codes: [] })).toThrow(/no code was given/);
  });
});
