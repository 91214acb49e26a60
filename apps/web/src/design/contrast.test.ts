import { palette } from '@daero/figures/palette';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { grounds, inks, modes, roleNames, roles, series, type Scheme } from './tokens.ts';

const schemes: readonly Scheme[] = ['light', 'dark'];
const text = 4.5;
const mark = 3;

test('black on white is 21, and a colour on itself is 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
  expect(contrast('#1B55C4', '#1B55C4')).toBe(1);
});

/** The design brief's table: colour, ground, ratio as printed there (one decimal). */
const printed: readonly (readonly [string, string, string, number])[] = [
  ['ink on surface, light', inks.ink.light, grounds.surface.light, 16.7],
  ['ink on canvas, light', inks.ink.light, grounds.canvas.light, 15.6],
  ['ink on surface, dark', inks.ink.dark, grounds.surface.dark, 13.8],
  ['ink-2 on surface, light', inks['ink-2'].light, grounds.surface.light, 8.3],
  ['ink-2 on canvas, dark', inks['ink-2'].dark, grounds.canvas.dark, 9.7],
  ['ink-3 on sunken, light', inks['ink-3'].light, grounds.sunken.light, 4.6],
  ['ink-3 on raised, dark', inks['ink-3'].dark, grounds.raised.dark, 5.5],
  ['edge on canvas, light', inks.edge.light, grounds.canvas.light, 3.5],
  ['edge on surface, dark', inks.edge.dark, grounds.surface.dark, 4.0],
  ['white on accent', inks['on-accent'].light, roles.accent.text.light, 6.7],
  ['dark ink on accent', inks['on-accent'].dark, roles.accent.text.dark, 8.8],
  ['accent on its tint, light', roles.accent.text.light, roles.accent.tint.light, 5.8],
  ['ok on its tint, dark', roles.ok.text.dark, roles.ok.tint.dark, 7.5],
  ['warn on its tint, light', roles.warn.text.light, roles.warn.tint.light, 5.7],
  ['bad on its tint, light', roles.bad.text.light, roles.bad.tint.light, 5.7],
  ['forecast on its tint, dark', roles.forecast.text.dark, roles.forecast.tint.dark, 7.3],
  ['assumption on its tint, dark', roles.assumption.text.dark, roles.assumption.tint.dark, 8.2],
  ['demonstration on its tint, light', roles.demonstration.text.light, roles.demonstration.tint.light, 7.3],
];

test.each(printed)('%s has the ratio the brief states', (_name, colour, ground, ratio) => {
  expect(Math.abs(contrast(colour, ground) - ratio)).toBeLessThanOrEqual(0.1);
});

describe.each(schemes)('%s scheme', (scheme) => {
  const everyGround = Object.entries(grounds).map(([name, shade]) => [name, shade[scheme]] as const);

  test.each(everyGround)('all inks are readable on %s', (_name, ground) => {
    for (const ink of ['ink', 'ink-2', 'ink-3'] as const) {
      expect(contrast(inks[ink][scheme], ground)).toBeGreaterThanOrEqual(text);
    }
  });

  test.each(roleNames.map((name) => [name]))('%s is readable on every ground and on its own tint', (name) => {
    const { text: colour, tint } = roles[name];
    for (const [, ground] of everyGround) {
      expect(contrast(colour[scheme], ground)).toBeGreaterThanOrEqual(text);
    }
    expect(contrast(colour[scheme], tint[scheme])).toBeGreaterThanOrEqual(text);
    for (const ink of ['ink', 'ink-2'] as const) {
      expect(contrast(inks[ink][scheme], tint[scheme])).toBeGreaterThanOrEqual(text);
    }
  });

  test('text on the accent fill is readable', () => {
    expect(contrast(inks['on-accent'][scheme], roles.accent.text[scheme])).toBeGreaterThanOrEqual(text);
  });

  test('edges of controls, series and rollout modes stand out as marks', () => {
    for (const ground of [grounds.surface[scheme], grounds.canvas[scheme]]) {
      expect(contrast(inks.edge[scheme], ground)).toBeGreaterThanOrEqual(mark);
      for (const shade of [...Object.values(series), ...Object.values(modes)]) {
        expect(contrast(shade[scheme], ground)).toBeGreaterThanOrEqual(mark);
      }
    }
  });
});

test('page and plot agree on the colours they share', () => {
  for (const scheme of schemes) {
    expect(palette[scheme]).toMatchObject({
      ink: inks.ink[scheme],
      'ink-2': inks['ink-2'][scheme],
      'ink-3': inks['ink-3'][scheme],
      edge: inks.edge[scheme],
      line: inks.line[scheme],
      surface: grounds.surface[scheme],
      sunken: grounds.sunken[scheme],
      bad: roles.bad.text[scheme],
    });
  }
});
