import type { Code } from '../../codes/code.ts';
import { type Html, html } from '../html.ts';
import { allGuides, type PageContext } from './context.ts';
import { chineseDate } from './frame.ts';

/** The way on from a matter that was renamed or merged: the phone goes by itself, and there is a link for those that do not. */
export function movedPage(old: Code, target: Code): Html {
  return html`
<h1>${old.name}</h1>
<p class="lead">这件事现在看：</p>
<a class="go" href="../${target.id}/">${target.name}</a>
<p>没有自动打开，请点上面的按钮。</p>
<p lang="en">This page has moved. If it does not open by itself, follow the button.</p>`;
}

/** The end of a matter, place or situation. */
export function endedPage({ book }: PageContext, old: Code, since: string, insteadId: string | undefined): Html {
  const instead = insteadId === undefined ? null : book.destination(insteadId);
  return html`
<h1>${old.name}</h1>
<p class="note"><b>已停办</b>，自 <time datetime="${since}">${chineseDate(since)}</time>起。</p>
${
  instead?.state.is === 'active'
    ? html`<p>现在办这件：</p><a class="go" href="../${instead.id}/">${instead.name}</a>`
    : html`<p>没有直接代替的事项。请从全部指南里找，或打电话问。</p>`
}
<a class="go second" href="${allGuides}">全部指南</a>
<p>问清楚再跑：<a href="tel:12345">12345</a></p>
<p lang="en">No longer offered since ${since}. ${instead?.state.is === 'active' && 'Use the service above instead. '}Questions: 12345.</p>`;
}
