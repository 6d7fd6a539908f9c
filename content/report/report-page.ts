import { type Html, html } from '../compiler/html.ts';
import { placeClasses } from '../model/code-lists.ts';
import { type Bar, barChart, meter } from './charts.ts';
import { definitions, type FigureKey } from './definitions.ts';
import type { Figure, Report } from './measure.ts';
import { type StandardKey, standards } from './minimum-standards.ts';
import { reportStyle } from './report-style.ts';
import { fraction, isPerPlace, mark, percent } from './report-table.ts';

/** The report as one page without scripts and without other files. */
export function reportPage(report: Report): string {
  const perPlace = report.district.filter(isPerPlace);
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>就近办理、集成服务：指标完成情况</title><style>${{ markup: reportStyle }}</style></head><body><main>
<h1>就近办理、集成服务：指标完成情况 <span class="en">The reform plan’s figures</span></h1>
<p class="lead">${report.asOf}，${report.matters} 个事项，${report.places.length} 个便民服务中心。母数是内容库里当天有效的事项。</p>
${report.sample && html`<p class="sample">含示例数据：不是部门发布的数字 · Contains sample data</p>`}
<div class="tiles">${report.district.map(tile)}</div>
<h2>分类汇总 <span class="en">By class</span></h2>
<div class="panel">${classTable(report)}</div>
<h2>各中心可办比例 <span class="en">What each centre handles</span></h2>
<div class="pair">${perPlace.map(({ key }) => sharePanel(report, key))}</div>
<h2>各中心的场所、窗口和人员 <span class="en">Area, windows and staff against the class’s minimum</span></h2>
<div class="trio">${(Object.keys(standards) as StandardKey[]).map(key => standardPanel(report, key))}</div>
<h2>口径和还缺的事项 <span class="en">Definitions, and what is missing</span></h2>
${report.district.map(definition)}
${(Object.keys(standards) as StandardKey[]).map(
  key =>
    html`<details><summary>${standards[key].name.zh}</summary><blockquote>${standards[key].quote}</blockquote></details>`,
)}
<footer>引文出自《黄岩区深化乡镇（街道）政务服务“就近办理、集成服务”改革的实施方案》（征求意见稿）。虚线是方案的目标。比例向下取到 0.1%。</footer>
</main></body></html>
`.markup;
}

function tile({ key, share, target, met, ...figure }: Figure): Html {
  const { name } = definitions[key];
  const words = `${name.zh} ${percent(share)}`;
  return html`<section class="tile"><h3>${name.zh}<span class="en">${name.en}</span></h3>
<p class="share">${percent(share)}<small>${fraction({ key, share, target, met, ...figure })}</small></p>
<p class="verdict ${met ? 'met' : 'unmet'}">${mark(met)} ${met ? '达标' : '未达标'} · 目标 ≥ ${percent(target)}</p>
${meter(share ?? 0, target, met, words)}</section>`;
}

function sharePanel({ places }: Report, key: FigureKey): Html {
  const { name, target } = definitions[key];
  const bars = places.flatMap(({ unit, figures }) =>
    figures
      .filter(figure => figure.key === key)
      .map((figure): Bar => {
        const words = `${fraction(figure)} · ${percent(figure.share)}`;
        return { label: unit.zh, words, value: figure.share ?? 0, target, met: figure.met };
      }),
  );
  return html`<div class="panel"><h3>${name.zh}</h3>${barChart(name.zh, bars, { most: 1, targetWords: `目标 ${percent(target)}`, size: 'wide' })}</div>`;
}

function standardPanel({ places }: Report, key: StandardKey): Html {
  const { name } = standards[key];
  const own = places.flatMap(({ unit, standards }) =>
    standards.filter(standard => standard.key === key).map(standard => ({ unit, ...standard })),
  );
  const bars = own.map(({ unit, value, least, met }): Bar => {
    return { label: unit.zh, words: `${value} / ${least}`, value, target: least, met };
  });
  const most = Math.max(1, ...own.flatMap(({ value, least }) => [value, least]));
  return html`<div class="panel"><h3>${name.zh} <span class="en">${name.en}</span></h3>${barChart(name.zh, bars, { most, targetWords: '', size: 'narrow' })}</div>`;
}

function classTable({ classes }: Report): Html {
  const shown = classes[0]?.figures.filter(isPerPlace) ?? [];
  return html`<table><thead><tr><th>分类</th>${shown.map(({ key }) => html`<th>${definitions[key].name.zh}</th>`)}${Object.values(
    standards,
  ).map(({ name }) => html`<th>${name.zh}</th>`)}</tr></thead><tbody>${classes.map(
    each =>
      html`<tr><th>${placeClasses[each.class].zh} <span class="en">${each.places} 个中心</span></th>${each.figures
        .filter(isPerPlace)
        .map(
          figure =>
            html`<td class="${figure.met ? 'met' : 'unmet'}">${percent(figure.share)} ${mark(figure.met)} <small>${fraction(figure)}</small></td>`,
        )}${each.standards.map(
        ({ least, reached }) =>
          html`<td class="${reached === each.places ? 'met' : 'unmet'}">${reached}/${each.places} ${mark(reached === each.places)} <small>≥ ${least}</small></td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

function definition({ key, missing }: Figure): Html {
  const { name, quote, reading } = definitions[key];
  return html`<details${{ markup: missing.length > 0 ? ' open' : '' }}><summary>${name.zh}：${missing.length > 0 ? `还缺 ${missing.length} 个事项` : '一个不缺'}</summary>
<blockquote>${quote}</blockquote><p>${reading.zh}<br><span class="en">${reading.en}</span></p>
<ul class="missing">${missing.map(
    ({ name, places }) =>
      html`<li>${name.zh}${places !== undefined && html` <span class="where">${places.join('、')}</span>`}</li>`,
  )}</ul></details>`;
}
