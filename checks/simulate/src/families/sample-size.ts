import { unwrap } from '@daero/domain/result';
import { binomialInterval } from '@daero/statistics/accuracy/binomial-interval';
import { mcnemar } from '@daero/statistics/accuracy/mcnemar';
import { tangoScore } from '@daero/statistics/accuracy/paired-proportions';
import { unpairedScore } from '@daero/statistics/accuracy/unpaired-proportions';
import { pairedAucs, pairedDifference } from '@daero/statistics/discrimination/auc-comparison';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { normalQuantile, normalTwoSided, normalUpper } from '@daero/statistics/distributions/normal';
import { randomStream, type RandomStream } from '@daero/statistics/resampling/random-stream';
import { oneAucDesign, pilotAucs, twoAucsDesign } from '@daero/statistics/sample-size/auc-size';
import { normalSize, type NormalDesign } from '@daero/statistics/sample-size/normal-size';
import {
  exactProportionSize,
  pairedProportionsDesign,
  twoProportionsDesign,
} from '@daero/statistics/sample-size/proportion-size';
import { z } from 'zod';
import { binomial, multinomial, normal, normals } from '../draws.ts';
import { family, findsWith, type Trials } from '../family.ts';

const alpha = 0.05;

const settings = z.discriminatedUnion('question', [
  z.strictObject({
    question: z.literal('one-proportion'),
    power: z.number(),
    expected: z.number(),
    stated: z.number(),
  }),
  z.strictObject({
    question: z.literal('two-proportions'),
    power: z.number(),
    first: z.number(),
    second: z.number(),
  }),
  z.strictObject({
    question: z.literal('paired-proportions'),
    power: z.number(),
    onlyFirst: z.number(),
    onlySecond: z.number(),
    /** Above 0: is the first not worse by more? One-sided at half of alpha. */
    margin: z.number().default(0),
  }),
  z.strictObject({
    question: z.literal('one-auc'),
    power: z.number(),
    auc: z.number(),
    healthyPerDiseased: z.number(),
  }),
  z.strictObject({
    question: z.literal('two-aucs'),
    power: z.number(),
    first: z.number(),
    second: z.number(),
    correlation: z.number(),
  }),
]);
type Settings = z.output<typeof settings>;
type Of<Question extends Settings['question']> = Extract<Settings, { question: Question }>;

export const sampleSizeFamily = family({
  name: 'sample-size',
  title: { ko: '표본수가 검정력에 이르는가', en: 'Do sample sizes reach their power?' },
  model: {
    ko: '계산된 표본수로 연구를 뽑아, 계획된 검정이 얼마나 자주 찾는지 셉니다.',
    en: 'Studies of the computed size: how often does the planned test find what is there?',
  },
  settings,
  file: 'checks/simulate/src/families/sample-size.ts',
  prepare: (asked): Trials => {
    switch (asked.question) {
      case 'one-proportion':
        return oneProportion(asked);
      case 'two-proportions':
        return twoProportions(asked);
      case 'paired-proportions':
        return pairedProportions(asked);
      case 'one-auc':
        return oneAuc(asked);
      case 'two-aucs':
        return twoAucs(asked);
    }
  },
});

const sizeOf = (design: NormalDesign, power: number): number =>
  Math.ceil(unwrap(normalSize(design, { alpha, sided: 'two-sided', power })));

function oneProportion({ power, expected, stated }: Of<'one-proportion'>): Trials {
  const n = unwrap(exactProportionSize({ expected, stated }, { alpha, sided: 'two-sided', power }));
  return {
    lines: [findsWith(`one proportion, n = ${n}`, power, 'exact binomial test')],
    replicate: (random) => {
      const events = binomial(random, n, expected);
      const { low, high } = unwrap(
        binomialInterval(events, n, { form: 'clopper-pearson', level: 1 - alpha }),
      );
      return [low > stated || high < stated ? 0 : 1];
    },
  };
}

function twoProportions({ power, first, second }: Of<'two-proportions'>): Trials {
  const n = sizeOf(twoProportionsDesign(first, second), power);
  return {
    lines: [findsWith(`two proportions, n = ${n} each`, power, 'score test')],
    replicate: (random) => {
      const shares = {
        first: { events: binomial(random, n, first), trials: n },
        second: { events: binomial(random, n, second), trials: n },
      };
      return [normalTwoSided(unpairedScore(shares, 0))];
    },
  };
}

function pairedProportions({ power, onlyFirst, onlySecond, margin }: Of<'paired-proportions'>): Trials {
  const n = sizeOf(pairedProportionsDesign(onlyFirst, onlySecond, margin), power);
  const what = margin === 0 ? 'paired proportions' : `paired proportions, margin ${margin}`;
  return {
    lines: [findsWith(`${what}, n = ${n}`, power, margin === 0 ? 'McNemar' : 'Tango score, one-sided')],
    replicate: (random) => {
      const rest = (1 - onlyFirst - onlySecond) / 2;
      const [a = 0, b = 0, c = 0, d = 0] = multinomial(random, n, [rest, onlyFirst, onlySecond, rest]);
      const counts = { both: a, onlyFirst: b, onlySecond: c, neither: d };
      // The one-sided p doubled stands against the two-sided alpha.
      return [margin === 0 ? mcnemar(counts).asymptotic.p : 2 * normalUpper(tangoScore(counts, -margin))];
    },
  };
}

function oneAuc({ power, auc, healthyPerDiseased }: Of<'one-auc'>): Trials {
  const m = sizeOf(oneAucDesign(auc, healthyPerDiseased), power);
  const n = Math.ceil(m * healthyPerDiseased);
  const shift = Math.SQRT2 * normalQuantile(auc);
  return {
    lines: [findsWith(`one AUC, ${m} diseased and ${n} healthy`, power, 'DeLong z against 0.5')],
    replicate: (random) => {
      const found = unwrap(aucDelong(normals(random, m, shift), normals(random, n)));
      return [normalTwoSided((found.auc - 0.5) / found.standardError)];
    },
  };
}

/** The pilot that is sized from: large, and the same in every worker. */
const pilotSize = 4000;

function twoAucs({ power, first, second, correlation }: Of<'two-aucs'>): Trials {
  const rest = Math.sqrt(1 - correlation * correlation);
  const people = (random: RandomStream, size: number, shifts: readonly [number, number]) => {
    const columns = [new Float64Array(size), new Float64Array(size)] as const;
    for (let i = 0; i < size; i += 1) {
      const x = normal(random);
      columns[0][i] = shifts[0] + x;
      columns[1][i] = shifts[1] + correlation * x + rest * normal(random);
    }
    return columns;
  };
  const shiftOf = (auc: number): number => Math.SQRT2 * normalQuantile(auc);
  const draw = (random: RandomStream, size: number) => {
    const [ill, well] = [
      people(random, size, [shiftOf(first), shiftOf(second)]),
      people(random, size, [0, 0]),
    ];
    return [
      { diseased: ill[0], healthy: well[0] },
      { diseased: ill[1], healthy: well[1] },
    ] as const;
  };
  const pilot = unwrap(pilotAucs(...draw(randomStream(1, 0), pilotSize)));
  // The pilot says how the scores spread; the difference to be found is the true one.
  const n = sizeOf(twoAucsDesign({ ...pilot, difference: first - second }), power);
  return {
    lines: [findsWith(`two paired AUCs, ${n} of each class`, power, 'paired DeLong')],
    replicate: (random) => [pairedDifference(unwrap(pairedAucs(draw(random, n))), 0, 1).p],
  };
}
