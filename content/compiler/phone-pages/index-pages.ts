import { placeTarget } from '../../codes/code-book.ts';
import { codePath } from '../../model/code-address.ts';
import { fields, keysOf } from '../../model/code-lists.ts';
import type { Matter } from '../../model/matter.ts';
import { situationOf } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from './context.ts';
import type { PhonePage } from './frame.ts';

/** Where everything is found without a code: by field, by department, by place. Path below the origin -> page. */
export function indexPages(context: PageContext): Map<string, PhonePage> {
  return new Map([
    ['g/index.html', fieldIndex(context)],
    ['g/departments/index.html', departmentIndex(context)],
    ['g/places/index.html', placeIndex(context)],
  ]);
}

function fieldIndex(context: PageContext): PhonePage {
  const sections = keysOf(fields).map(field => {
    const { name } = fields[field];
    return matterSection(
      context,
      '../',
      name.zh,
      context.matters.filter(matter => matter.field === field),
      name.en,
    );
  });
  return {
    title: '办事指南',
    body: html`<h1>办事指南</h1>${ways('../')}${sections}`,
  };
}

function departmentIndex(context: PageContext): PhonePage {
  const byDepartment = Map.groupBy(context.matters, ({ department }) => department.zh);
  const sections = [...byDepartment].map(([name, matters]) =>
    matterSection(context, '../../', name, matters, matters[0]?.department.en),
  );
  return { title: '办事指南：按部门', body: html`<h1>办事指南：按部门</h1>${ways('../../')}${sections}` };
}

function placeIndex({ places, book }: PageContext): PhonePage {
  const rows = places.map(place => {
    const id = book.idOf(placeTarget(place.code));
    return (
      id !== undefined &&
      html`<li><a href="../../${codePath(id)}">${place.name.zh}</a><small>${place.address.zh}</small></li>`
    );
  });
  const body = html`<h1>便民服务中心</h1>${ways('../../')}<ul class="links">${rows}</ul><p lang="en">Township service centres: hours, phone, address.</p>`;
  return { title: '便民服务中心', body };
}

/** From one list to the others. `up` leads to the origin. */
function ways(up: string): Html {
  return html`<ul class="options"><li><a href="${up}g/">按领域</a></li><li><a href="${up}g/departments/">按部门</a></li><li><a href="${up}g/places/">找网点</a></li></ul>`;
}

function matterSection(
  { book }: PageContext,
  up: string,
  title: string,
  matters: readonly Matter[],
  titleEn: string | undefined,
): Html | '' {
  if (matters.length === 0) return '';
  const rows = matters.map(matter => {
    const id = book.idOf({ purpose: 'guide', subject: matter.id, situation: situationOf(matter, {}).key });
    return id !== undefined && html`<li><a href="${up}${codePath(id)}">${matter.name.zh}</a></li>`;
  });
  return html`<h2>${title} <small lang="en">${titleEn}</small></h2><ul class="links">${rows}</ul>`;
}
