/** The looks of the pages that we write ourselves: light and dark, wide and narrow, screen and paper. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1d2733; --soft: #55616f; --paper: #ffffff; --panel: #f4f6f8; --line: #d8dee5;
  --good: #1a7f4b; --bad: #b3261e; --unsure: #8a5a00; --link: #0a5bb5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6ebf1; --soft: #a5b1bf; --paper: #11171e; --panel: #1a222b; --line: #303b47;
    --good: #5fd39a; --bad: #ff8a80; --unsure: #f2c14e; --link: #7db8ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1rem; font-weight: 600; color: var(--soft); margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .25rem; }
a { color: var(--link); }
.answer { border-left: .5rem solid var(--tone); background: var(--panel); padding: 1.25rem 1.5rem; border-radius: .25rem; }
.answer strong { display: block; font-size: 2.25rem; line-height: 1.15; color: var(--tone); }
.answer ul { margin: .75rem 0 0; padding-left: 1.25rem; }
.good { --tone: var(--good); } .bad { --tone: var(--bad); } .unsure { --tone: var(--unsure); }
.tone { color: var(--tone); font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 1.25rem 0 0; }
dt { color: var(--soft); } dd { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
.bar { display: flex; height: .75rem; min-width: 8rem; border-radius: .375rem; overflow: hidden; background: var(--line); }
.bar i { display: block; height: 100%; background: var(--tone); }
.card { border: 1px solid var(--line); border-radius: .375rem; padding: 1rem 1.25rem; margin: 0 0 1rem; break-inside: avoid; }
.card p { margin: .25rem 0; } .card ul { margin: .5rem 0; padding-left: 1.25rem; }
code { overflow-wrap: anywhere; }
code, pre { font: .8125rem/1.45 ui-monospace, monospace; }
pre { white-space: pre-wrap; background: var(--panel); padding: .75rem 1rem; border-radius: .25rem; margin: .5rem 0 0; }
.soft { color: var(--soft); }
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; } .answer strong { font-size: 1.75rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .5rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --panel: #f4f4f4; --line: #bbb; --good: #0b6b3a; --bad: #a01010; --unsure: #7a4f00; --link: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; } .scroll { overflow: visible; }
  .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
