import { html } from 'hono/html';
import { localDate } from '../../content/common/local-date.ts';
import type { Text } from '../../content/common/text.ts';
import type { CertificateState } from '../api/types.ts';
import { chineseDate, englishDate } from '../certificates/dates.ts';
import { kinds } from '../certificates/kinds.ts';
import type { Markup } from '../pages/page.ts';
import type { PublicCertificate } from './look-up.ts';

interface Verdict {
  tone: 'valid' | 'later' | 'alarm';
  title: Required<Text>;
  meaning: Required<Text>;
}

const inForce: Verdict = {
  tone: 'valid',
  title: { zh: '有效', en: 'In force' },
  meaning: {
    zh: '这份证明由本平台签发，现在有效。请核对下面的内容与纸面一致。',
    en: 'This platform issued the certificate and it is in force. Compare what stands below with the paper.',
  },
};
const verdicts: Record<CertificateState, Verdict> = {
  prepared: {
    tone: 'later',
    title: { zh: '尚未生效', en: 'Not yet in force' },
    meaning: {
      zh: '这份证明已编号，但还没有放行打印。现在不能使用。',
      en: 'The certificate has a number but was not released. It cannot be used now.',
    },
  },
  released: inForce,
  printed: inForce,
  void: {
    tone: 'alarm',
    title: { zh: '已作废', en: 'Void' },
    meaning: {
      zh: '这份证明已经作废，请不要使用。',
      en: 'This certificate was voided. Do not use it.',
    },
  },
};

export function findingPage(certificate: PublicCertificate, issuer: Text): { title: string; body: Markup } {
  const { tone, title, meaning } = verdicts[certificate.state];
  const kind = Object.entries(kinds).find(([id]) => id === certificate.kind)?.[1].name;
  const rows: [Required<Text>, string, (string | undefined)?][] = [
    [{ zh: '证明', en: 'Certificate' }, kind?.zh ?? certificate.kind, kind?.en],
    [{ zh: '编号', en: 'Number' }, certificate.number],
    [{ zh: '姓名', en: 'Name' }, certificate.masked_name],
    [{ zh: '公民身份号码', en: 'ID number' }, certificate.masked_id_number],
    [{ zh: '出具日期', en: 'Issued on' }, ...dated(certificate.issued_at)],
    ...(certificate.state === 'void' ? [voidRow(certificate.changed_at)] : []),
    [{ zh: '出具单位', en: 'Issuer' }, issuer.zh, issuer.en],
  ];
  const body = html`<section class="state ${tone}"><h1>${title.zh} <span lang="en">${title.en}</span></h1>
<p>${meaning.zh}</p><p lang="en">${meaning.en}</p></section>
<dl>${rows.map(
    ([label, value, english]) =>
      html`<div><dt>${label.zh} <span lang="en">${label.en}</span></dt><dd>${value}${
        english === undefined ? '' : html`<br><span lang="en">${english}</span>`
      }</dd></div>`,
  )}</dl>
${sampleNote}`;
  return { title: `${title.zh} ${certificate.number}`, body };
}

export function unknownPage(): { title: string; body: Markup } {
  const body = html`<section class="state alarm"><h1>没有这份证明 <span lang="en">Unknown</span></h1>
<p>本平台没有签发过这份证明，或地址、编号、核验码有误。请不要凭它办事。</p>
<p lang="en">This platform issued no such certificate, or the address, number or code is wrong. Do not rely on it.</p></section>
<p><a class="go" href="/v">重新输入 <span lang="en">Enter again</span></a></p>`;
  return { title: '没有这份证明', body };
}

export function formPage(): { title: string; body: Markup } {
  const body = html`<h1>核验证明 <span lang="en">Verify a certificate</span></h1>
<p>用手机扫证明上的二维码最方便；也可以输入编号和核验码。</p>
<p lang="en">Scanning the code on the certificate is easiest. Or enter its number and code.</p>
<form method="post" action="/v">
<label>证明编号 <span lang="en">Number</span>
<input name="number" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="HY331003-2026-000000-0"></label>
<label>核验码 <span lang="en">Code</span>
<input name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX"></label>
<button>核验 Verify</button>
</form>
${sampleNote}`;
  return { title: '核验证明', body };
}

const sampleNote = html`<p class="sample">示例平台：人员、记录和证明都是虚构的，没有任何效力。<br><span lang="en">Sample platform: people, records and certificates are made up and have no effect.</span></p>`;

function dated(at: Date): [string, string] {
  return [chineseDate(localDate(at)), englishDate(at)];
}

function voidRow(at: Date): [Required<Text>, string, string] {
  return [{ zh: '作废日期', en: 'Voided on' }, ...dated(at)];
}
