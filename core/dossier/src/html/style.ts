import { cssText, drawing, type Html } from './html.ts';

const fonts =
  "'Pretendard Variable', Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif";

/** Light scheme only: a document looks the same on every screen and on paper. */
export const styleSheet = (running: {
  readonly left: string;
  readonly right: string;
  readonly foot: string;
}): Html =>
  drawing(`
:root{--ink:#1A1E24;--ink-2:#474F5B;--ink-3:#626C7A;--edge:#7C8593;--line:#D9DDE3;--surface:#FFFFFF;--sunken:#EDEFF3;
--accent:#1B55C4;--ok:#17693A;--ok-tint:#E5F4EA;--warn:#8A5200;--warn-tint:#FDF1DC;--bad:#B3231E;--bad-tint:#FCE9E7;
--assumption:#7A5A00;--forecast:#6B3FA8;--demo:#8C1D5A;--demo-tint:#FBE8F1}
*{box-sizing:border-box}
html{color-scheme:light;scroll-padding-top:64px}
body{margin:0;background:var(--surface);color:var(--ink);font:400 17px/28px ${fonts};font-variant-numeric:tabular-nums}
:lang(ko){word-break:keep-all;overflow-wrap:break-word;line-break:strict}
h1,h2,h3,h4{font-weight:600;text-wrap:balance;margin:0}
h1{font-size:28px;line-height:38px;letter-spacing:-.01em}
h1:lang(ko){letter-spacing:normal}
h2{font-size:22px;line-height:30px;padding-top:40px;margin-bottom:16px}
h3{font-size:20px;line-height:30px;margin:32px 0 8px}
h4{font-size:17px;line-height:26px}
p{margin:0 0 12px;max-width:680px}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ribbons{position:sticky;top:0;z-index:2}
.ribbon{margin:0;max-width:none;padding:2px 24px;font-size:13px;line-height:20px;font-weight:500;color:var(--demo);
background:repeating-linear-gradient(135deg,var(--demo-tint) 0 10px,#F6D9E7 10px 12px)}
.ribbon.warn{color:var(--warn);background:var(--warn-tint)}
.watermark{display:none}
.page{display:grid;grid-template-columns:200px minmax(0,960px);gap:48px;max-width:1256px;margin:0 auto;padding:24px}
.contents{position:sticky;top:72px;align-self:start;font-size:13px;line-height:20px;max-height:calc(100vh - 96px);overflow:auto}
.contents ol{list-style:none;margin:0;padding:0}
.contents li{margin:4px 0}
.contents ol ol{padding-left:16px}
.contents a{display:block;padding:2px 0;color:var(--ink-2);text-decoration:none}
.contents a:hover{color:var(--accent);text-decoration:underline}
.nav-title{font-weight:600;margin:0 0 8px}
.lead{color:var(--ink-2)}
.title dl{margin:24px 0 0;border-top:1px solid var(--line)}
.title dl div{display:grid;grid-template-columns:120px 1fr;gap:16px;padding:6px 0;border-bottom:1px solid var(--line);font-size:14px;line-height:21px}
dt{color:var(--ink-2)}
dd{margin:0}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.86em}
code.id{color:var(--ink-2)}
code.hash{color:var(--ink-3);font-size:.92em}
code.wrap{overflow-wrap:anywhere;word-break:normal}
.meta{font-size:13px;line-height:20px;color:var(--ink-2);max-width:none}
.live{color:inherit;text-decoration:underline dotted var(--accent) 1.5px;text-underline-offset:4px}
.live.forecast{text-decoration-style:dashed;text-decoration-color:var(--forecast)}
.live.assumption{text-decoration-color:var(--assumption)}
.live:hover{color:var(--accent)}
.glyph{color:var(--ink-2)}
.why{font-size:13px;color:var(--ink-2)}
.claims{list-style:none;margin:0;padding:0}
.claims li{display:grid;grid-template-columns:64px minmax(0,680px);padding:12px 0;border-top:1px solid var(--line)}
.claims li p{margin:0}
.claims li p.meta{margin-top:4px}
.claims code.id{line-height:28px}
.notice,.seal{padding:12px 16px;border-left:3px solid var(--edge);background:var(--sunken);font-size:14px;line-height:21px;max-width:none}
.notice{border-color:var(--warn);background:var(--warn-tint);color:var(--warn)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:20px;margin:0 0 16px}
caption{text-align:left;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:500;color:var(--ink-2);border-bottom:1px solid var(--edge);vertical-align:bottom}
th.end,td.end{text-align:right;white-space:nowrap}
tr:target th,tr:target td,li:target{background:#E8EFFC}
.glyph{font-size:.8em;margin-right:3px}
th.end+th,td.end+td{padding-left:12px}
.state,.verdict{white-space:nowrap}
figure>.meta{margin-top:8px}
.estimates,.parameters{table-layout:fixed}
.estimates code.id,.parameters code.id{display:block;overflow-wrap:anywhere}
.estimates thead th:nth-child(1){width:16%}.estimates thead th:nth-child(2){width:14%}.estimates thead th:nth-child(3){width:15%}
.estimates thead th:nth-child(4){width:7%}.estimates thead th:nth-child(5){width:11%}.estimates thead th:nth-child(6){width:10%}
.estimates thead th:nth-child(7){width:19%}.estimates thead th:nth-child(8){width:8%}
.parameters thead th:nth-child(1){width:19%}.parameters thead th:nth-child(2){width:11%}.parameters thead th:nth-child(3){width:17%}
.parameters thead th:nth-child(4){width:14%}.parameters thead th:nth-child(5){width:13%}.parameters thead th:nth-child(6){width:18%}
.parameters thead th:nth-child(7){width:8%}
.parameters .state{white-space:normal}
.prices{display:block;font-size:.92em;color:var(--ink-2)}
sup{font-size:.75em;line-height:0;color:var(--ink-2);margin-left:1px}
.warning{color:var(--warn)}
.verdict.met{color:var(--ok)}
.verdict.weak{color:var(--warn)}
.verdict.gap{color:var(--bad)}
.state.assumption{color:var(--assumption)}
figure{margin:24px 0 32px}
figcaption p{margin:0 0 8px}
.subtitle{font-size:14px;line-height:21px;color:var(--ink-2)}
figure svg{display:block;max-width:none}
.note{font-size:13px;line-height:20px;color:var(--ink-2);margin:0 0 4px}
summary{font-size:13px;cursor:pointer;color:var(--accent);min-height:24px}
@media (max-width:1100px){.page{grid-template-columns:minmax(0,1fr);gap:24px;padding:16px}.contents{position:static;max-height:none}}
@page{size:A4;margin:22mm 16mm 20mm;
@top-left{content:"${cssText(running.left)}";font:400 8pt ${fonts};color:#474F5B}
@top-right{content:"${cssText(running.right)}";font:400 8pt ${fonts};color:#474F5B}
@bottom-left{content:"${cssText(running.foot)}";font:500 8pt ${fonts};color:#8C1D5A}
@bottom-right{content:counter(page) " / " counter(pages);font:400 8pt ${fonts};color:#474F5B}}
@media print{
body{font-size:10.5pt;line-height:17pt}
.page{display:block;padding:0;max-width:none}
.contents{position:static;max-height:none;overflow:visible;break-after:page;font-size:10pt;line-height:15pt}
.ribbons{position:static;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.watermark{display:flex;position:fixed;inset:0;flex-direction:column;align-items:center;justify-content:center;z-index:-1;
font-size:54pt;line-height:1.3;font-weight:600;color:#8C1D5A;opacity:.07;transform:rotate(-28deg);white-space:nowrap}
.screen{display:none}
.scroll{overflow:visible}
h1{font-size:20pt;line-height:27pt}h2{font-size:15pt;line-height:21pt;padding-top:18pt}h3{font-size:12.5pt;line-height:18pt;margin:16pt 0 6pt}h4{font-size:11pt;line-height:16pt}
h2,h3,h4,figcaption{break-after:avoid}
figure,tr,.claims li{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt;line-height:12.5pt}
th,td{padding:3pt 6pt 3pt 0}
.meta,.note,.why{font-size:8.5pt;line-height:12.5pt}
table code.hash{font-size:.8em}
figure svg{max-width:100%;height:auto}
a{color:inherit}
tr:target th,tr:target td,li:target{background:none}
}
`);
