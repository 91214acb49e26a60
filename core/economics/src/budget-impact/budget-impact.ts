import { power } from '@daero/domain/expression/functions';
import { type Coverage, type BudgetImpactForm } from './form.ts';
import { reached, scenarioOf } from './read.ts';

/** Money by who bears it. Only `payer` is the payer's budget; the three together are the health system's. */
export type Borne = { readonly payer: number; readonly patient: number; readonly nonCovered: number };

export type TechnologyYear = {
  readonly name: string;
  readonly usesWithout: number;
  readonly usesWith: number;
  readonly price: number;
};
export type BudgetYear = {
  readonly year: number;
  readonly eligible: number;
  /** Those in whom the technologies are used, after all narrowing. */
  readonly people: number;
  readonly technologies: readonly TechnologyYear[];
  /** All differences: the world with the new technology less the world without. */
  readonly fees: Borne;
  /** Events that the technologies bring about or avoid; a saving is negative. */
  readonly offsets: Borne;
  /** Paid once by those who bring the technology in, and by no payer. */
  readonly oneOff: number;
};
export type BudgetTotals = {
  readonly fees: Borne;
  readonly offsets: Borne;
  readonly oneOff: number;
  /** Fees and offsets, what the payer bears of them. */
  readonly payerNet: number;
  /** Fees alone: what is certain to be paid, whether or not anything is saved. */
  readonly payerFees: number;
  readonly healthSystemNet: number;
};
export type BudgetImpact = {
  readonly view: 'payer';
  readonly years: readonly BudgetYear[];
  readonly totals: BudgetTotals;
  readonly scenarios: readonly {
    readonly name: string;
    readonly years: readonly BudgetYear[];
    readonly totals: BudgetTotals;
  }[];
  /** The least and most that the payer pays net over all years, the base case among the scenarios. */
  readonly payerRange: { readonly low: number; readonly high: number };
};

/**
 * Budget impact, from the payer's own view.
 *
 * What will the payer spend more or less in each of the next years, once the technology is there? Undiscounted flows of each year;
 * payer, patient and non-covered shares apart; savings elsewhere apart from fees, because they are hoped for and fees are paid. Ranges come
 * from scenarios, not from probabilities.
 *
 * Takes    file: checked by `readBudgetImpact`
 * Gives    years, totals, each scenario, and the range of the payer's net total
 * Fails    never
 * Cost     O(scenarios x years x technologies)
 * Source   Sullivan, Mauskopf, Augustovski et al. (2014), Value in Health 17, 5-14 (ISPOR budget impact II)
 * Checked  reference/economics/budget-impact-ai-addon
 */
export function budgetImpact(file: BudgetImpactForm): BudgetImpact {
  const years = yearsOf(file);
  const totals = totalsOf(years);
  const scenarios = file.scenarios.map(({ name }, index) => {
    const own = yearsOf(scenarioOf(file, index));
    return { name, years: own, totals: totalsOf(own) };
  });
  const nets = [totals, ...scenarios.map((each) => each.totals)].map(({ payerNet }) => payerNet);
  return {
    view: 'payer',
    years,
    totals,
    scenarios,
    payerRange: { low: Math.min(...nets), high: Math.max(...nets) },
  };
}

const yearsOf = (file: BudgetImpactForm): readonly BudgetYear[] =>
  Array.from({ length: file.years.count }, (_, index) => yearOf(file, index));

function yearOf(file: BudgetImpactForm, index: number): BudgetYear {
  const { population, uptake } = file;
  const eligible = population.firstYear * power(1 + population.growth, index);
  const people = population.narrowing.reduce((rest, { share }) => rest * share, eligible);
  const rows = file.technologies.map((technology) => {
    const { name, share, usesPerPerson, price, priceChange, coverage } = technology;
    const at = (list: readonly number[], year: number): number =>
      year < 0 ? 0 : reached(list, year, uptake);
    const priceNow = priceChange.slice(0, index + 1).reduce((now, change) => now * (1 + change), price);
    const usesWithout = people * at(share.without, index) * usesPerPerson;
    const usesWith = people * at(share.with, index) * usesPerPerson;
    const newPoints = Math.max(0, at(share.with, index) - at(share.with, index - 1)) * 100;
    return { name, usesWithout, usesWith, price: priceNow, coverage, newPoints };
  });
  const more = new Map(rows.map(({ name, usesWith, usesWithout }) => [name, usesWith - usesWithout]));
  const points = new Map(rows.map(({ name, newPoints }) => [name, newPoints]));
  return {
    year: file.years.first + index,
    eligible,
    people,
    technologies: rows.map(({ name, usesWithout, usesWith, price }) => ({
      name,
      usesWithout,
      usesWith,
      price,
    })),
    fees: addUp(rows.map(({ name, price, coverage }) => borne((more.get(name) ?? NaN) * price, coverage))),
    offsets: addUp(
      file.offsets.map(({ technology, perUse, cost, coverage }) =>
        borne((more.get(technology) ?? NaN) * perUse * cost, coverage),
      ),
    ),
    oneOff: file.oneOff.reduce(
      (sum, { technology, perNewPoint }) => sum + (points.get(technology) ?? NaN) * perNewPoint,
      0,
    ),
  };
}

const borne = (amount: number, { payer, patient, nonCovered }: Coverage): Borne => ({
  payer: amount * payer,
  patient: amount * patient,
  nonCovered: amount * nonCovered,
});

export const addUp = (amounts: readonly Borne[]): Borne =>
  amounts.reduce(
    (sum, each) => ({
      payer: sum.payer + each.payer,
      patient: sum.patient + each.patient,
      nonCovered: sum.nonCovered + each.nonCovered,
    }),
    { payer: 0, patient: 0, nonCovered: 0 },
  );

/** What everybody bears together. */
export const whole = ({ payer, patient, nonCovered }: Borne): number => payer + patient + nonCovered;

function totalsOf(years: readonly BudgetYear[]): BudgetTotals {
  const [fees, offsets] = [addUp(years.map((each) => each.fees)), addUp(years.map((each) => each.offsets))];
  return {
    fees,
    offsets,
    oneOff: years.reduce((sum, { oneOff }) => sum + oneOff, 0),
    payerNet: fees.payer + offsets.payer,
    payerFees: fees.payer,
    healthSystemNet: whole(fees) + whole(offsets),
  };
}
