/**
 * Inlined into each phone page: one request, two kilobytes. Light and dark by the phone's own setting, and a print style
 * for those who want paper. Text contrast is at least 7:1 on both grounds.
 */
export const phonePageStyle = `
:root{color-scheme:light dark;--ground:#f3f6fa;--card:#fff;--ink:#14233a;--quiet:#45556d;--line:#d5deea;--go:#0a4f9e;--on-go:#fff;--tag:#e3ebf5;--note:#fbf0d9;--on-note:#5c3c00}
@media (prefers-color-scheme:dark){:root{--ground:#0f1722;--card:#1a2533;--ink:#eef3fa;--quiet:#b4c2d4;--line:#34465c;--go:#9cc6ff;--on-go:#0b1a2e;--tag:#27405f;--note:#3d300f;--on-note:#ffe2a6}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.6 system-ui,"Noto Sans CJK SC",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1rem}h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.15rem;margin:1.4rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
a{color:var(--go)}p{margin:.4rem 0}.crumb{color:var(--quiet);margin:0}.lead{margin:.25rem 0 1rem}small,.quiet{color:var(--quiet)}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:1px;background:var(--line);border-radius:1rem;overflow:hidden;margin:0}
.facts div{background:var(--card);padding:.75rem 1rem}dt{color:var(--quiet);font-size:.9rem}dd{margin:0;font-weight:700;font-size:1.15rem}
ul,ol{padding-left:1.3rem}.options,.materials,.links{list-style:none;padding:0}.options li{display:inline-block;margin:0 .5rem .5rem 0}
.options a,.options b{display:inline-block;padding:.6rem 1rem;border-radius:.75rem;border:2px solid var(--line);background:var(--card);text-decoration:none}
.options b{background:var(--go);border-color:var(--go);color:var(--on-go)}
.go{display:block;padding:.9rem 1rem;margin:.6rem 0;border-radius:.9rem;background:var(--go);color:var(--on-go);text-align:center;text-decoration:none;font-weight:700}
.go.second{background:var(--card);color:var(--go);border:2px solid var(--go)}
.materials,.links{background:var(--card);border-radius:1rem;margin:0 0 .75rem}.materials li,.links li{padding:.75rem 1rem;border-top:1px solid var(--line)}
.materials li:first-child,.links li:first-child{border-top:0}.materials small,.links small{display:block;font-size:.95rem}.links a{display:block;padding:.35rem 0}
.tag{float:right;background:var(--tag);border-radius:.5rem;padding:0 .6rem;font-size:.95rem}.note{background:var(--note);color:var(--on-note);border-radius:1rem;padding:.75rem 1rem}
details{background:var(--card);border-radius:1rem;padding:.75rem 1rem;margin:.5rem 0}summary{font-weight:700}[lang=en]{color:var(--quiet)}footer{margin:2rem 0 1rem;color:var(--quiet)}
@media print{:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--quiet:#333;--line:#999;--go:#000;--on-go:#000;--tag:#fff;--note:#fff;--on-note:#000}body{font-size:12pt}main{max-width:none;padding:0}
.options a,nav{display:none}.options b{background:none;color:#000}.options b,.tag,.note,details{border:1px solid #999}.go{border:1px solid #999;text-align:left}a[href^=http]::after{content:" " attr(href);font-weight:400;font-size:.85em}li,tr,details{break-inside:avoid}}
`.replaceAll('\n', '');
