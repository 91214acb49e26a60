import { type BudgetImpactShape, type BudgetPanel } from '@daero/domain/shape';
import { budgetImpact, type BudgetYear } from './budget-impact.ts';
import { type BudgetImpactForm, type Coverage } from './form.ts';

const bearers = [
  { bearer: 'payer', of: 'payer' },
  { bearer: 'patient', of: 'patient' },
  { bearer: 'non-covered', of: 'nonCovered' },
] as const satisfies readonly { bearer: BudgetPanel['bearer']; of: keyof Coverage }[];

/** Who bears what in each year: fees apart from savings, and what is displaced apart from both. Bearers with nothing to bear are left out. */
export function budgetImpactShape(file: BudgetImpactForm): BudgetImpactShape {
  const result = budgetImpact(file);
  const panels = bearers.map(({ bearer, of }): BudgetPanel => {
    const nets = [result, ...result.scenarios].map(({ years }) =>
      years.map(({ fees, offsets }) => fees[of] + offsets[of]),
    );
    const fees = result.years.map((year) => feesOf(file, year, of));
    return {
      bearer,
      fees: fees.map(({ more }) => more),
      offsets: result.years.map(({ offsets }) => offsets[of]),
      displaced: fees.map(({ less }) => less),
      net: result.years.map((_, at) => {
        const all = nets.map((net) => net[at] ?? NaN);
        return { value: all[0] ?? NaN, low: Math.min(...all), high: Math.max(...all) };
      }),
      without: result.years.map((year) => spentIn(file, year, of, 'usesWithout')),
      with: result.years.map((year) => spentIn(file, year, of, 'usesWith')),
    };
  });
  return {
    shape: 'budget-impact',
    label: file.title,
    payer: file.payer,
    currency: file.currency,
    priceYear: file.priceYear,
    years: result.years.map(({ year }) => year),
    scenarios: file.scenarios.length,
    panels: panels.filter(
      (panel) =>
        panel.bearer === 'payer' || [...panel.without, ...panel.with, ...ends(panel)].some((x) => x !== 0),
    ),
  };
}

const ends = ({ net }: BudgetPanel): readonly number[] => net.flatMap(({ low, high }) => [low, high]);

/** A technology that is used less is displaced; one that is used more is paid for. */
function feesOf(
  { technologies }: BudgetImpactForm,
  year: BudgetYear,
  of: keyof Coverage,
): { readonly more: number; readonly less: number } {
  const amounts = year.technologies.map(({ usesWith, usesWithout, price }, at) => {
    return (usesWith - usesWithout) * price * (technologies[at]?.coverage[of] ?? NaN);
  });
  return {
    more: amounts.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0),
    less: amounts.filter((amount) => amount < 0).reduce((sum, amount) => sum + amount, 0),
  };
}

/** What a bearer spends on the technologies and on what their uses bring about, in one of the two worlds. */
function spentIn(
  { technologies, offsets }: BudgetImpactForm,
  year: BudgetYear,
  of: keyof Coverage,
  world: 'usesWithout' | 'usesWith',
): number {
  const fees = year.technologies.reduce(
    (sum, row, at) => sum + row[world] * row.price * (technologies[at]?.coverage[of] ?? NaN),
    0,
  );
  const uses = new Map(year.technologies.map((row) => [row.name, row[world]]));
  return offsets.reduce(
    (sum, { technology, perUse, cost, coverage }) =>
      sum + (uses.get(technology) ?? NaN) * perUse * cost * coverage[of],
    fees,
  );
}
