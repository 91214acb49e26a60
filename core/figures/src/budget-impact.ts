import { formatMoney } from '@daero/domain/format/money';
import type { BudgetImpactShape, BudgetPanel } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { budgetPlot } from './budget-plot.ts';
import { currencyOf } from './currency.ts';
import { cell, type Figure } from './figure.ts';
import { say } from './words.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The payer's view: years, undiscounted; who bears the rest stands beside it and is never added to it. */
export function budgetImpactFigure(shape: BudgetImpactShape, language: Language): Figure {
  const { label, years, panels, scenarios } = shape;
  const currency = currencyOf(shape.currency);
  const money = (amount: number): string => formatMoney({ amount, currency, priceYear: 2000 }, language);
  const shown = (amount: number | undefined) => cell(amount ?? null, money(amount ?? 0));
  const column = (key: `budget.${string}` & Parameters<typeof say>[0]) =>
    ({ title: say(key, language), align: 'end' }) as const;
  return {
    kind: 'budget-impact',
    language,
    title: findingOf(shape, money, language),
    subtitle: say('budget.subtitle', language, { label: label[language], year: shape.priceYear }),
    notes: [
      scenarios === 0
        ? say('budget.noScenario', language)
        : say('budget.note', language, { n: scenarios + 1 }),
    ],
    plot: budgetPlot(shape, language),
    table: {
      columns: [
        { title: say('budget.bearer', language), align: 'start' },
        { title: say('budget.year', language), align: 'end' },
        ...(['fees', 'offsets', 'displaced', 'net', 'low', 'high', 'without', 'with'] as const).map((name) =>
          column(`budget.${name}`),
        ),
      ],
      rows: panels.flatMap((panel) =>
        years.map((year, at) => [
          say(`budget.${panel.bearer}`, language),
          { value: year, text: String(year) },
          shown(panel.fees[at]),
          shown(panel.offsets[at]),
          shown(panel.displaced[at]),
          shown(panel.net[at]?.value),
          shown(panel.net[at]?.low),
          shown(panel.net[at]?.high),
          shown(panel.without[at]),
          shown(panel.with[at]),
        ]),
      ),
    },
  };
}

function findingOf(
  { payer, years, panels, scenarios }: BudgetImpactShape,
  money: (amount: number) => string,
  language: Language,
): string {
  const own: BudgetPanel | undefined = panels.find(({ bearer }) => bearer === 'payer');
  const net = own?.net ?? [];
  const slots = {
    payer: payer[language],
    years: years.length,
    net: money(sum(net.map(({ value }) => value))),
  };
  if (scenarios === 0) return say('budget.one', language, slots);
  return say('budget.finding', language, {
    ...slots,
    low: money(sum(net.map(({ low }) => low))),
    high: money(sum(net.map(({ high }) => high))),
  });
}
