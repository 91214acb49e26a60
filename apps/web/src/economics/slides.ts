import type { ParameterRow } from '@daero/economics/decision-tree/parameter-rows';
import { significant } from '@daero/domain/format/number';
import type { Language } from '@daero/domain/text';
import type { Slide } from '../parts/live-slider.tsx';
import type { Computed } from './engine.ts';

/** A parameter as a slider shows it: large money in a larger unit, ends a little beyond what is plausible. */
export type ParameterSlide = { readonly name: string; readonly slide: Slide; readonly by: number };

const floors: Partial<Readonly<Record<ParameterRow['kind'], number>>> = {
  probability: 0,
  rate: 0,
  ratio: 0,
  'hazard-ratio': 0,
  'odds-ratio': 0,
  'relative-risk': 0,
  count: 0,
  duration: 0,
};

/** Parameters that can be held, those that move the result most first; certain ones have no range and are left out. */
export function slidesOf(
  base: Computed,
  set: Readonly<Record<string, number>>,
  language: Language,
): readonly ParameterSlide[] {
  const widths = widthsOf(base);
  return base.output.parameters
    .filter(
      ({ name, low, high }) => base.holdable.includes(name) && low !== null && high !== null && high > low,
    )
    .sort((a, b) => (widths.get(b.label.en) ?? 0) - (widths.get(a.label.en) ?? 0))
    .map((row) => slideOf(row, set[row.name], language));
}

const widthsOf = ({ output }: Computed): ReadonlyMap<string, number> =>
  new Map(
    output.shapes
      .flatMap((shape) => (shape.shape === 'tornado' ? shape.bars : []))
      .map(({ parameter, atLow, atHigh }) => [parameter.en, Math.abs(atHigh - atLow)] as const)
      .sort(([, a], [, b]) => a - b),
  );

function slideOf(row: ParameterRow, heldAt: number | undefined, language: Language): ParameterSlide {
  const { low, high, value, kind, label } = row;
  const scale = moneyScale(row, language);
  const { by } = scale;
  const [from, to] = [(low ?? value) / by, (high ?? value) / by];
  const span = to - from;
  const round = (x: number): number => significant(x, 3);
  const least = floors[kind] ?? -Infinity;
  const most = kind === 'probability' || kind === 'utility' ? 1 : Infinity;
  return {
    name: row.name,
    by,
    slide: {
      label: label[language],
      unit: scale.unit,
      value: round((heldAt ?? value) / by),
      base: round(value / by),
      from: round(Math.max(least, from - span / 2)),
      to: round(Math.min(most, to + span / 2)),
      step: stepOf(span),
      plausible: { low: round(from), high: round(to) },
    },
  };
}

/** About a hundredth of the range, as 1, 2 or 5 of a power of ten. */
function stepOf(span: number): number {
  const rough = span / 100;
  const power = Number(`1e${Math.floor(Math.log10(rough))}`);
  const factor = [1, 2, 5].find((one) => one * power >= rough) ?? 10;
  return Number((factor * power).toPrecision(3));
}

const units: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ko: {
    'per year': '/년',
    'QALY per year': 'QALY/년',
    days: '일',
    'KRW per year': '원/년',
    'KRW per day': '원/일',
    KRW: '원',
    QALY: 'QALY',
  },
  en: {
    'per year': 'a year',
    'QALY per year': 'QALY a year',
    days: 'days',
    'KRW per year': 'KRW a year',
    'KRW per day': 'KRW a day',
    KRW: 'KRW',
    QALY: 'QALY',
  },
};

/** A unit of a model file in words; one that is not known here stands as it is written. */
export const unitWords = (unit: string, language: Language): string =>
  ['probability', 'count', '1'].includes(unit) ? '' : (units[language][unit] ?? unit);

function moneyScale(
  { unit, value, high }: ParameterRow,
  language: Language,
): { readonly by: number; readonly unit: string } {
  const words = unitWords(unit, language);
  const large = unit.startsWith('KRW') && Math.max(Math.abs(value), Math.abs(high ?? 0)) >= 1e5;
  if (!large) return { by: 1, unit: words };
  return language === 'ko'
    ? { by: 1e4, unit: words.replace(/^원/, '만 원') }
    : { by: 1e3, unit: words.replace(/^KRW/, 'KRW thousand') };
}
