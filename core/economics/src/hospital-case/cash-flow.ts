import { unreachable } from '@daero/domain/unreachable';
import { type HospitalCaseForm } from './form.ts';

/** Money in and out, each as an amount above 0 but `net`, and released time where the device takes time instead. */
export type CashFlow = {
  readonly fees: number;
  readonly releasedTime: number;
  readonly downstreamRevenue: number;
  readonly downstreamCost: number;
  readonly price: number;
  readonly running: number;
  readonly oneOff: number;
  readonly net: number;
};
export type CashMonth = {
  /** From 1. */
  readonly month: number;
  readonly uses: number;
  readonly hoursNotReleased: number;
  readonly flow: CashFlow;
  readonly cumulative: number;
};
export type CashYear = {
  readonly year: number;
  readonly uses: number;
  readonly net: number;
  readonly cumulative: number;
};

/** Cash month by month, and what has come together so far. */
export function monthsOf(file: HospitalCaseForm): readonly CashMonth[] {
  const months: CashMonth[] = [];
  let cumulative = 0;
  const uses = Array.from({ length: file.months }, (_, index) => usesIn(file, index));
  for (let index = 0; index < file.months; index += 1) {
    const flow = flowOf(file, index, uses);
    cumulative += flow.net;
    const saved = file.time.reduce((sum, { minutesPerUse, releasedShare }) => {
      return sum + (Math.max(0, minutesPerUse) * (1 - releasedShare)) / 60;
    }, 0);
    const here = uses[index] ?? NaN;
    months.push({ month: index + 1, uses: here, hoursNotReleased: here * saved, flow, cumulative });
  }
  return months;
}

/** Volume grows smoothly, a twelfth of the year's growth a month. */
function usesIn({ volume }: HospitalCaseForm, index: number): number {
  const share = volume.use[Math.min(index, volume.use.length - 1)] ?? NaN;
  return volume.perMonth * Math.exp((Math.log1p(volume.growthPerYear) * index) / 12) * share;
}

function flowOf(file: HospitalCaseForm, index: number, uses: readonly number[]): CashFlow {
  const here = uses[index] ?? NaN;
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const fees = here * file.fee.chargedShare * file.fee.perUse;
  const releasedTime =
    here *
    sum(file.time, ({ minutesPerUse, releasedShare, costPerHour }) => {
      const counted = minutesPerUse < 0 ? 1 : releasedShare; // time that is taken is always paid
      return (minutesPerUse / 60) * counted * costPerHour;
    });
  const downstreamRevenue = here * sum(file.downstream, ({ perUse, revenue }) => perUse * revenue);
  const downstreamCost = here * sum(file.downstream, ({ perUse, cost }) => perUse * cost);
  const price = priceIn(file, index, uses);
  const running = sum(file.running, ({ perMonth }) => perMonth);
  const oneOff = sum(file.oneOff, ({ month, cost }) => (month === index + 1 ? cost : 0));
  const net = fees + releasedTime + downstreamRevenue - downstreamCost - price - running - oneOff;
  return { fees, releasedTime, downstreamRevenue, downstreamCost, price, running, oneOff, net };
}

/** A licence is paid at the start of each year; what a year's uses fall short of the least is paid at its end. */
function priceIn({ price, months }: HospitalCaseForm, index: number, uses: readonly number[]): number {
  switch (price.form) {
    case 'licence':
      return index % 12 === 0 ? (price.perYear * Math.min(12, months - index)) / 12 : 0;
    case 'per-use': {
      const paid = (uses[index] ?? NaN) * price.perUse;
      const last = index % 12 === 11 || index === months - 1;
      if (!last) return paid;
      const year = uses.slice(index - (index % 12), index + 1);
      const short =
        (price.leastPerYear * year.length) / 12 - year.reduce((sum, each) => sum + each, 0) * price.perUse;
      return paid + Math.max(0, short);
    }
    default:
      return unreachable(price);
  }
}

/** Months by twelves; the last year may be short. */
export function yearsOf(months: readonly CashMonth[]): readonly CashYear[] {
  return Array.from({ length: Math.ceil(months.length / 12) }, (_, index) => {
    const own = months.slice(index * 12, index * 12 + 12);
    return {
      year: index + 1,
      uses: own.reduce((sum, { uses }) => sum + uses, 0),
      net: own.reduce((sum, { flow }) => sum + flow.net, 0),
      cumulative: own.at(-1)?.cumulative ?? NaN,
    };
  });
}
