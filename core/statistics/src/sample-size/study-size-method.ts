import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { SizeCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { makeEstimate } from '../summary/make-estimate.ts';
import { recruitment, sizeQuestion, studySize, type StudySize } from './study-size.ts';

const title: Text = { ko: '표본의 크기', en: 'Size of the study' };

/** The size that the protocol planned with, computed again from its expected values. It reads no column. */
export const studySizeMethod = method({
  name: 'study-size',
  title,
  settings: z.strictObject({ question: sizeQuestion, recruits: recruitment.prefault({}) }),
  takes: [],
  gives: ['n', 'recruited'],
  byGroup: false,
  file: 'statistics/src/sample-size/study-size-method.ts',
  run: (_roles, { question, recruits }) => {
    const found = studySize(question, recruits);
    if (!found.ok) return found;
    const { formula, source, needed, recruited } = found.value;
    const count = (value: number): Estimate =>
      makeEstimate({
        value,
        limits: null,
        level: 0.95,
        unit: 'count',
        n: value,
        parts: {},
        method: formula,
        source,
      });
    return succeed({
      estimates: { n: count(needed), recruited: count(recruited) },
      shapes: [sizeCurve(found.value, title)],
      warnings: [],
    });
  },
});

const words = {
  power: { ko: '검정력', en: 'Power' },
  'half-width': { ko: '신뢰구간 폭의 절반', en: 'Half width of the interval' },
} as const satisfies Readonly<Record<StudySize['reads'], Text>>;

/** Power or precision from a quarter to twice the size found. */
export function sizeCurve(size: StudySize, label: Text): SizeCurveShape {
  const sizes = Array.from({ length: 29 }, (_each, k) => Math.max(2, Math.round(size.n * (0.25 + k / 16))));
  const points = [...new Set([...sizes, size.n])]
    .sort((left, right) => left - right)
    .map((n) => ({ x: Math.ceil(n * size.effect - 1e-9), y: size.at(n) }));
  return {
    shape: 'size-curve',
    label,
    x: size.unit,
    y: words[size.reads],
    curves: [{ label, points }],
    target: size.target,
    chosen: { x: size.needed, y: size.at(size.n) },
  };
}
