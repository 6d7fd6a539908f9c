import { fields, keysOf, placeClasses } from '../../model/code-lists.ts';
import type { Matter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';
import { situationOf } from '../../model/situation.ts';
import { type Html, html } from '../html.ts';
import { besideIt, type PageContext } from './context.ts';
import { sampleMark } from './frame.ts';
import { handledAt } from './handled-at.ts';
import { hoursLines, spansText } from './hours.ts';

/** A service centre: where it is, when it is open, how to call it, what it handles. */
export function placePage(context: PageContext, place: Place): Html {
  const matters = handledAt(place, context.matters);
  return html`
<p class="crumb"><a href="../../g/places/">全部网点</a> · ${placeClasses[place.class].zh}${sampleMark(place.sample)}</p>
<h1>${place.name.zh}</h1>
${openingPart(place)}
<h2>地址</h2>
<p>${place.address.zh}</p>
<h2>电话</h2>
<a class="go" href="tel:${place.phone}">${place.phone}</a>
${place.otherPhones.map(({ name, phone }) => html`<p>${name.zh} <a href="tel:${phone}">${phone}</a></p>`)}
${agentPart(place)}
${counterPart(place)}
${englishPart(place)}
<h2>这里可以办</h2>
${keysOf(fields).map(field => {
  const own = matters.filter(matter => matter.field === field);
  return (
    own.length > 0 && html`<h3>${fields[field].name.zh}</h3><ul>${own.map(matter => matterLine(context, matter))}</ul>`
  );
})}`;
}

function openingPart({ hours, holidays, noRestDay, selfServiceZone }: Place): Html {
  return html`<h2>窗口时间</h2>
${hoursLines(hours).map(({ zh }) => html`<p>${zh}</p>`)}
${noRestDay && html`<p><b>无休日服务</b>：休息日 ${spansText(noRestDay.hours)}</p>`}
<p>法定节假日${holidays === 'closed' ? '不开放，调休上班日照常。' : '照常服务。'}</p>
<p><b>自助区 24 小时开放</b>：${selfServiceZone.where.zh}</p>`;
}

function agentPart({ agents, villages }: Place): Html | '' {
  if (agents.length === 0) return '';
  const names = new Map(villages.map(({ code, name }) => [code, name]));
  return html`<h2>代办员</h2><ul class="links">${agents.map(agent => {
    const area = agent.villages.map(code => names.get(code) ?? code).join('、');
    return html`<li>${agent.name.zh} <a href="tel:${agent.phone}">${agent.phone}</a>${area && html`<small>${area}</small>`}</li>`;
  })}</ul>`;
}

function counterPart({ counters }: Place): Html | '' {
  if (counters.length === 0) return '';
  return html`<h2>窗口</h2><ul class="links">${counters.map(
    ({ name, where, fields: own }) =>
      html`<li>${name.zh}${where && ` · ${where.zh}`}<small>${own.map(field => fields[field].name.zh).join('、')}</small></li>`,
  )}</ul>`;
}

function englishPart({ name, unit, address, hours, selfServiceZone }: Place): Html {
  return html`<section lang="en"><h2>${name.en ?? unit.en}</h2><p>${address.en}</p>${hoursLines(hours).map(({ en }) => html`<p>${en}</p>`)}
<p>Self-service zone open 24 hours: ${selfServiceZone.where.en ?? selfServiceZone.where.zh}</p></section>`;
}

function matterLine(context: PageContext, matter: Matter): Html {
  return html`<li><a href="${besideIt(context, 'guide', matter.id, situationOf(matter, {}).key)}">${matter.name.zh}</a></li>`;
}
