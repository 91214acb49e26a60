import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { binomialIntervals } from '../accuracy/binomial-interval.ts';
import { normalReach } from '../distributions/normal.ts';
import { logitHalfWidth } from './verification-size.ts';
import { coPrimaryPower, coPrimarySize } from './co-primary-size.ts';
import { expectedAucsDesign, expectedAucVariance, statedAucDesign } from './expected-auc-size.ts';
import { expectedHalfWidth, intervalWidthSize } from './interval-width-size.ts';
import { marginPower, marginSize } from './margin-size.ts';
import {
  expectedPredictiveValue,
  predictiveValueDesign,
  predictiveValueVariance,
} from './predictive-value-size.ts';
import { exactProportionPower, exactProportionSize } from './proportion-size.ts';
import { farringtonManningDesign, tangoDesign } from './score-designs.ts';
import {
  family,
  marginSettings,
  normalAnswer,
  powerSettings,
  precisionAnswer,
  precisionSettings,
  share,
  units,
} from './size-answer.ts';
import { assumed } from './size-words.ts';

const of = <const Name extends string>(name: Name) => ({ of: z.literal(name) });
const proportion = { expected: share, stated: share };
const ratio = { healthyPerDiseased: z.number().positive().default(1) };
const accuracy = { sensitivity: share, specificity: share, prevalence: share };

/** Sensitivity or specificity against a goal: the exact test. */
export const proportionFamily = family({
  settings: z.strictObject({ ...of('proportion'), ...proportion, ...powerSettings }),
  size: ({ expected, stated, alpha, power }) => {
    const rates = { alpha, sided: 'one-sided', power } as const;
    const found = exactProportionSize({ expected, stated }, rates);
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.ofClass,
      formula: { ko: '이항분포의 정확 검정(단측)', en: 'Exact binomial test (one-sided)' },
      source: 'Chernick and Liu (2002), American Statistician 56, 149-155',
      assumptions: [assumed.independent, assumed.sawtooth],
      reads: 'power',
      target: power,
      at: (n) => exactProportionPower({ expected, stated }, { ...rates, n: Math.round(n) }),
    });
  },
});

export const proportionPrecisionFamily = family({
  settings: z.strictObject({
    ...of('proportion-precision'),
    expected: share,
    ...precisionSettings,
    interval: z.enum(binomialIntervals).default('wilson'),
  }),
  size: ({ expected, halfWidth, level, interval }) => {
    const wanted = { form: interval, level };
    const found = intervalWidthSize(expected, { ...wanted, halfWidth });
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.ofClass,
      formula: { ko: `신뢰구간의 기대 폭(${interval})`, en: `Expected width of the ${interval} interval` },
      source: 'Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133; Buderer (1996)',
      assumptions: [assumed.independent],
      reads: 'half-width',
      target: halfWidth,
      at: (n) => expectedHalfWidth(expected, Math.round(n), wanted),
    });
  },
});

export const coPrimaryFamily = family({
  settings: z.strictObject({
    ...of('co-primary'),
    sensitivity: z.strictObject(proportion),
    specificity: z.strictObject(proportion),
    diseasedShare: share,
    ...powerSettings,
  }),
  size: ({ alpha, power, ...goals }) => {
    const found = coPrimarySize(goals, { alpha, power });
    if (!found.ok) return found;
    return succeed({
      n: found.value.recruited,
      unit: units.people,
      formula: {
        ko: '민감도와 특이도의 정확 검정을 둘 다 통과할 확률(공동 일차)',
        en: 'Exact tests of sensitivity and specificity, both passed (co-primary)',
      },
      source: 'Pepe (2003), section 8.2; Chernick and Liu (2002), American Statistician 56, 149-155',
      assumptions: [assumed.independent, assumed.share, assumed.sawtooth],
      reads: 'power',
      target: power,
      at: (n) => coPrimaryPower(goals, { alpha, recruited: Math.round(n) }).power,
    });
  },
});

const valueOf = z.enum(['ppv', 'npv']);
const steinberg = 'Steinberg, Fine and Chappell (2009), Biostatistics 10, 94-105';

export const predictiveValueFamily = family({
  settings: z.strictObject({
    ...of('predictive-value'),
    value: valueOf,
    ...accuracy,
    stated: share,
    ...ratio,
    ...powerSettings,
  }),
  size: ({ value, stated, healthyPerDiseased, alpha, power, ...expected }) =>
    normalAnswer(
      predictiveValueDesign(value, expected, { stated, healthyPerDiseased }),
      { alpha, power },
      {
        unit: units.diseased,
        formula: {
          ko: '정해진 유병률에서 예측도의 로짓 검정',
          en: 'Test of the logit of a predictive value at a known prevalence',
        },
        source: steinberg,
        assumptions: [assumed.independent, assumed.prevalenceKnown],
      },
    ),
});

export const predictiveValuePrecisionFamily = family({
  settings: z.strictObject({
    ...of('predictive-value-precision'),
    value: valueOf,
    ...accuracy,
    ...ratio,
    ...precisionSettings,
  }),
  size: ({ value, healthyPerDiseased, halfWidth, level, ...expected }) => {
    const variance = predictiveValueVariance(value, expected, healthyPerDiseased);
    const at = expectedPredictiveValue(value, expected).value;
    const width = (n: number): number => logitHalfWidth(at, Math.sqrt(variance / n), normalReach(level));
    return precisionAnswer(width, halfWidth, {
      unit: units.diseased,
      formula: {
        ko: '정해진 유병률에서 예측도의 로짓 신뢰구간의 폭',
        en: 'Width of the logit interval of a predictive value at a known prevalence',
      },
      source: `Mercaldo, Lau and Zhou (2007), Statistics in Medicine 26, 2170-2183; ${steinberg}`,
      assumptions: [assumed.independent, assumed.prevalenceKnown],
    });
  },
});

const obuchowski = 'Obuchowski (1994), Computerized Medical Imaging and Graphics 18, 73-80';

export const aucFamily = family({
  settings: z.strictObject({ ...of('auc'), ...proportion, ...ratio, ...powerSettings }),
  size: ({ expected, stated, healthyPerDiseased, alpha, power }) =>
    normalAnswer(
      statedAucDesign(expected, stated, healthyPerDiseased),
      { alpha, power },
      {
        unit: units.diseased,
        formula: { ko: 'AUC 하나를 목표값에 견주는 검정', en: 'One AUC against a stated value' },
        source: obuchowski,
        assumptions: [assumed.independent, assumed.binormal],
      },
    ),
});

export const aucPrecisionFamily = family({
  settings: z.strictObject({ ...of('auc-precision'), expected: share, ...ratio, ...precisionSettings }),
  size: ({ expected, healthyPerDiseased, halfWidth, level }) => {
    const variance = expectedAucVariance(expected, healthyPerDiseased);
    return precisionAnswer((n) => normalReach(level) * Math.sqrt(variance / n), halfWidth, {
      unit: units.diseased,
      formula: { ko: 'AUC 신뢰구간의 폭', en: 'Width of the interval of an AUC' },
      source: obuchowski,
      assumptions: [assumed.independent, assumed.binormal],
    });
  },
});

export const aucDifferenceFamily = family({
  settings: z.strictObject({
    ...of('auc-difference'),
    first: share,
    second: share,
    /** Of the two estimates; 0 where the scores are of different people. */
    correlation: z.number().min(0).lt(1).default(0),
    ...ratio,
    ...marginSettings,
  }),
  size: ({ first, second, correlation, healthyPerDiseased, ...asked }) => {
    const design = expectedAucsDesign({ first, second, correlation, healthyPerDiseased });
    const found = marginSize(design, asked);
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.diseased,
      formula: { ko: '두 AUC의 차이에 대한 정규 검정', en: 'Normal test of the difference of two AUCs' },
      source: 'Obuchowski and McClish (1997), Statistics in Medicine 16, 1529-1542; Hanley and McNeil (1983)',
      assumptions: [assumed.binormal, correlation > 0 ? assumed.correlation : assumed.independent],
      reads: 'power',
      target: asked.power,
      at: (n) => marginPower(design, { ...asked, n }),
    });
  },
});

export const pairedFamily = family({
  settings: z.strictObject({
    ...of('paired-proportions'),
    first: share,
    second: share,
    /** The share of people on whom the two differ. */
    discordant: share,
    ...marginSettings,
  }),
  size: ({ first, second, discordant, ...asked }) => {
    const design = tangoDesign(first, second, discordant);
    if (!design.ok) return design;
    const found = marginSize(design.value, asked);
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.ofTruth,
      formula: { ko: 'Tango 점수 검정(대응 비율)', en: 'Tango score test of paired proportions' },
      source: 'Tango (1998), Statistics in Medicine 17, 891-908; Liu and others (2002), ibid. 21, 231-245',
      assumptions: [assumed.independent, assumed.discordance],
      reads: 'power',
      target: asked.power,
      at: (n) => marginPower(design.value, { ...asked, n }),
    });
  },
});

export const unpairedFamily = family({
  settings: z.strictObject({
    ...of('unpaired-proportions'),
    first: share,
    second: share,
    ratio: z.number().positive().default(1),
    ...marginSettings,
  }),
  size: ({ first, second, ratio: k, ...asked }) => {
    const design = farringtonManningDesign(first, second, k);
    const found = marginSize(design, asked);
    if (!found.ok) return found;
    return succeed({
      n: found.value,
      unit: units.eachGroup,
      formula: {
        ko: 'Farrington-Manning 점수 검정(독립 비율)',
        en: 'Farrington-Manning score test of two proportions',
      },
      source: 'Farrington and Manning (1990), Statistics in Medicine 9, 1447-1454',
      assumptions: [assumed.independent],
      reads: 'power',
      target: asked.power,
      at: (n) => marginPower(design, { ...asked, n }),
    });
  },
});
