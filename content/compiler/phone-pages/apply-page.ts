import { fields } from '../../model/code-lists.ts';
import type { Matter } from '../../model/matter.ts';
import { type Answers, situationOf } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';
import { besideIt, type PageContext } from './context.ts';
import { sampleMark } from './frame.ts';
import { materialLists } from './materials.ts';

type Who = Matter['audience'][number];
type Depth = NonNullable<Matter['ends']['web']>['depth'];

const applicants: Record<Who, { zh: string; login: string; en: string }> = {
  person: { zh: '个人', login: '用本人的账号登录，按提示刷脸或输短信验证码。', en: 'Sign in with your own account.' },
  company: {
    zh: '企业、单位',
    login: '用法人账号登录，或由法定代表人授权的经办人登录。',
    en: 'Sign in with the company’s account, or as the person it has authorised.',
  },
};

/** Online depth of the national element set, in words for a citizen. */
const depths: Record<Depth, { zh: string; en: string }> = {
  I: { zh: '网上看得到怎么办，办理要到窗口。', en: 'Information online, handled at a window.' },
  II: { zh: '网上可以下载表格，办理要到窗口。', en: 'Forms online, handled at a window.' },
  III: { zh: '网上申请、预审，办好前到窗口交一次原件。', en: 'Apply online, hand in originals once.' },
  IV: { zh: '从申请到办好都在网上，不用跑。', en: 'All of it online, no visit.' },
};

/** What to do on the web or the phone, for one kind of applicant in one situation; it leads to the real end. */
export function applyPage(context: PageContext, matter: Matter, answers: Answers, who: Who): Html {
  const situation = situationOf(matter, answers);
  const { web, phone, window } = matter.ends;
  const guide = besideIt(context, 'guide', matter.id, situation.key);
  const { zh, login, en } = applicants[who];
  const choices = situation.questions.map(({ question, optionId }) => {
    const option = question.options.find(({ id }) => id === optionId);
    return html`<small>${question.ask.zh} <b>${option?.label.zh ?? optionId}</b></small><br>`;
  });
  return html`
<p class="crumb"><a href="${guide}">办事指南</a> · ${fields[matter.field].name.zh}${sampleMark(matter.sample)}</p>
<h1>${matter.name.zh}</h1>
<p class="lead">${zh}在手机或网上办理</p>
${choices.length > 0 && html`<p>${choices}</p>`}
${web?.url !== undefined && html`<a class="go" href="${web.url}">打开${web.name.zh}</a>`}
${web && html`<h2>网上：${web.name.zh}</h2><p>${depths[web.depth].zh}</p>`}
${phone && html`<h2>手机：${phone.name.zh}</h2><p>${depths[phone.depth].zh}</p><p>打开${phone.name.zh}，搜“<b>${matter.name.zh}</b>”。</p>`}
<h2>怎么登录</h2>
<p>${login}</p>
<h2>先备好</h2>
${materialLists(situation)}
<p class="quiet">上传前拍清楚：四角都在，不反光，字看得清。</p>
${window && html`<h2>不会用手机？</h2><p>到${window.name.zh}，工作人员帮您办。</p>`}
<p>咨询 <a href="tel:${matter.phones.consult}">${matter.phones.consult}</a></p>
${
  matter.name.en &&
  html`<section lang="en"><h2>${matter.name.en}</h2><p>${(web ?? phone) && depths[(web ?? phone)?.depth ?? 'I'].en} ${en}</p>
${web?.url !== undefined && html`<p><a href="${web.url}">${web.name.en ?? web.name.zh}</a></p>`}</section>`
}`;
}
