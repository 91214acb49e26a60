import { languages } from '@daero/domain/text';
import { describe, expect, test } from 'vitest';
import { figureOf } from './figure-of.ts';
import { dayAt } from './case-plot.ts';
import { caseForecast } from './testing/case-shape.ts';

describe('the road of a case as a figure', () => {
  test('the title gives a range with its level, never a single day', () => {
    expect(figureOf(caseForecast, 'en').title).toBe(
      'Reassessment: Dec 2028–Mar 2029 (80% interval); chance that the reassessment misses the use window 31%',
    );
    expect(figureOf(caseForecast, 'ko').title).toMatch(/^재평가: 2028\. 12\.–2029\. 3\. \(80% 구간\)/);
  });

  test('what is withheld has its reason in plot and table, and no day', () => {
    const { table, plot } = figureOf(caseForecast, 'en');
    expect(table.rows[3]).toEqual([
      'Formal listing decision',
      { value: null, text: '—' },
      { value: null, text: '—' },
      'type of days not settled',
      { value: null, text: '—' },
      { value: null, text: '—' },
    ]);
    const words = plot.panels.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.mark === 'words' ? mark.words.map(({ text }) => text) : [])),
    );
    expect(words.join(' ')).toContain('type of days');
  });

  test('bands lie within each other around the median, and everything lies within the axis', () => {
    for (const language of languages) {
      const { panels } = figureOf(caseForecast, language).plot;
      const [low, high] = panels[0]?.x.domain ?? [0, 0];
      const rects = (panels[0]?.marks ?? []).flatMap((mark) => (mark.mark === 'rects' ? mark.rects : []));
      expect(rects.length).toBeGreaterThan(8);
      for (const [from, , to] of rects)
        expect([from >= low, to <= high, to >= from]).toEqual([true, true, true]);
      const median = dayAt(caseForecast.rows[2]?.ahead?.medianOn ?? caseForecast.asOf);
      const around = rects.filter(([from, , to]) => from < median && median < to && to - from < 130);
      expect(around.map(([from, , to]) => to - from)).toEqual([121, 90, 45]); // 95, 80, 50 %
    }
  });

  test('a case that is over, and one of which nothing is known, say so', () => {
    const rows = caseForecast.rows.slice(0, 1);
    expect(figureOf({ ...caseForecast, rows, mark: null, window: null }, 'en').title).toBe(
      'No stage is left to forecast',
    );
    expect(figureOf({ ...caseForecast, mark: null }, 'ko').title).toMatch(/말할 수 없음/);
  });
});
