import { fail, succeed, type Result } from '@daero/domain/result';
import { type ResearchValueShape } from '@daero/domain/shape';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { type PlannedStudy, type Research } from '../model/further-analyses.ts';
import { each } from '../model/place.ts';
import { evppi } from '../value-of-information/evppi.ts';
import { evsi, netBenefitOfSampling, population } from '../value-of-information/evsi.ts';
import { leastDrawsOfInformation } from '../value-of-information/information-shape.ts';
import { studySummary } from '../value-of-information/study-summary.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { modelDraws, type ModelDraws } from './model-draws.ts';

/** What the study designer is asked about a study: its question, and fields with the values that the model has now. */
export type DesignQuestion = {
  readonly question: string;
  readonly values: Readonly<Record<string, number | string>>;
};
export type ResearchResult = {
  readonly research: Research;
  readonly shape: ResearchValueShape;
  /** By study, in the order of the file. */
  readonly designs: readonly (DesignQuestion | null)[];
};

/**
 * Which of the studies that a file names is worth its cost, and how large it should be.
 *
 * Which further evidence is worth collecting? In every draw each study is simulated once; what its result would let us expect, times the
 * decisions that it serves, less what it costs, is what it is worth. A study of nothing uncertain is worth nothing.
 *
 * Takes    model with its research; estimates it is bound to; at its own number of draws
 * Gives    for each study the value of every size, the best of them, the most that knowing for certain could bring; questions for the study
 *          designer. Null where the file names no studies or draws are fewer than 2,000
 * Fails    as the model does; study-size
 * Cost     one probabilistic analysis, one regression a study and size
 * Source   Strong, Oakley, Brennan and Breeze (2015), Medical Decision Making 35, 570-583; Conti and Claxton (2009), Medical Decision Making 29, 643-661
 * Checked  analyses/analyses.test.ts: a larger study tells more, never more than certainty; dear studies are not chosen
 */
export function researchOf(model: EconomicModel, estimates: Estimates): Result<ResearchResult | null> {
  const { sets, probabilistic, willingness, currency, priceYear } = model.model;
  const { research } = sets;
  if (research === null || probabilistic.draws < leastDrawsOfInformation) return succeed(null);
  const ready = modelUnderTest(model, estimates);
  if (!ready.ok) return ready;
  const drawn = modelDraws(model, estimates);
  if (!drawn.ok) return drawn;
  const { decisionsPerYear, years, discountRate } = research;
  const served = population({ perYear: decisionsPerYear, years, rate: discountRate });
  const studies = each(research.studies, (study) => valueOf(study, model, drawn.value, served));
  if (!studies.ok) return studies;
  const bases = new Map(ready.value.parameters.map(({ name, base }) => [name, base]));
  return succeed({
    research,
    shape: {
      shape: 'research-value',
      label: { ko: '연구의 가치', en: 'Value of research' },
      ...{ currency, priceYear, effectUnit: 'QALY', willingness: willingness.stated },
      ...{ population: served, studies: studies.value },
    },
    designs: research.studies.map(({ design }) =>
      design === undefined ? null : { question: design.question, values: valuesOf(design.values, bases) },
    ),
  });
}

function valueOf(
  { name, label, parameter, measures, sizes, fixedCost, costPerPerson }: PlannedStudy,
  { model }: EconomicModel,
  { strategies, parameters }: ModelDraws,
  served: number,
): Result<ResearchValueShape['studies'][number]> {
  const truth = parameters.get(parameter);
  const { stated } = model.willingness;
  const known = truth === undefined ? null : evppi(strategies, [truth], [stated]);
  if (known !== null && !known.ok) return fail(known.fault);
  const certain = known?.value[0]?.value ?? 0;
  const values = each(
    [...sizes].sort((a, b) => a - b),
    (n) => {
      const worth = truth === undefined ? succeed(0) : valueOfSize(n, truth);
      if (!worth.ok) return worth;
      const costs = { fixedCost, costPerPerson, n };
      return succeed({
        ...{ n, evsi: worth.value, cost: fixedCost + costPerPerson * n },
        netBenefit: netBenefitOfSampling({ evsi: worth.value, population: served, ...costs }),
      });
    },
  );
  if (!values.ok) return values;
  const highest = Math.max(...values.value.map(({ netBenefit }) => netBenefit));
  const best = highest > 0 ? values.value.findIndex(({ netBenefit }) => netBenefit === highest) : null;
  const measured = model.parameters.find((one) => one.name === parameter)?.label ?? label;
  return succeed({ label, parameter: measured, sizes: values.value, best, most: certain * served });

  function valueOfSize(n: number, truths: Float64Array): Result<number> {
    const study =
      measures === 'proportion'
        ? ({ measures: 'proportion', n } as const)
        : ({ measures: 'mean', n, sd: measures.sd } as const);
    const summary = studySummary(study, truths, { seed: model.probabilistic.seed, name: `study ${name}` });
    if (!summary.ok) return summary;
    const found = evsi(strategies, [summary.value], [stated]);
    // by chance alone a regression may find more than certainty would bring
    return found.ok ? succeed(Math.min(found.value[0]?.value ?? 0, certain)) : found;
  }
}

const valuesOf = (
  values: NonNullable<PlannedStudy['design']>['values'],
  bases: ReadonlyMap<string, number>,
): DesignQuestion['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      if (typeof value !== 'object') return [[field, value]];
      const base = bases.get(value.parameter);
      return base === undefined ? [] : [[field, Number(base.toPrecision(3))]];
    }),
  );
