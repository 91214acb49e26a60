import { plot, type Markish, type ScaleOptions } from '@observablehq/plot';
import type { Figure } from '@daero/figures/figure';
import { palette, type Scheme } from '@daero/figures/palette';
import { word, type Axis, type Mark, type Panel, type Word } from '@daero/figures/plot';
import { drawn, type Colours } from './marks.ts';

/** Named in full, because a document carries no style sheet of ours into an SVG. */
export const fontFamily =
  "'Pretendard Variable', Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

/**
 * A figure as SVG text: the same bytes for the same figure, in the browser and outside it.
 * The finding is its accessible name; the table beside it is its accessible form.
 */
export function renderSvg(
  { plot: description, title, language }: Figure,
  { document, scheme }: { readonly document: Document; readonly scheme: Scheme },
): string {
  const colours = palette[scheme];
  const { width, height, panels } = description;
  const body = panels.map((panel) => panelMarkup(panel, width, height, colours, document)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(title)}" lang="${language}"` +
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}"` +
    ` font-size="12" style="font-variant-numeric:tabular-nums">${body}</svg>`
  );
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function panelMarkup(
  panel: Panel,
  width: number,
  height: number,
  colours: Colours,
  document: Document,
): string {
  const { frame, x, y, marks } = panel;
  const all = [...axisMarks(panel), ...marks, ...axisWords(panel)];
  const svg = plot({
    document,
    width,
    height,
    marginLeft: frame.left,
    marginTop: frame.top,
    marginRight: width - frame.left - frame.width,
    marginBottom: height - frame.top - frame.height,
    x: scaleOf(x, [frame.left, frame.left + frame.width]),
    y: scaleOf(y, [frame.top + frame.height, frame.top]),
    marks: all.flatMap((mark): readonly Markish[] => drawn(mark, colours)),
  });
  return quiet(svg);
}

const scaleOf = ({ domain, scale }: Axis, range: readonly [number, number]): ScaleOptions => ({
  type: scale,
  domain: [...domain],
  range: [...range],
  axis: null,
  nice: false,
});

/** Grid and base lines, under the data. */
function axisMarks({ x, y }: Panel): readonly Mark[] {
  const [left, right] = x.domain;
  const [bottom, top] = y.domain;
  const vertical = x.grid ? x.ticks.map(({ at }) => [at, bottom, at, top] as const) : [];
  const level = y.grid ? y.ticks.map(({ at }) => [left, at, right, at] as const) : [];
  const base = x.ticks.length > 0 ? [[left, bottom, right, bottom] as const] : [];
  return [
    { mark: 'rules', rules: [...vertical, ...level], ink: 'line', width: 1, dash: 'solid' },
    { mark: 'rules', rules: base, ink: 'edge', width: 1, dash: 'solid' },
  ];
}

/** Tick labels, and the titles with units at the ends of the axes. */
function axisWords({ x, y }: Panel): readonly Mark[] {
  const [left, right] = x.domain;
  const [bottom, top] = y.domain;
  const quietly = { ink: 'ink-3' } as const;
  const below = x.ticks.map(({ at, label }): Word =>
    word(at, bottom, label, { ...quietly, anchor: 'middle', shift: [0, 14] }),
  );
  const beside = y.ticks.map(({ at, label }): Word =>
    word(left, at, label, { ...quietly, anchor: 'end', shift: [-7, 0] }),
  );
  const titles = [
    ...(x.title === ''
      ? []
      : [word(right, bottom, x.title, { ink: 'ink-2', anchor: 'end', shift: [0, 33] })]),
    ...(y.title === '' ? [] : [word(left, top, y.title, { ink: 'ink-2', shift: [-30, -18] })]),
  ];
  return [{ mark: 'words', words: [...below, ...beside, ...titles] }];
}

/**
 * What Plot made, without its style sheet, without labels on groups (not allowed there by ARIA),
 * and with coordinates to a hundredth of a pixel.
 */
function quiet(svg: Element): string {
  for (const style of Array.from(svg.querySelectorAll('style'))) style.remove();
  for (const name of ['aria-label', 'aria-description', 'aria-hidden', 'class']) {
    for (const element of Array.from(svg.querySelectorAll(`[${name}]`))) element.removeAttribute(name);
  }
  return svg.innerHTML.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/-?\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2)))),
  );
}
