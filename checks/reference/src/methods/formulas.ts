import { compile } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import { discountFactor, pointWeights } from '@daero/economics/cohort/accounting';
import { matrixExponential } from '@daero/economics/formulas/matrix-exponential';
import {
  continuousRateOf,
  probabilityToRate,
  rateToProbability,
  rescaleProbability,
  streamValue,
  withHazardRatio,
  withOddsRatio,
} from '@daero/economics/formulas/rates';
import { z } from 'zod';
import { place } from './answers.ts';
import type { Runner } from './table.ts';

const inputs = z.object({
  calculations: z.array(
    z.object({
      at: z.string(),
      function: z.string(),
      arguments: z.record(z.string(), z.unknown()),
      results: z.record(z.string(), z.string()),
    }),
  ),
});
type Calculation = z.output<typeof inputs>['calculations'][number];

const risk = z.object({ p0: z.number() });

/** The value of each result of a calculation, by its name. */
const calculators: Readonly<Record<string, (asked: Calculation) => (name: string, rule: string) => unknown>> =
  {
    'rate-to-prob': ({ arguments: given }) => {
      const { r, t } = z.object({ r: z.number(), t: z.number() }).parse(given);
      return () => rateToProbability(r, t);
    },
    'prob-to-rate': ({ arguments: given }) => {
      const { p, t } = z.object({ p: z.number(), t: z.number() }).parse(given);
      return () => probabilityToRate(p, t);
    },
    'prob-rescale': ({ arguments: given }) => {
      const { p, from, to } = z.object({ p: z.number(), from: z.number(), to: z.number() }).parse(given);
      return () => rescaleProbability(p, from, to);
    },
    'odds-ratio': ({ arguments: given }) => {
      const asked = risk.extend({ or: z.number() }).parse(given);
      return () => withOddsRatio(asked.p0, asked.or);
    },
    'hazard-ratio-on-prob': ({ arguments: given }) => {
      const asked = risk.extend({ hr: z.number() }).parse(given);
      return () => withHazardRatio(asked.p0, asked.hr);
    },
    'matrix-exponential': ({ arguments: given }) => {
      const { generator } = z.object({ generator: z.array(z.array(z.number())) }).parse(given);
      return (_name, rule) => matrixExponential(generator, timeIn(rule));
    },
    discount: ({ arguments: given }) => {
      const { rate, years, horizon } = z
        .object({ rate: z.number(), years: z.array(z.number()), horizon: z.number() })
        .parse(given);
      return (name) => {
        if (name === 'annual')
          return years.map((year) => discountFactor(rate, year, { form: 'annual', from: 'time-zero' }));
        return name.startsWith('continuous_stream')
          ? streamValue(continuousRateOf(rate), horizon)
          : continuousRateOf(rate);
      };
    },
    'within-cycle-weights': ({ arguments: given }) => {
      const { cycles } = z.object({ cycles: z.number() }).parse(given);
      const rules = { half_cycle: 'half-cycle', simpson: 'simpson' } as const;
      return (name) => [
        ...pointWeights(
          z
            .enum(['half_cycle', 'simpson'])
            .transform((of) => rules[of])
            .parse(name),
          cycles,
        ),
      ];
    },
  };

/** The factor in `matrix exponential of generator*0.25`. */
function timeIn(rule: string): number {
  const factor = /generator\s*\*\s*(.+)$/.exec(rule)?.[1];
  return factor === undefined ? 1 : unwrap(compile(factor, []))([]);
}

/** Arguments and results of each calculation, where it stands. */
export const formulasRunner: Runner = (given) => {
  const answers = {};
  for (const each of inputs.parse(given.inputs).calculations) {
    const calculator = Object.hasOwn(calculators, each.function) ? calculators[each.function] : undefined;
    if (calculator === undefined) throw new Error(`no function ${each.function}`);
    const of = calculator(each);
    const under = each.at.split('/').slice(1);
    for (const [name, value] of Object.entries(each.arguments)) place(answers, [...under, name], value);
    for (const [name, rule] of Object.entries(each.results)) place(answers, [...under, name], of(name, rule));
  }
  return answers;
};
