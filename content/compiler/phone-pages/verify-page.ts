import type { Matter } from '../../model/matter.ts';
import { situationOf } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';
import { besideIt, type PageContext } from './context.ts';
import { sampleMark } from './frame.ts';

/** How to find out whether a printed certificate is in force; it leads to the platform's verification page. */
export function verifyPage(context: PageContext, matter: Matter): Html {
  const guide = besideIt(context, 'guide', matter.id, situationOf(matter, {}).key);
  return html`
<p class="crumb"><a href="${guide}">办事指南</a>${sampleMark(matter.sample)}</p>
<h1>核验：${matter.name.zh}</h1>
<p class="lead">拿到一份打印的证明，先查一查是不是真的、还有没有效。</p>
<h2>最快的办法</h2>
<p>用手机扫证明左下角的二维码，直接看到结果。</p>
<h2>扫不出来时</h2>
<p>打开核验页，输入右上角的证明编号和二维码下面的核验码。</p>
<a class="go" href="${context.verificationUrl}">打开核验页</a>
<p>结果与纸面不一致，或查不到，请不要使用，拨打 <a href="tel:12345">12345</a>。</p>
<section lang="en"><h2>Verify: ${matter.name.en ?? matter.name.zh}</h2>
<p>Scan the code at the lower left of the certificate, or open the verification page and enter its number and code.
If the result differs from the paper, do not use it and call 12345.</p></section>`;
}
