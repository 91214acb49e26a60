import { createWindow } from '@mixmark-io/domino';
import { figureOf } from '@daero/figures/figure-of';
import { palette } from '@daero/figures/palette';
import { flow, roc, shapes, tornado } from '@daero/figures/testing/shapes';
import { languages } from '@daero/domain/text';
import { describe, expect, test } from 'vitest';
import { nodeDocument } from './node-document.ts';
import { renderSvg } from './render-svg.ts';

const document = await nodeDocument();
const anotherDocument = (): Document => createWindow('<!doctype html><body></body>').document;
const light = { document, scheme: 'light' } as const;

describe.each(shapes.map((shape) => [shape.shape, shape] as const))('%s', (_name, shape) => {
  test.each(languages)('the same bytes again, in %s, also from another document', (language) => {
    const figure = figureOf(shape, language);
    const first = renderSvg(figure, light);
    expect(renderSvg(figure, light)).toBe(first);
    expect(renderSvg(figure, { document: anotherDocument(), scheme: 'light' })).toBe(first);
  });

  test('is well-formed, named by its finding, and holds nothing else that ARIA forbids', () => {
    const figure = figureOf(shape, 'ko');
    const svg = renderSvg(figure, light);
    const body = anotherDocument().createElement('div');
    body.innerHTML = svg;
    const root = body.firstElementChild;
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.getAttribute('aria-label')).toBe(figure.title);
    expect(root?.getAttribute('lang')).toBe('ko');
    expect(root?.querySelectorAll('[aria-label],[aria-description],[class],[id],style,script')).toHaveLength(
      0,
    );
    expect(svg).not.toMatch(/NaN|undefined|var\(|currentColor|url\(/);
  });

  test('stays inside its frame', () => {
    const { plot } = figureOf(shape, 'en');
    const svg = renderSvg(figureOf(shape, 'en'), light);
    for (const [, x, y] of svg.matchAll(/<text x="(-?[\d.]+)" y="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(plot.width);
      expect(Number(y)).toBeGreaterThanOrEqual(4);
      expect(Number(y)).toBeLessThanOrEqual(plot.height - 4);
    }
  });

  test.each(['light', 'dark'] as const)('uses only the colours of the %s palette', (scheme) => {
    const svg = renderSvg(figureOf(shape, 'ko'), { document, scheme });
    const known = new Set<string>(Object.values(palette[scheme]));
    const used = [...svg.matchAll(/(?:fill|stroke)="(#[^"]+|[a-z]+)"/g)].map(([, colour]) => colour ?? '');
    expect(used.filter((colour) => colour !== 'none' && !known.has(colour))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });
});

test('words are escaped', () => {
  const label = { ko: '<b>&"', en: '</svg><script>x</script>"' };
  const svg = renderSvg(figureOf({ ...roc, label }, 'en'), light);
  expect(svg).not.toContain('<script>');
  const stages = flow.stages.map((stage) => ({ ...stage, label }));
  expect(renderSvg(figureOf({ ...flow, stages }, 'en'), light)).not.toContain('<script>');
});

test('an assumption is hatched, an estimate is not', () => {
  const only = (state: 'assumption' | 'estimate'): string =>
    renderSvg(
      figureOf({ ...tornado, bars: tornado.bars.slice(0, 1).map((bar) => ({ ...bar, state })) }, 'ko'),
      light,
    );
  expect(only('assumption')).toContain('stroke-width="1.25"');
  expect(only('estimate')).not.toContain('stroke-width="1.25"');
});
