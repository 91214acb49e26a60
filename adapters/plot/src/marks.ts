import {
  areaY,
  dot,
  line,
  link,
  rect,
  type Markish,
  type RenderFunction,
  type SymbolType,
} from '@observablehq/plot';
import type { Dash, DotsMark, Ink, Mark, Marker, RectsMark, Word } from '@daero/figures/plot';
import { unreachable } from '@daero/domain/unreachable';

export type Colours = Readonly<Record<Ink, string>>;
const namespace = 'http://www.w3.org/2000/svg';

const dashes = { solid: undefined, dashed: '5 4', dotted: '1.5 3.5' } as const satisfies Readonly<
  Record<Dash, string | undefined>
>;
const symbols = {
  circle: 'circle',
  triangle: 'triangle',
  square: 'square',
  diamond: 'diamond',
  'triangle-down': 'triangle',
  plus: 'plus',
} as const satisfies Readonly<Record<Marker, SymbolType>>;

const dashed = (dash: Dash): { readonly strokeDasharray?: string } => {
  const pattern = dashes[dash];
  return pattern === undefined ? {} : { strokeDasharray: pattern };
};
const curves = { linear: 'linear', step: 'step-after' } as const;

/** Each mark of a description as Observable Plot draws it. */
export function drawn(mark: Mark, colours: Colours): readonly Markish[] {
  switch (mark.mark) {
    case 'line':
      return [
        line(mark.points, {
          x: '0',
          y: '1',
          curve: curves[mark.curve],
          stroke: colours[mark.ink],
          strokeWidth: mark.width,
          strokeLinecap: 'butt',
          ...dashed(mark.dash),
        }),
      ];
    case 'area': {
      const edge = {
        x: '0',
        curve: curves[mark.curve],
        stroke: colours[mark.ink],
        strokeWidth: 0.75,
        strokeOpacity: 0.5,
      };
      const area = areaY(mark.points, {
        x: '0',
        y1: '1',
        y2: '2',
        curve: curves[mark.curve],
        fill: colours[mark.ink],
        fillOpacity: mark.opacity,
      });
      return [area, line(mark.points, { ...edge, y: '1' }), line(mark.points, { ...edge, y: '2' })];
    }
    case 'dots':
      if (mark.points.length > 200) return [cloud(mark, colours)];
      return [
        dot(mark.points, {
          x: '0',
          y: '1',
          symbol: symbols[mark.marker],
          rotate: mark.marker === 'triangle-down' ? 180 : 0,
          r: mark.radius,
          fill: colours[mark.ink],
          fillOpacity: mark.opacity,
          stroke: null,
        }),
      ];
    case 'rules':
      return [
        link(mark.rules, {
          x1: '0',
          y1: '1',
          x2: '2',
          y2: '3',
          stroke: colours[mark.ink],
          strokeWidth: mark.width,
          ...dashed(mark.dash),
        }),
      ];
    case 'rects':
      return rects(mark, colours);
    case 'polygon':
      return [
        line([...mark.points, ...mark.points.slice(0, 1)], {
          x: '0',
          y: '1',
          fill: mark.fill === null ? 'none' : colours[mark.fill],
          fillOpacity: mark.opacity,
          stroke: mark.stroke === null ? 'none' : colours[mark.stroke],
          strokeWidth: 1.5,
        }),
      ];
    case 'words':
      return [words(mark.words, colours)];
    default:
      return unreachable(mark);
  }
}

const perPath = 8;

/**
 * A cloud of a thousand points, eight to a path: an element each would cost the document four times the time and size.
 * Points of one path do not darken each other, which eight far apart in the order of draws hardly ever do.
 */
const cloud = (mark: DotsMark, colours: Colours): Markish =>
  placed((place, element) =>
    Array.from({ length: Math.ceil(mark.points.length / perPath) }, (_, chunk) => {
      const path = element('path');
      const points = mark.points.slice(chunk * perPath, (chunk + 1) * perPath).map(([x, y]) => place(x, y));
      path.setAttribute('d', points.map(([x, y]) => `M${x},${y}h0.01`).join(''));
      path.setAttribute('stroke', colours[mark.ink]);
      path.setAttribute('stroke-width', String(2 * mark.radius));
      path.setAttribute('stroke-linecap', 'round');
      path.setAttribute('stroke-opacity', String(mark.opacity));
      return path;
    }),
  );

/** A hatched bar is a pale one under slanted lines, so that it can be told in greyscale. */
function rects(mark: RectsMark, colours: Colours): readonly Markish[] {
  const body = rect(mark.rects, {
    x1: '0',
    y1: '1',
    x2: '2',
    y2: '3',
    fill: colours[mark.fill],
    fillOpacity: mark.hatched ? 0.16 : mark.opacity,
    stroke: mark.stroke === null ? 'none' : colours[mark.stroke],
  });
  return mark.hatched ? [body, hatches(mark, colours)] : [body];
}

type Place = (x: number, y: number) => readonly [number, number];

/** A mark of our own, placed by the scales of the plot. */
const placed =
  (draw: (place: Place, element: (name: string) => SVGElement) => readonly SVGElement[]): RenderFunction =>
  (_index, { x: toX, y: toY }, _values, _dimensions, { document }) => {
    if (toX === undefined || toY === undefined) throw new Error('a panel has both scales');
    const element = (name: string): SVGElement => document.createElementNS(namespace, name);
    const group = element('g');
    // `append` is not in every document.
    for (const part of draw((x, y) => [Number(toX(x)), Number(toY(y))], element)) group.appendChild(part);
    return group;
  };

const hatchGap = 6;

const hatches = ({ rects: boxes, fill }: RectsMark, colours: Colours): Markish =>
  placed((place, element) =>
    boxes.map(([x1, y1, x2, y2]) => {
      const [a, b] = [place(x1, y1), place(x2, y2)];
      const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
      const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
      const path = element('path');
      const strokes: string[] = [];
      for (let foot = left + hatchGap; foot < right + (bottom - top); foot += hatchGap) {
        const [startX, startY] = foot <= right ? [foot, bottom] : [right, bottom - (foot - right)];
        const rise = Math.min(startX - left, startY - top); // until it meets the left or the upper side
        strokes.push(`M${startX},${startY}l${-rise},${-rise}`);
      }
      path.setAttribute('d', strokes.join(''));
      path.setAttribute('stroke', colours[fill]);
      path.setAttribute('stroke-width', '1.25');
      path.setAttribute('fill', 'none');
      return path;
    }),
  );

/** Words have a halo of the ground, so that a line may pass behind them. */
export const words = (all: readonly Word[], colours: Colours): Markish =>
  placed((place, element) =>
    all.map(({ x, y, text, anchor, ink, size, bold, code, shift: [right, down] }) => {
      const [atX, atY] = place(x, y);
      const node = element('text');
      node.setAttribute('x', String(atX + right));
      node.setAttribute('y', String(atY + down));
      node.setAttribute('dy', '0.35em');
      if (anchor !== 'start') node.setAttribute('text-anchor', anchor);
      node.setAttribute('fill', colours[ink]);
      node.setAttribute('font-size', String(size));
      if (bold) node.setAttribute('font-weight', '600');
      if (code) node.setAttribute('lang', 'zxx'); // no language: not read out as one, nor translated
      node.setAttribute('stroke', colours.surface);
      node.setAttribute('stroke-width', '3');
      node.setAttribute('stroke-linejoin', 'round');
      node.setAttribute('paint-order', 'stroke');
      node.textContent = text;
      return node;
    }),
  );
