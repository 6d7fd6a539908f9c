import { ends, fields, handlingAreas } from '../../model/code-lists.ts';
import type { Matter } from '../../model/matter.ts';
import { type Answers, type Situation, situationOf } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';
import { allGuides, besideIt, type PageContext } from './context.ts';
import { chineseDate, english, sampleMark } from './frame.ts';
import { materialLists } from './materials.ts';

/** A guide as a citizen takes it away: everything of one situation, and the way to the others. */
export function guidePage(context: PageContext, matter: Matter, answers: Answers): Html {
  const situation = situationOf(matter, answers);
  const { limit, fee, steps } = situation;
  const { result, conditions } = matter;
  return html`
<p class="crumb"><a href="${allGuides}">全部指南</a> · ${fields[matter.field].name.zh}${sampleMark(matter.sample)}</p>
<h1>${matter.name.zh}</h1>
<p class="lead">${matter.summary.zh}</p>
${datesNote(matter)}
<dl class="facts">
<div><dt>多久办好</dt><dd>${limit.caseType === 'immediate' ? '当场' : `${limit.promisedWorkingDays} 个工作日`}</dd></div>
<div><dt>费用</dt><dd>${fee.yuan === 0 ? '不收费' : `${fee.yuan} 元${fee.per ? ` / ${fee.per.zh}` : ''}`}</dd></div>
<div><dt>要跑几次</dt><dd>${matter.visits.count} 次</dd></div>
<div><dt>办理范围</dt><dd>${handlingAreas[matter.area].zh}</dd></div>
</dl>
${situation.questions.map(asked => questionPart(context, matter, answers, asked))}
<h2>要带什么</h2>
${materialLists(situation)}
<h2>谁可以办</h2>
<p>${matter.who.zh}</p>
${conditions.length > 0 && html`<ul>${conditions.map(condition => html`<li>${condition.zh}</li>`)}</ul>`}
<h2>在哪里办</h2>
<ul>${endLines(matter).map(line => html`<li>${line}</li>`)}</ul>
${applyLinks(context, matter, situation)}
${steps.length > 0 && html`<h2>怎么办</h2><ol>${steps.map(({ text }) => html`<li>${text.zh}</li>`)}</ol>`}
${result && html`<h2>办好拿到什么</h2><p>${result.name.zh}${result.sample && html`<small>（${result.sample.looks.zh}）</small>`}</p>`}
${matter.faq.map(({ question, answer }) => html`<details><summary>${question.zh}</summary><p>${answer.zh}</p></details>`)}
${matter.legalBasis.length > 0 && html`<h2>依据</h2><ul>${matter.legalBasis.map(basis => html`<li>${basis.zh}</li>`)}</ul>`}
<h2>电话</h2>
<p>咨询 <a href="tel:${matter.phones.consult}">${matter.phones.consult}</a> · 投诉 <a href="tel:${matter.phones.complaint}">${matter.phones.complaint}</a></p>
${englishPart(matter, situation)}`;
}

/** A static page cannot know what day it is read: it says the day. */
function datesNote({ effectiveFrom, cancelledFrom }: Matter): Html {
  return html`${effectiveFrom && html`<p class="note">从 ${chineseDate(effectiveFrom)}起可以办。</p>`}${
    cancelledFrom && html`<p class="note">从 ${chineseDate(cancelledFrom)}起停办。</p>`
  }`;
}

function questionPart(
  context: PageContext,
  matter: Matter,
  answers: Answers,
  { question, optionId }: Situation['questions'][number],
): Html {
  return html`<h2>${question.ask.zh}</h2><ul class="options">${question.options.map(option => {
    if (option.id === optionId) return html`<li><b aria-current="true">${option.label.zh}</b></li>`;
    const other = situationOf(matter, { ...answers, [question.id]: option.id });
    return html`<li><a href="${besideIt(context, 'guide', matter.id, other.key)}">${option.label.zh}</a></li>`;
  })}</ul>`;
}

function endLines(matter: Matter): string[] {
  const { web, phone, window, terminal } = matter.ends;
  const lines = [
    terminal && `${ends.terminal.zh}：${terminal.service === 'guide-only' ? '查看指南' : '24 小时可办'}`,
    phone && `${ends.phone.zh}：${phone.name.zh}`,
    web && `${ends.web.zh}：${web.name.zh}`,
    window &&
      `${ends.window.zh}：${[window.name, window.where, window.address]
        .map(words => words?.zh ?? '')
        .join(' ')
        .trim()}`,
  ];
  return lines.filter(line => line !== undefined);
}

function applyLinks(context: PageContext, matter: Matter, { key }: Situation): Html {
  const person = besideIt(context, 'apply-person', matter.id, key);
  const company = besideIt(context, 'apply-company', matter.id, key);
  return html`<nav>${person && html`<a class="go" href="${person}">个人：现在就在手机上办</a>`}${
    company && html`<a class="go${person && ' second'}" href="${company}">企业、单位：网上办</a>`
  }</nav>`;
}

function englishPart(matter: Matter, { bring, limit, fee }: Situation): Html | '' {
  if (matter.name.en === undefined) return '';
  const time = limit.caseType === 'immediate' ? 'At once' : `${limit.promisedWorkingDays} working days`;
  return html`<section lang="en"><h2>${matter.name.en}</h2><p>${english(matter.summary)}</p>
<p>${time} · ${fee.yuan === 0 ? 'free of charge' : `CNY ${fee.yuan}`} · questions: <a href="tel:${matter.phones.consult}">${matter.phones.consult}</a></p>
${bring.length > 0 && html`<p>Bring:</p><ul>${bring.map(material => html`<li>${material.name.en ?? material.name.zh}</li>`)}</ul>`}</section>`;
}
