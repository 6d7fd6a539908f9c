/** The tokens of the terminal's look at a phone's size. Text contrast is 7:1 or more on its ground. */
export const pageStyle = `
*{box-sizing:border-box}
body{margin:0;background:#f3f6fa;color:#14233a;font:1.0625rem/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC",system-ui,sans-serif}
main,footer{max-width:34rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.75rem;line-height:1.3;margin:.25rem 0 .75rem}
h2{font-size:1.125rem;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
[lang=en]{color:#45556d;font-size:.9375em}
a{color:#0a4f9e;text-underline-offset:.2em}
a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid #0a4f9e;outline-offset:3px}
.state{border-radius:1.25rem;padding:1.25rem 1.25rem 1rem;margin:0 0 1rem;border:2px solid}
.state h1{margin:0;font-size:2rem}
.state p{margin:.25rem 0 0;color:inherit}
.state [lang=en]{color:inherit}
.valid{background:#e2f3ef;border-color:#0b7a6b;color:#064a41}
.later{background:#fbf0d9;border-color:#8a5a00;color:#5c3c00}
.alarm{background:#fbe9e7;border-color:#b3261e;color:#7d1a14}
.sample{background:#fff;margin-top:1rem;border:2px dashed #b3261e;border-radius:1rem;padding:.75rem 1rem;color:#7d1a14}
.sample [lang=en]{color:inherit}
dl{background:#fff;border-radius:1.25rem;margin:0;padding:.5rem 1.25rem}
dl div{padding:.75rem 0;border-top:1px solid #dfe7f0}
dl div:first-child{border-top:0}
dt{color:#45556d;font-size:.9375rem}
dd{margin:0;font-size:1.1875rem;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
dd [lang=en]{font-weight:400}
form{background:#fff;border-radius:1.25rem;padding:1.25rem}
label{display:block;margin:0 0 1rem;font-weight:600}
input{display:block;width:100%;margin-top:.25rem;padding:.75rem 1rem;min-height:3.25rem;font:inherit;border:2px solid #8fa3bd;border-radius:.75rem;background:#fff;color:inherit;font-weight:400}
button,.go{display:inline-block;min-height:3.25rem;padding:.75rem 1.5rem;font:inherit;font-weight:700;border:0;border-radius:.75rem;background:#0a4f9e;color:#fff;text-decoration:none;cursor:pointer}
.go [lang=en]{color:inherit}
ul{padding-left:1.25rem}
.calls{list-style:none;margin:0;padding:0}
.state h3{margin:0;font-size:1.625rem}
.state strong{font-size:1.25rem;font-variant-numeric:tabular-nums}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:.75rem}
.buttons form{background:none;padding:0}
.buttons button{border:2px solid #0a4f9e}
.quiet{background:#fff;color:#0a4f9e;border:2px solid #0a4f9e}
.quiet [lang=en],button [lang=en]{color:inherit}
.past{list-style:none;padding:0;font-variant-numeric:tabular-nums}
.past li{padding:.375rem 0;border-top:1px solid #dfe7f0}
.none{background:#fff;border-radius:1.25rem;padding:1.25rem;font-size:1.25rem}
.desk-line{color:#45556d}
footer{color:#45556d;font-size:.9375rem}
`;
