/** Readable on a screen and on A4; colours tell nothing that a mark or a number does not tell too. */
export const reportStyle = `
:root { --ink: #1b2733; --soft: #5b6875; --line: #d8dee4; --good: #1f6f78; --short: #b4541a; --paper: #fff; --ground: #f3f5f7; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 28px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 20px; margin: 44px 0 12px; }
h3 { font-size: 16px; margin: 0; }
.en { color: var(--soft); font-size: 13px; font-weight: 400; }
.lead { color: var(--soft); margin: 0; }
.sample { display: inline-block; margin: 14px 0 0; padding: 4px 12px; border: 1px solid var(--short); border-radius: 4px; color: var(--short); font-size: 14px; }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 24px 0 0; }
.tile, .panel { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 18px 20px; }
.tile { display: flex; flex-direction: column; }
.tile .en { display: block; }
.share { font-size: 36px; line-height: 1.2; font-weight: 700; font-variant-numeric: tabular-nums; margin: 10px 0 0; }
.share small { font-size: 15px; font-weight: 400; color: var(--soft); margin-left: 8px; }
.verdict { font-size: 14px; font-weight: 600; margin: 2px 0 10px; }
.met { color: var(--good); } .unmet { color: var(--short); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
.panel > h3 { margin-bottom: 10px; }
.trio { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin-top: 16px; }
td small { color: var(--soft); }
svg { display: block; width: 100%; height: auto; }
.meter { margin-top: auto; }
.bar { fill: var(--good); } .bar.short { fill: var(--short); } .track { fill: #e9edf0; }
.target { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 3; } .halo { stroke: #fff; stroke-width: 5; } .axis { stroke: var(--line); }
.chart text { font-size: 14px; fill: var(--ink); dominant-baseline: central; font-variant-numeric: tabular-nums; }
.chart .label { text-anchor: end; } .chart .target-words { text-anchor: middle; font-size: 12px; fill: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th, td { text-align: left; padding: 8px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { font-size: 13px; color: var(--soft); font-weight: 600; }
td { font-variant-numeric: tabular-nums; }
details { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 12px 20px; margin: 0 0 10px; }
summary { cursor: pointer; font-weight: 600; }
blockquote { margin: 10px 0; padding: 0 0 0 14px; border-left: 3px solid var(--line); color: var(--soft); }
.missing { columns: 2; column-gap: 32px; margin: 10px 0; padding-left: 22px; font-size: 15px; }
.missing li { break-inside: avoid; }
.where { color: var(--soft); font-size: 13px; }
footer { color: var(--soft); font-size: 14px; margin-top: 40px; }
@media (max-width: 900px) { .tiles, .pair, .trio { grid-template-columns: 1fr; } .missing { columns: 1; } }
@media print { body { background: #fff; font-size: 12px; } main { padding: 0; } .tile, .panel, details { break-inside: avoid; } }
`;
