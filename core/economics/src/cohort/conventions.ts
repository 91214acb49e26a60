import { fail, succeed, type Result } from '@daero/domain/result';
import { type ExpressionFault, type Tables } from '@daero/domain/expression/compile';
import { type Text } from '@daero/domain/text';
import { print } from '@daero/domain/expression/print';
import { readExpression, type Path } from '../model/place.ts';
import { type PointWeights } from './accounting.ts';
import { type CohortModelForm, type DurationForm } from './model-form.ts';
import { type Conventions } from './model.ts';
import { type Written } from './structure.ts';

export type ConventionFault =
  | ExpressionFault
  | {
      readonly kind: 'cohort-cycle-does-not-divide';
      readonly path: Path;
      readonly horizonYears: number;
      readonly cycleYears: number;
      readonly cycles: number;
    }
  | { readonly kind: 'cohort-simpson-odd'; readonly path: Path; readonly cycles: number };

const daysInYear = 365.25;
/** Months and years have whole numbers in common, and so do days and weeks: a twelfth of a year is then exactly one. */
const measures: Readonly<
  Record<DurationForm['unit'], { readonly in: 'months' | 'days'; readonly holds: number }>
> = {
  years: { in: 'months', holds: 12 },
  months: { in: 'months', holds: 1 },
  weeks: { in: 'days', holds: 7 },
  days: { in: 'days', holds: 1 },
};
const perYear = { months: 12, days: daysInYear };

export function yearsOf({ length, unit }: DurationForm): number {
  const { in: small, holds } = measures[unit];
  return (length * holds) / perYear[small];
}

function cyclesIn(horizon: DurationForm, cycle: DurationForm): number {
  const [whole, part] = [measures[horizon.unit], measures[cycle.unit]];
  return whole.in === part.in
    ? (horizon.length * whole.holds) / (cycle.length * part.holds)
    : yearsOf(horizon) / yearsOf(cycle);
}

type Known = { readonly names: readonly string[]; readonly tables: Tables };

/** The conventions of a file, whole numbers of cycles made sure of. */
export function readConventions(
  { cycle, horizon, discount, withinCycle }: CohortModelForm['conventions'],
  { names, tables }: Known,
): Result<Conventions, ConventionFault> {
  const exact = cyclesIn(horizon, cycle);
  const cycles = Math.round(exact);
  const [cycleYears, horizonYears] = [yearsOf(cycle), yearsOf(horizon)];
  if (cycles < 1 || Math.abs(exact - cycles) > 1e-9 * cycles) {
    const path = '/conventions/horizon';
    return fail({ kind: 'cohort-cycle-does-not-divide', path, horizonYears, cycleYears, cycles: exact });
  }
  if (withinCycle.at === 'points' && withinCycle.weights === 'simpson' && cycles % 2 === 1)
    return fail({ kind: 'cohort-simpson-odd', path: '/conventions/withinCycle/weights', cycles });

  const rate = (source: string | number, of: 'costs' | 'effects'): Result<Written, ConventionFault> => {
    const path = `/conventions/discount/${of}`;
    const tree = readExpression(source, names, path, tables);
    return tree.ok ? succeed({ expression: tree.value, path }) : tree;
  };
  const costs = rate(discount.costs, 'costs');
  if (!costs.ok) return costs;
  const effects = rate(discount.effects, 'effects');
  if (!effects.ok) return effects;
  return succeed({
    clock: { cycles, cycleYears },
    horizonYears,
    rates: { costs: costs.value, effects: effects.value },
    discounting: { form: discount.form, from: discount.from },
    counting: withinCycle,
  });
}

const forms: Readonly<Record<Conventions['discounting']['form'], Text>> = {
  annual: { ko: '(1 + r)의 연수 제곱으로', en: '(1 + r) to the power of the years' },
  'whole-years': { ko: '(1 + r)의 만 연수 제곱으로', en: '(1 + r) to the power of whole years' },
  continuous: { ko: 'exp(-r × 연수)로', en: 'exp(-r x years)' },
};
const starts: Readonly<Record<Conventions['discounting']['from'], Text>> = {
  'time-zero': { ko: '시작부터', en: 'from the start' },
  'after-first-year': { ko: '1년이 지난 뒤부터', en: 'from the end of the first year' },
};
const weights: Readonly<Record<PointWeights, Text>> = {
  none: {
    ko: '주기 안 보정 없음: 모든 시점을 온전히 셉니다',
    en: 'no within-cycle correction: every point counts whole',
  },
  'half-cycle': {
    ko: '반주기 보정: 처음과 끝 시점을 절반으로 셉니다',
    en: 'half-cycle correction: the first and last points count half',
  },
  simpson: { ko: '심프슨 1/3 규칙: 1/3, 4/3, 2/3, …', en: "Simpson's 1/3 rule: 1/3, 4/3, 2/3, ..." },
  alternating: {
    ko: '1/3, 2/3, 4/3, … 의 가중치(심프슨 규칙과 다르며, 널리 복사된 예제를 재현하기 위한 것)',
    en: "weights 1/3, 2/3, 4/3, ... (not Simpson's rule; to reproduce a much-copied tutorial)",
  },
};
const populations: Readonly<Record<'start' | 'end' | 'mean', Text>> = {
  start: { ko: '각 주기를 시작한 사람', en: 'those who begin each cycle' },
  end: { ko: '각 주기를 마친 사람', en: 'those who end each cycle' },
  mean: { ko: '각 주기의 처음과 끝의 평균', en: 'the mean of the start and end of each cycle' },
};
const moments: Readonly<Record<'start' | 'middle' | 'end', Text>> = {
  start: { ko: '주기 처음', en: 'start of the cycle' },
  middle: { ko: '주기 중간', en: 'middle of the cycle' },
  end: { ko: '주기 끝', en: 'end of the cycle' },
};

/** How a tree before the cohort counts. */
const treeBefore: Text = {
  ko: '앞선 결정나무의 비용과 효과는 시작 시점에 한 번 세며, 할인하지 않습니다',
  en: 'costs and effects of the tree before count once at the start, undiscounted',
};

/** The conventions of a model as every report prints them. */
export const conventionsOfCohort = ({
  conventions,
  start,
}: {
  readonly conventions: Conventions;
  readonly start: unknown;
}): readonly Text[] => [...conventionWords(conventions), ...(start === null ? [] : [treeBefore])];

/** The same without what comes before. */
export function conventionWords({
  clock,
  horizonYears,
  rates,
  discounting,
  counting,
}: Conventions): readonly Text[] {
  const { cycles, cycleYears } = clock;
  const [costs, effects] = [print(rates.costs.expression), print(rates.effects.expression)];
  const [form, from] = [forms[discounting.form], starts[discounting.from]];
  const counted: Text =
    counting.at === 'points'
      ? weights[counting.weights]
      : {
          ko: `${populations[counting.population].ko}을 세고, ${moments[counting.discountedAt].ko}의 값으로 할인합니다`,
          en: `counts ${populations[counting.population].en}, discounted at the ${moments[counting.discountedAt].en}`,
        };
  const shown = (x: number): string => String(Number(x.toPrecision(6)));
  const years = (x: number): string => `${shown(x)} ${x === 1 ? 'year' : 'years'}`;
  return [
    {
      ko: `주기 ${shown(cycleYears)}년, ${cycles}주기(${shown(horizonYears)}년)`,
      en: `cycle of ${years(cycleYears)}, ${cycles} cycles (${years(horizonYears)})`,
    },
    {
      ko: `할인율(연) 비용 ${costs}, 효과 ${effects}; ${from.ko} ${form.ko} 나눔`.replace(
        'exp(-r × 연수)로 나눔',
        'exp(-r × 연수)를 곱함',
      ),
      en: `discount rates a year: costs ${costs}, effects ${effects}; ${discounting.form === 'continuous' ? 'times' : 'divided by'} ${form.en}, ${from.en}`,
    },
    counted,
  ];
}
