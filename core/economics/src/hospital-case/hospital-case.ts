import { fail, type Result } from '@daero/domain/result';
import { readFile, type FileFault } from '../model/file.ts';
import { hospitalCaseForm, type HospitalCaseForm } from './form.ts';
import { monthsOf, yearsOf, type CashFlow, type CashMonth, type CashYear } from './cash-flow.ts';

export type HospitalCaseFault =
  | FileFault
  | {
      readonly kind: 'hospital-month-beyond';
      readonly path: string;
      readonly month: number;
      readonly months: number;
    };

export type HospitalCase = {
  readonly view: 'hospital';
  readonly months: readonly CashMonth[];
  readonly years: readonly CashYear[];
  readonly total: CashFlow;
  /** The first month at whose end everything paid so far has come back, and stays so; null where that never happens. */
  readonly paybackMonth: number | null;
  readonly netPresentValue: number;
  /** Uses in an average month at which the whole time just pays for itself, with the same course of use; null where no volume does. */
  readonly breakEvenUsesPerMonth: number | null;
  /** Hours that the device saves and that nobody gets: worth nothing here, and said so. */
  readonly hoursNotReleased: number;
};

/** A hospital-case file as it was read. */
export function readHospitalCase(json: unknown): Result<HospitalCaseForm, HospitalCaseFault> {
  const read = readFile(hospitalCaseForm, json);
  if (!read.ok) return read;
  const { months, oneOff } = read.value;
  const late = oneOff.findIndex(({ month }) => month > months);
  return late < 0
    ? read
    : fail({
        kind: 'hospital-month-beyond',
        path: `/oneOff/${late}/month`,
        month: oneOff[late]?.month ?? NaN,
        months,
      });
}

/**
 * The hospital's own business case.
 *
 * Does the device pay for itself here, and from which month on? Only what moves this hospital's money counts: fees it may charge, time
 * that is really released, what follows downstream, against price, running and one-off costs. Saved time earns no fee, and a payer's savings are not the
 * hospital's.
 *
 * Takes    file: checked by `readHospitalCase`
 * Gives    cash by month and year, totals, month of payback, net present value, break-even uses a month, hours not released
 * Fails    never
 * Cost     O(months), some sixty times for the break-even
 * Source   Drummond, Sculpher, Claxton et al. (2015), Methods for the economic evaluation of health care programmes, 4th edition, ch. 7 (costs
 *          by viewpoint); net present value: any text on investment
 * Checked  hospital-case/hospital-case.test.ts, by hand
 */
export function hospitalCase(file: HospitalCaseForm): HospitalCase {
  const months = monthsOf(file);
  const years = yearsOf(months);
  const total = months.reduce<CashFlow>((sum, { flow }) => added(sum, flow), nothing);
  const stillOut = months.findLastIndex(({ cumulative }) => cumulative < 0);
  const payback = stillOut + 1 < months.length ? stillOut + 2 : null;
  const monthly = Math.exp(Math.log1p(file.discountRate) / 12);
  let [present, factor] = [0, 1];
  for (const { flow } of months) {
    factor /= monthly; // at the end of each month
    present += flow.net * factor;
  }
  return {
    view: 'hospital',
    months,
    years,
    total,
    paybackMonth: payback,
    netPresentValue: present,
    breakEvenUsesPerMonth: breakEven(file),
    hoursNotReleased: months.reduce((sum, { hoursNotReleased }) => sum + hoursNotReleased, 0),
  };
}

const nothing: CashFlow = {
  fees: 0,
  releasedTime: 0,
  downstreamRevenue: 0,
  downstreamCost: 0,
  price: 0,
  running: 0,
  oneOff: 0,
  net: 0,
};

const added = (a: CashFlow, b: CashFlow): CashFlow => ({
  fees: a.fees + b.fees,
  releasedTime: a.releasedTime + b.releasedTime,
  downstreamRevenue: a.downstreamRevenue + b.downstreamRevenue,
  downstreamCost: a.downstreamCost + b.downstreamCost,
  price: a.price + b.price,
  running: a.running + b.running,
  oneOff: a.oneOff + b.oneOff,
  net: a.net + b.net,
});

/** The net over all months rises with volume or never does: beyond a least price it is a straight line. */
function breakEven(file: HospitalCaseForm): number | null {
  const netAt = (times: number): number =>
    monthsOf({ ...file, volume: { ...file.volume, perMonth: file.volume.perMonth * times } }).reduce(
      (sum, { flow }) => sum + flow.net,
      0,
    );
  const uses = monthsOf(file).reduce((sum, month) => sum + month.uses, 0) / file.months;
  if (uses === 0) return null;
  if (netAt(0) >= 0) return 0;
  let [low, high] = [0, 1];
  while (netAt(high) < 0) {
    if (high > 1e6) return null;
    [low, high] = [high, high * 4];
  }
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (netAt(middle) < 0) low = middle;
    else high = middle;
  }
  return high * uses;
}
