/** Inlined into each phone page: one request, a few hundred bytes, and a print style for those who want paper. */
export const phonePageStyle = `
*{box-sizing:border-box}body{margin:0;background:#f3f6fa;color:#14233a;font:18px/1.6 system-ui,"Noto Sans CJK SC",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1rem}h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.15rem;margin:1.4rem 0 .5rem}
a{color:#0a4f9e}.crumb{color:#52627a;margin:0}.lead{margin:.25rem 0 1rem}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:1px;background:#d5deea;border-radius:1rem;overflow:hidden;margin:0}
.facts div{background:#fff;padding:.75rem 1rem}dt{color:#52627a;font-size:.9rem}dd{margin:0;font-weight:700;font-size:1.15rem}
ul,ol{padding-left:1.3rem}.options,.materials{list-style:none;padding:0}.options li{display:inline-block;margin:0 .5rem .5rem 0}
.options a,.options b{display:inline-block;padding:.6rem 1rem;border-radius:.75rem;border:2px solid #b9c8dc;background:#fff;text-decoration:none}
.options b{background:#0a4f9e;border-color:#0a4f9e;color:#fff}
.materials{background:#fff;border-radius:1rem;margin:0 0 .75rem}.materials li{padding:.75rem 1rem;border-top:1px solid #e6ecf4}
.materials li:first-child{border-top:0}.materials small{display:block;color:#52627a;font-size:.95rem}
.tag{float:right;background:#e3ebf5;color:#0a3f80;border-radius:.5rem;padding:0 .6rem;font-size:.95rem}
details{background:#fff;border-radius:1rem;padding:.75rem 1rem;margin:.5rem 0}footer{margin:2rem 0 1rem;color:#52627a}
@media print{body{background:#fff;font-size:12pt}.options a{display:none}details{border:1px solid #999}}
`.replaceAll('\n', '');
