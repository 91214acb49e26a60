/** Light alone: a report is read as it is printed. What stands at the edges of each printed page: what must not be overlooked, and what it is about. */
export const reportStyle = (running: {
  readonly top: string;
  readonly bottom: string;
}): string => `body{font:17px/1.65 "Pretendard Variable",Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#1a1e24;background:#fff;margin:0;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
:lang(ko){word-break:keep-all;overflow-wrap:break-word;line-break:strict}
h1{font-size:22px;line-height:30px;margin:.5rem 0;text-wrap:balance}h2{font-size:20px;line-height:30px;margin:2.5rem 0 .5rem;text-wrap:balance}h3{font-size:16px;line-height:24px;margin:0}
a{color:#1b55c4}.about,.note{color:#474f5b;font-size:14px;line-height:21px;margin:.25rem 0}
.ribbon{margin:0;padding:4px 16px;text-align:center;font-size:14px;line-height:21px;color:#8c1d5a;background:repeating-linear-gradient(135deg,#fbe8f1 0 10px,#fff 10px 20px);border-bottom:1px solid #8c1d5a}
.contents{columns:2;column-gap:2rem;list-style:none;padding:0;margin:1rem 0;font-size:14px;line-height:24px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;line-height:21px;margin:.5rem 0 1rem}
th,td{text-align:start;vertical-align:top;padding:4px 8px;border-bottom:1px solid #d9dde3}th{font-weight:600}
td.open{background:#fdf1dc}.num{text-align:end;white-space:nowrap}.nowrap{white-space:nowrap}
figure{margin:1.5rem 0}figure svg{max-width:100%;height:auto;display:block}summary{font-size:14px;cursor:pointer;min-height:24px}
:focus-visible{outline:2px solid #1b55c4;outline-offset:2px}
@media (max-width:640px){.contents{columns:1}}
@media print{body{font-size:11pt}table{font-size:9pt;line-height:1.45}main{max-width:none;padding:0}.wide{overflow:visible}thead{display:table-header-group}tr,figure{break-inside:avoid}h2,h3{break-after:avoid}details:not([open]){display:none}}
@page{size:A4;margin:22mm 16mm 18mm;@top-center{content:"${cssText(running.top)}";font-size:9pt;color:#8c1d5a}@bottom-left{content:"${cssText(running.bottom)}";font-size:8pt;color:#474f5b}@bottom-right{content:counter(page) " / " counter(pages);white-space:nowrap;font-size:8pt;color:#474f5b}}`;

/** Text inside a string of a style sheet, which also may not end the style element. */
const cssText = (text: string): string => text.replace(/[\\"<>\n]/g, ' ');
