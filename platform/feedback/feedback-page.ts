import { html } from 'hono/html';
import { chinaTime, localDate } from '../../content/common/local-date.ts';
import { clockWords } from '../../content/model/opening-hours.ts';
import type { FeedbackAnswer, FeedbackRequest, MatterFeedback } from '../api/types.ts';
import type { DeskPerson } from '../desk/desk-access.ts';
import type { Markup } from '../pages/page.ts';

const verdictWords: Record<FeedbackRequest['verdict'], string> = { right: '对', wrong: '不对', unclear: '看不懂' };
const aboutWords: Record<NonNullable<FeedbackRequest['about']>, string> = {
  materials: '材料',
  steps: '步骤',
  place: '地点',
  fee: '费用',
  other: '其他',
};

/** Words of a role of the content: who mends the guide. */
export function ownerWords(owner: string): string {
  if (owner === 'targets') return '市级';
  return owner === 'district' ? '区级' : `乡镇 331003${owner.slice('town-'.length)}`;
}

/** For the editors of guides: by matter with its level, then one by one, the newest first. */
export function feedbackPage(person: DeskPerson, { matters, remarks }: FeedbackAnswer): Markup {
  return html`<p class="desk-line">${person.name} · <a href="/desk">返回</a></p>
<h1>指南对不对 <span lang="en">Is this guide right?</span></h1>
<p>最近三十天里，群众在终端上说的。谁的指南，由谁来改。</p>
${matters.length === 0 ? html`<p class="none">还没有人说 <span lang="en">Nothing yet</span></p>` : html`<ul class="calls">${matters.map(matterLine)}</ul>`}
${
  remarks.length === 0
    ? ''
    : html`<h2>一条一条 <span lang="en">One by one</span></h2><ul class="past">${remarks.slice(0, 100).map(remarkLine)}</ul>`
}`;
}

function matterLine({ matterId, matterName, owner, right, wrong, unclear, about, newestAt }: MatterFeedback): Markup {
  const doubts = Object.entries(about).map(
    ([part, count]) => `${aboutWords[part as keyof typeof aboutWords]} ${count}`,
  );
  return html`<li class="state ${wrong > 0 ? 'alarm' : unclear > 0 ? 'later' : 'valid'}">
<h3>${matterName.zh}</h3>
<p>${ownerWords(owner)} · ${matterId}</p>
<p>不对 ${wrong} · 看不懂 ${unclear} · 对 ${right}</p>
<p>${doubts.length === 0 ? '' : `说的是：${doubts.join('，')} · `}最近 ${moment(newestAt)}</p>
</li>`;
}

function remarkLine({ matterName, verdict, about, givenAt, terminalId }: FeedbackAnswer['remarks'][number]): Markup {
  const part = about === null ? '' : `（${aboutWords[about]}）`;
  return html`<li>${moment(givenAt)} ${matterName.zh} · ${verdictWords[verdict]}${part} · ${terminalId}</li>`;
}

function moment(iso: string): string {
  const at = new Date(iso);
  return `${localDate(at)} ${clockWords(chinaTime(at.getTime()).minutes)}`;
}
