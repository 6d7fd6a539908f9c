import { ends, fields, handlingAreas, keysOf } from '../model/code-lists.ts';
import type { Generation } from '../model/generation.ts';
import { guidePath } from '../model/guide-address.ts';
import type { Matter } from '../model/matter.ts';
import { type Answers, allAnswers, type Situation, situationOf } from '../model/situation.ts';
import { type Html, html } from './html.ts';
import { phonePageStyle } from './phone-page-style.ts';

/** Every page a guide's QR code can open: path below the origin -> HTML that reads without JavaScript. */
export function phonePages(generation: Generation): Map<string, string> {
  const pages = new Map<string, string>();
  for (const matter of generation.matters)
    for (const answers of allAnswers(matter)) {
      const situation = situationOf(matter, answers);
      pages.set(`${guidePath(matter.id, situation.key)}index.html`, guidePage(matter, situation, answers));
    }
  pages.set('g/index.html', indexPage(generation));
  return pages;
}

function guidePage(matter: Matter, situation: Situation, answers: Answers): string {
  const { limit, fee } = situation;
  return page(
    matter.name.zh,
    html`
    <p class="crumb"><a href="../../">全部指南</a> · ${fields[matter.field].name.zh}${matter.sample ? html` · <b>示例</b>` : ''}</p>
    <h1>${matter.name.zh}</h1>
    <p class="lead">${matter.summary.zh}</p>
    <dl class="facts">
      <div><dt>多久办好</dt><dd>${limit.caseType === 'immediate' ? '当场' : `${limit.promisedWorkingDays} 个工作日`}</dd></div>
      <div><dt>费用</dt><dd>${fee.yuan === 0 ? '不收费' : `${fee.yuan} 元${fee.per ? ` / ${fee.per.zh}` : ''}`}</dd></div>
      <div><dt>要跑几次</dt><dd>${matter.visits.count} 次</dd></div>
      <div><dt>办理范围</dt><dd>${handlingAreas[matter.area].zh}</dd></div>
    </dl>
    ${situation.questions.map(asked => questionPart(matter, answers, asked))}
    <h2>要带什么</h2>
    ${materialList('要带', situation.bring)}
    ${materialList('可不带', situation.optional)}
    ${materialList('可后补', situation.later)}
    ${materialList('免提交', situation.exempt)}
    ${situation.bring.length === 0 ? html`<p>不用带材料。</p>` : ''}
    <h2>谁可以办</h2>
    <p>${matter.who.zh}</p>
    <h2>在哪里办</h2>
    <ul>${endLines(matter).map(line => html`<li>${line}</li>`)}</ul>
    ${matter.steps.length > 0 ? html`<h2>怎么办</h2><ol>${matter.steps.map(step => html`<li>${step.zh}</li>`)}</ol>` : ''}
    ${matter.faq.map(({ question, answer }) => html`<details><summary>${question.zh}</summary><p>${answer.zh}</p></details>`)}
    ${matter.legalBasis.length > 0 ? html`<h2>依据</h2><ul>${matter.legalBasis.map(basis => html`<li>${basis.zh}</li>`)}</ul>` : ''}
    <h2>电话</h2>
    <p>咨询 <a href="tel:${matter.phones.consult}">${matter.phones.consult}</a> · 投诉 <a href="tel:${matter.phones.complaint}">${matter.phones.complaint}</a></p>
    ${
      matter.name.en === undefined
        ? ''
        : html`<section lang="en"><h2>${matter.name.en}</h2><p>${matter.summary.en ?? ''}</p>
      <ul>${situation.bring.map(material => html`<li>${material.name.en ?? material.name.zh}</li>`)}</ul></section>`
    }`,
  );
}

function questionPart(matter: Matter, answers: Answers, { question, optionId }: Situation['questions'][number]): Html {
  return html`<h2>${question.ask.zh}</h2><ul class="options">${question.options.map(option => {
    if (option.id === optionId) return html`<li><b aria-current="true">${option.label.zh}</b></li>`;
    const other = situationOf(matter, { ...answers, [question.id]: option.id });
    return html`<li><a href="../${other.key}/">${option.label.zh}</a></li>`;
  })}</ul>`;
}

function materialList(title: string, materials: Situation['bring']): Html | '' {
  if (materials.length === 0) return '';
  return html`<ul class="materials">${materials.map(
    material =>
      html`<li><span class="tag">${title}</span><b>${material.name.zh}</b>${
        material.copies > 1 ? ` ${material.copies} 份` : ''
      }${material.note ? html`<small>${material.note.zh}</small>` : ''}${
        material.sharedBy ? html`<small>${material.sharedBy.zh}，不用带</small>` : ''
      }</li>`,
  )}</ul>`;
}

function endLines(matter: Matter): string[] {
  const { web, phone, window, terminal } = matter.ends;
  const lines = [
    terminal && `${ends.terminal.zh}：${terminal.service === 'certificate' ? '24 小时可办' : '查看指南'}`,
    phone && `${ends.phone.zh}：${phone.name.zh}`,
    web && `${ends.web.zh}：${web.name.zh}`,
    window && `${ends.window.zh}：${window.name.zh}`,
  ];
  return lines.filter(line => line !== undefined);
}

function indexPage(generation: Generation): string {
  const sections = keysOf(fields).map(field => {
    const matters = generation.matters.filter(matter => matter.field === field);
    if (matters.length === 0) return '';
    return html`<h2>${fields[field].name.zh}</h2><ul>${matters.map(
      matter => html`<li><a href="${matter.id}/${situationOf(matter, {}).key}/">${matter.name.zh}</a></li>`,
    )}</ul>`;
  });
  return page('办事指南', html`<h1>办事指南</h1>${sections}`);
}

function page(title: string, body: Html): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html`${title}`.markup}</title>
<style>${phonePageStyle}</style>
</head>
<body><main>${body.markup}<footer>咨询与投诉：<a href="tel:12345">12345</a></footer></main></body>
</html>
`;
}
