import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { normalReach } from '../distributions/normal.ts';
import {
  iccDesign,
  iccHalfWidth,
  kappaDesign,
  kappaVariance,
  limitHalfWidth,
  limitsPower,
  limitsSize,
} from './agreement-size.ts';
import { cStatisticError, netBenefitError, observedExpectedError, slopeError } from './calibration-size.ts';
import { multiCentrePower, multiCentreSize } from './multi-centre-size.ts';
import {
  family,
  normalAnswer,
  powerSettings,
  precisionAnswer,
  precisionSettings,
  share,
  units,
} from './size-answer.ts';
import { assumed } from './size-words.ts';
import { correctedErrors, logitHalfWidth } from './verification-size.ts';

const of = <const Name extends string>(name: Name) => ({ of: z.literal(name) });
const ratings = { ratings: z.int().min(2).max(50).default(2) };
const correlation = z.number().gt(-1).lt(1);

const kappaTold = {
  unit: units.subjects,
  source: 'Donner and Eliasziw (1992), Statistics in Medicine 11, 1511-1519',
  assumptions: [assumed.independent, assumed.marginals],
};
export const kappaFamily = family({
  settings: z.strictObject({
    ...of('kappa'),
    expected: correlation,
    stated: correlation,
    positives: share,
    ...powerSettings,
  }),
  size: ({ expected, stated, positives, alpha, power }) =>
    normalAnswer(
      kappaDesign(expected, stated, positives),
      { alpha, power },
      { ...kappaTold, formula: { ko: '카파를 목표값에 견주는 검정', en: 'A kappa against a stated value' } },
    ),
});
export const kappaPrecisionFamily = family({
  settings: z.strictObject({
    ...of('kappa-precision'),
    expected: correlation,
    positives: share,
    ...precisionSettings,
  }),
  size: ({ expected, positives, halfWidth, level }) =>
    precisionAnswer(
      (n) => normalReach(level) * Math.sqrt(kappaVariance(expected, positives) / n),
      halfWidth,
      { ...kappaTold, formula: { ko: '카파 신뢰구간의 폭', en: 'Width of the interval of a kappa' } },
    ),
});

export const iccFamily = family({
  settings: z.strictObject({
    ...of('icc'),
    expected: share,
    stated: z.number().min(0).lt(1),
    ...ratings,
    ...powerSettings,
  }),
  size: ({ expected, stated, ratings: k, alpha, power }) =>
    normalAnswer(
      iccDesign(expected, stated, k),
      { alpha, power },
      {
        unit: units.subjects,
        formula: {
          ko: '급내상관을 목표값에 견주는 F 검정',
          en: 'F test of an intraclass correlation against a stated value',
        },
        source: 'Walter, Eliasziw and Donner (1998), Statistics in Medicine 17, 101-110',
        assumptions: [assumed.independent, assumed.normal],
      },
      { add: 1 },
    ),
});
export const iccPrecisionFamily = family({
  settings: z.strictObject({ ...of('icc-precision'), expected: share, ...ratings, ...precisionSettings }),
  size: ({ expected, ratings: k, halfWidth, level }) =>
    precisionAnswer((n) => iccHalfWidth(expected, k, { n, level }), halfWidth, {
      unit: units.subjects,
      formula: {
        ko: '급내상관 신뢰구간의 폭',
        en: 'Width of the interval of an intraclass correlation',
      },
      source: 'Bonett (2002), Statistics in Medicine 21, 1331-1335',
      assumptions: [assumed.independent, assumed.normal],
    }),
});

const limitsTold = { unit: units.pairs, assumptions: [assumed.independent, assumed.normal] };
export const limitsFamily = family({
  settings: z.strictObject({
    ...of('limits-of-agreement'),
    bias: z.number().default(0),
    deviation: z.number().positive(),
    acceptable: z.number().positive(),
    multiplier: z.number().positive().default(1.96),
    ...powerSettings,
  }),
  size: ({ power, ...asked }) => {
    const found = limitsSize(asked, power);
    if (!found.ok) return found;
    return succeed({
      ...limitsTold,
      n: found.value,
      formula: {
        ko: '일치 한계의 신뢰한계가 허용 차이 안에 들 확률',
        en: 'Confidence limits of the limits of agreement within the acceptable difference',
      },
      source: 'Lu and others (2016), Int J Biostat 12 (2); Bland and Altman (1999)',
      reads: 'power',
      target: power,
      at: (n) => limitsPower(asked, n),
    });
  },
});
export const limitsPrecisionFamily = family({
  settings: z.strictObject({
    ...of('limits-precision'),
    /** In standard deviations of the differences. */
    halfWidth: z.number().gt(0).lt(5),
    level: precisionSettings.level,
  }),
  size: ({ halfWidth, level }) =>
    precisionAnswer(
      (n) => limitHalfWidth(n, level),
      halfWidth,
      {
        ...limitsTold,
        formula: {
          ko: '일치 한계 신뢰구간의 폭(차이의 표준편차 단위)',
          en: 'Width of the interval of a limit of agreement (in standard deviations)',
        },
        source: 'Bland and Altman (1999), Statistical Methods in Medical Research 8, 135-160',
      },
      3,
    ),
});

const riley = 'Riley and others (2021), Statistics in Medicine 40, 4230-4251';
const risk = { prevalence: share, cStatistic: z.number().gt(0.5).lt(1) };
/** The measures of a validated risk: each has its own size, the largest decides. */
export const calibrationFamily = family({
  settings: z.strictObject({
    ...of('calibration'),
    ...risk,
    measure: z.enum(['slope', 'observed-expected', 'c-statistic']),
    ...precisionSettings,
  }),
  size: ({ measure, halfWidth, level, ...expected }) => {
    const reach = normalReach(level);
    const errors = {
      slope: (n: number) => slopeError(expected, n),
      'observed-expected': (n: number) => observedExpectedError(expected, n),
      'c-statistic': (n: number) => cStatisticError(expected, n),
    };
    const titles = {
      slope: { ko: '보정 기울기 신뢰구간의 폭', en: 'Width of the interval of the calibration slope' },
      'observed-expected': {
        ko: '관찰/기대 비의 로그 신뢰구간의 폭',
        en: 'Width of the interval of the log of observed over expected',
      },
      'c-statistic': { ko: 'c 통계량 신뢰구간의 폭', en: 'Width of the interval of the c-statistic' },
    };
    return precisionAnswer(
      (n) => reach * errors[measure](n),
      halfWidth,
      {
        unit: units.people,
        formula: titles[measure],
        source: riley,
        assumptions: [assumed.independent, assumed.calibrated],
      },
      10,
    );
  },
});
export const netBenefitFamily = family({
  settings: z.strictObject({
    ...of('net-benefit'),
    prevalence: share,
    sensitivity: share,
    specificity: share,
    threshold: share,
    ...precisionSettings,
  }),
  size: ({ halfWidth, level, ...expected }) =>
    precisionAnswer((n) => normalReach(level) * netBenefitError(expected, n), halfWidth, {
      unit: units.people,
      formula: {
        ko: '표준화 순편익 신뢰구간의 폭',
        en: 'Width of the interval of the standardised net benefit',
      },
      source: `Marsh, Janes and Pepe (2020), Biometrics 76, 843-852; ${riley}`,
      assumptions: [assumed.independent],
    }),
});

export const multiCentreFamily = family({
  settings: z.strictObject({
    ...of('multi-centre'),
    expected: share,
    stated: share,
    /** Standard deviation of the logits of the centres. */
    between: z.number().min(0).max(5),
    centres: z.int().min(2).max(1000),
    ...powerSettings,
  }),
  size: ({ power, ...planned }) => {
    const found = multiCentreSize(planned, power);
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.perCentre,
      formula: {
        ko: '기관을 표본으로 한 로짓 평균의 t 검정',
        en: 't test of the mean logit, with centres as the sample',
      },
      source: 'Hedges and Pigott (2001), Psychological Methods 6, 203-217; Hartung and Knapp (2001)',
      assumptions: [assumed.independent, assumed.betweenCentres],
      reads: 'power',
      target: power,
      at: (n) => multiCentrePower(planned, n),
    });
  },
});

export const verificationFamily = family({
  settings: z.strictObject({
    ...of('partial-verification'),
    measure: z.enum(['sensitivity', 'specificity']),
    sensitivity: share,
    specificity: share,
    prevalence: share,
    verifiedPositives: z.number().gt(0).max(1),
    verifiedNegatives: z.number().gt(0).max(1),
    ...precisionSettings,
  }),
  size: ({ measure, verifiedPositives, verifiedNegatives, halfWidth, level, ...expected }) => {
    const shares = { positive: verifiedPositives, negative: verifiedNegatives };
    const width = (n: number): number => {
      const errors = correctedErrors(expected, shares, n);
      const error = measure === 'sensitivity' ? errors.logitSensitivity : errors.logitSpecificity;
      return logitHalfWidth(expected[measure], error, normalReach(level));
    };
    return precisionAnswer(width, halfWidth, {
      unit: units.people,
      formula: {
        ko: '확인 편향을 보정한 정확도(Begg-Greenes) 신뢰구간의 폭',
        en: 'Width of the interval corrected for verification (Begg-Greenes)',
      },
      source: 'Begg and Greenes (1983), Biometrics 39, 207-215',
      assumptions: [assumed.independent, assumed.atRandom],
    });
  },
});
