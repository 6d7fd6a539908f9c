import { html } from 'hono/html';
import { chinaTime } from '../../content/common/local-date.ts';
import { textSchema } from '../../content/common/text.ts';
import { clockWords } from '../../content/model/opening-hours.ts';
import type { CallRequest } from '../api/types.ts';
import type { CallRow } from '../database/tables.ts';
import type { DeskPerson } from '../desk/desk-access.ts';
import type { Markup } from '../pages/page.ts';

const areaWords: Record<CallRequest['area'], string> = {
  home: '在首页',
  find: '在找事项',
  guide: '在看指南',
  certificates: '在打印证明',
  scan: '在扫描材料',
  other: '',
};

/** The page of the staff: who waits for help now. Its list is replaced as it changes (calls-page.client.js). */
export function callsPage(person: DeskPerson, list: Markup): Markup {
  return html`<p class="desk-line">${person.name} · <a href="/desk">返回</a></p>
<h1>求助 <span lang="en">Calls for help</span></h1>
<p><button type="button" class="quiet" id="sound" hidden>打开提示音 <span lang="en">Sound on</span></button></p>
<div id="calls" aria-live="polite">${list}</div>
<p class="desk-line" id="line" hidden>连接断了，正在重连… <span lang="en">Reconnecting…</span></p>`;
}

/** open: those that somebody waits for. past: what is over, for who comes to the desk later. */
export function callsList(open: readonly CallRow[], past: readonly CallRow[], now: Date): Markup {
  return html`${
    open.length === 0
      ? html`<p class="none" data-open="0">现在没有人求助 <span lang="en">Nobody is waiting</span></p>`
      : html`<ul class="calls" data-open="${open.filter(({ state }) => state === 'open').length}">${open.map(call => openCall(call, now))}</ul>`
  }${
    past.length === 0
      ? ''
      : html`<h2>刚才的 <span lang="en">Earlier</span></h2><ul class="past">${past.map(pastCall)}</ul>`
  }`;
}

function openCall(call: CallRow, now: Date): Markup {
  const { id, state, answered_by, opened_at, area } = call;
  const minutes = Math.floor((now.getTime() - opened_at.getTime()) / 60_000);
  const waits = minutes < 1 ? '刚刚' : `已等 ${minutes} 分钟`;
  return html`<li class="state ${state === 'open' ? 'alarm' : 'valid'}">
<h3>${terminalWords(call)}</h3>
<p><strong>${clock(opened_at)}</strong> 请人帮忙 · ${waits}${areaWords[area] === '' ? '' : ` · ${areaWords[area]}`}</p>
${state === 'answered' ? html`<p>${answered_by} 已经去了 <span lang="en">on the way</span></p>` : ''}
<div class="buttons">${
    state === 'open'
      ? html`<form method="post" action="/desk/calls/${id}/answer"><button>我来了 <span lang="en">I am coming</span></button></form>`
      : ''
  }<form method="post" action="/desk/calls/${id}/done"><button class="quiet">已处理 <span lang="en">Done</span></button></form></div>
</li>`;
}

function pastCall(call: CallRow): Markup {
  const { opened_at, state, answered_by } = call;
  const end = state === 'done' ? `${answered_by ?? ''} 已处理` : answered_by === null ? '无人应答，已结束' : '已结束';
  return html`<li>${clock(opened_at)} ${terminalWords(call)} · ${end}</li>`;
}

function terminalWords({ place_code, place_name, terminal_number }: CallRow): string {
  const name = place_name === null ? place_code : textSchema.parse(JSON.parse(place_name)).zh;
  return `${name} ${terminal_number} 号终端`;
}

function clock(at: Date): string {
  return clockWords(chinaTime(at.getTime()).minutes);
}
