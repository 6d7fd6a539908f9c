import type { Situation } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';

type Material = Situation['bring'][number];

/** What to bring, what may be left out, what follows later and what need not be handed in. */
export function materialLists({ bring, optional, later, exempt }: Situation): Html {
  const nothing = bring.length + optional.length + later.length === 0;
  return html`${materialList('要带', bring)}${materialList('可不带', optional)}${materialList('可后补', later)}${materialList('免提交', exempt)}${
    nothing && html`<p>不用带材料。</p>`
  }`;
}

function materialList(tag: string, materials: readonly Material[]): Html | '' {
  if (materials.length === 0) return '';
  return html`<ul class="materials">${materials.map(
    material =>
      html`<li><span class="tag">${tag}</span><b>${material.name.zh}</b>${material.copies > 1 && ` ${material.copies} 份`}${notes(material)}</li>`,
  )}</ul>`;
}

function notes({ note, sharedBy, sharedLicence, howToFill, blankForm, filledExample }: Material): Html {
  return html`${note && html`<small>${note.zh}</small>`}${howToFill && html`<small>${howToFill.zh}</small>`}${
    sharedBy && html`<small>${sharedBy.zh}已有${sharedLicence && `（${sharedLicence.zh}）`}，不用带</small>`
  }${blankForm && html`<small><a href="${blankForm}">空白表</a></small>`}${
    filledExample && html`<small><a href="${filledExample}">填好的样子</a></small>`
  }`;
}
