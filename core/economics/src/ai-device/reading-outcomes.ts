import { type Accuracy } from './paired-reading.ts';

/** What each call leads to, a person: costs in money, health in QALYs (harm is below 0). */
export type Consequences = {
  /** A positive call is worked up, true or false. */
  readonly workUpCost: number;
  readonly workUpHarm: number;
  /** What finding the disease brings, and missing it takes. */
  readonly foundCost: number;
  readonly foundQalys: number;
  readonly missedCost: number;
  readonly missedQalys: number;
};

export type ReadingOutcome = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** NaN where nobody is called positive (or negative). */
  readonly positivePredictiveValue: number;
  readonly negativePredictiveValue: number;
  readonly cost: number;
  readonly qalys: number;
};

/**
 * What one person read costs and gains, by accuracy and prevalence.
 *
 * What do calls lead to here? Accuracy travels, prevalence does not: where disease is rare most positive calls are false, and their work-up
 * and harm are the price of finding the few.
 *
 * Takes    accuracy; prevalence in [0, 1]; consequences of calls; costPerReading: of the reading itself and the device
 * Gives    shares of people by call, predictive values, cost and QALYs a person
 * Fails    never
 * Cost     O(1)
 * Source   Hunink et al. (2014), Decision making in health and medicine, 2nd edition, ch. 5-7
 * Checked  ai-device/ai-device.test.ts; the decision tree of reference/economics/tree-ai-reader has the same form
 */
export function readingOutcome(
  { sensitivity, specificity }: Accuracy,
  prevalence: number,
  { consequences, costPerReading }: { readonly consequences: Consequences; readonly costPerReading: number },
): ReadingOutcome {
  const truePositives = prevalence * sensitivity;
  const falseNegatives = prevalence * (1 - sensitivity);
  const trueNegatives = (1 - prevalence) * specificity;
  const falsePositives = (1 - prevalence) * (1 - specificity);
  const positive = truePositives + falsePositives;
  const { workUpCost, workUpHarm, foundCost, foundQalys, missedCost, missedQalys } = consequences;
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives,
    positivePredictiveValue: truePositives / positive,
    negativePredictiveValue: trueNegatives / (1 - positive),
    cost: costPerReading + positive * workUpCost + truePositives * foundCost + falseNegatives * missedCost,
    qalys: positive * workUpHarm + truePositives * foundQalys + falseNegatives * missedQalys,
  };
}

export type ReadingIncrement = {
  readonly without: ReadingOutcome;
  readonly with: ReadingOutcome;
  readonly cost: number;
  readonly qalys: number;
  /** Extra people found, and extra people worked up for nothing, a person read. */
  readonly found: number;
  readonly falseAlarms: number;
};

/** The reader with the device against the reader, in the same people. The fee of the device is paid for every reading, right or wrong. */
export function readingIncrement(
  accuracy: { readonly without: Accuracy; readonly with: Accuracy },
  prevalence: number,
  {
    consequences,
    readingCost,
    deviceCost,
  }: { readonly consequences: Consequences; readonly readingCost: number; readonly deviceCost: number },
): ReadingIncrement {
  const without = readingOutcome(accuracy.without, prevalence, { consequences, costPerReading: readingCost });
  const wth = readingOutcome(accuracy.with, prevalence, {
    consequences,
    costPerReading: readingCost + deviceCost,
  });
  return {
    without,
    with: wth,
    cost: wth.cost - without.cost,
    qalys: wth.qalys - without.qalys,
    found: wth.truePositives - without.truePositives,
    falseAlarms: wth.falsePositives - without.falsePositives,
  };
}
