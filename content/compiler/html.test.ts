import { expect, test } from 'vitest';
import { html } from './html.ts';

test('values are escaped, markup made by the tag is not', () => {
  const inner = html`<b>${'<script>"&\''}</b>`;
  expect(html`<p title="${'"'}">${inner}${[html`<i></i>`]}</p>`.markup).toBe(
    '<p title="&#34;"><b>&#60;script&#62;&#34;&#38;&#39;</b><i></i></p>',
  );
});

test('parts that are not there leave nothing', () => {
  expect(html`<p>${undefined}${false}${0}</p>`.markup).toBe('<p>0</p>');
});
