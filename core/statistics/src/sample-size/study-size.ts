import { succeed, type Fault, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { z } from 'zod';
import * as accuracy from './accuracy-families.ts';
import { designEffect } from './design-effect.ts';
import * as other from './other-families.ts';
import * as reader from './reader-families.ts';
import type { SizeAnswer } from './size-answer.ts';
import { assumed } from './size-words.ts';

const families = { ...accuracy, ...other, ...reader };

/** Every question of size that a plan can ask, by its `of`. */
export const sizeQuestion = z.discriminatedUnion('of', [
  families.proportionFamily.settings,
  families.proportionPrecisionFamily.settings,
  families.coPrimaryFamily.settings,
  families.predictiveValueFamily.settings,
  families.predictiveValuePrecisionFamily.settings,
  families.aucFamily.settings,
  families.aucPrecisionFamily.settings,
  families.aucDifferenceFamily.settings,
  families.pairedFamily.settings,
  families.unpairedFamily.settings,
  families.kappaFamily.settings,
  families.kappaPrecisionFamily.settings,
  families.iccFamily.settings,
  families.iccPrecisionFamily.settings,
  families.limitsFamily.settings,
  families.limitsPrecisionFamily.settings,
  families.calibrationFamily.settings,
  families.netBenefitFamily.settings,
  families.multiCentreFamily.settings,
  families.verificationFamily.settings,
  families.aidedReadersFamily.settings,
  families.deviceAgainstReadersFamily.settings,
]);
export type SizeQuestion = z.output<typeof sizeQuestion>;
export type AskedSize = z.input<typeof sizeQuestion>;

export const recruitment = z.strictObject({
  /** Of those recruited, the share that n counts; 1 where n counts everybody. */
  classShare: z.number().gt(0).max(1).default(1),
  /** Of those recruited, the share lost or without a result. */
  lost: z.number().min(0).lt(1).default(0),
  clusters: z
    .strictObject({
      size: z.number().min(1).default(1),
      correlation: z.number().min(0).max(1).default(0),
      variation: z.number().min(0).default(0),
    })
    .optional(),
});
export type Recruitment = z.input<typeof recruitment>;

export type StudySize = SizeAnswer & {
  /** Multiplies n where its units come in clusters. */
  readonly effect: number;
  /** n with the design effect, of the class. */
  readonly needed: number;
  /** To recruit: with everybody else who comes with the class, and those who will be lost. */
  readonly recruited: number;
};

/**
 * The size of a study: how many of whom its question needs, and how many to recruit for them.
 *
 * Takes    a question with its expected values; how people are recruited: the share of the class, the share lost, clusters
 * Gives    n of the class by the named formula, its design effect, people to recruit, and power or precision as n goes
 * Fails    as the formula of the question: size-infinite, margin-impossible, size-beyond-search and the like
 * Cost     well below 100 ms
 * Source   the source that the answer names; losses: n / (1 - lost), as Piantadosi (2017), Clinical trials, section 16.3
 * Checked  each formula where it stands; here that every question has an answer, monotone in its n
 */
export function studySize(asked: AskedSize, recruits: Recruitment = {}): Result<StudySize, Fault> {
  const answer = answerOf(sizeQuestion.parse(asked));
  if (!answer.ok) return answer;
  const { classShare, lost, clusters } = recruitment.parse(recruits);
  const effect = clusters === undefined ? 1 : designEffect(clusters);
  const needed = Math.ceil(answer.value.n * effect - 1e-9);
  return succeed({
    ...answer.value,
    assumptions: [
      ...answer.value.assumptions,
      ...(clusters === undefined ? [] : [assumed.clusters]),
      ...(lost > 0 ? [assumed.lost] : []),
    ],
    effect,
    needed,
    recruited: Math.ceil(needed / classShare / (1 - lost) - 1e-9),
  });
}

function answerOf(asked: SizeQuestion): Result<SizeAnswer, Fault> {
  switch (asked.of) {
    case 'proportion':
      return families.proportionFamily.size(asked);
    case 'proportion-precision':
      return families.proportionPrecisionFamily.size(asked);
    case 'co-primary':
      return families.coPrimaryFamily.size(asked);
    case 'predictive-value':
      return families.predictiveValueFamily.size(asked);
    case 'predictive-value-precision':
      return families.predictiveValuePrecisionFamily.size(asked);
    case 'auc':
      return families.aucFamily.size(asked);
    case 'auc-precision':
      return families.aucPrecisionFamily.size(asked);
    case 'auc-difference':
      return families.aucDifferenceFamily.size(asked);
    case 'paired-proportions':
      return families.pairedFamily.size(asked);
    case 'unpaired-proportions':
      return families.unpairedFamily.size(asked);
    case 'kappa':
      return families.kappaFamily.size(asked);
    case 'kappa-precision':
      return families.kappaPrecisionFamily.size(asked);
    case 'icc':
      return families.iccFamily.size(asked);
    case 'icc-precision':
      return families.iccPrecisionFamily.size(asked);
    case 'limits-of-agreement':
      return families.limitsFamily.size(asked);
    case 'limits-precision':
      return families.limitsPrecisionFamily.size(asked);
    case 'calibration':
      return families.calibrationFamily.size(asked);
    case 'net-benefit':
      return families.netBenefitFamily.size(asked);
    case 'multi-centre':
      return families.multiCentreFamily.size(asked);
    case 'partial-verification':
      return families.verificationFamily.size(asked);
    case 'aided-readers':
      return families.aidedReadersFamily.size(asked);
    case 'device-against-readers':
      return families.deviceAgainstReadersFamily.size(asked);
    default:
      return unreachable(asked);
  }
}
