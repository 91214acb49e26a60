import { unwrap } from '@daero/domain/result';
import { blandAltman } from '@daero/statistics/agreement/bland-altman';
import { cohenKappa, kappaWeights } from '@daero/statistics/agreement/cohen-kappa';
import { icc } from '@daero/statistics/agreement/icc';
import { limitsOfAgreementMethod } from '@daero/statistics/agreement/limits-of-agreement-method';
import { z } from 'zod';
import { category, happens, normal, normals } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

const level = 0.95;

export const kappaFamily = family({
  name: 'kappa',
  title: { ko: 'Cohen 카파', en: "Cohen's kappa" },
  model: {
    ko: '두 판정은 kappa의 확률로 같은 범주를 나누어 갖고, 아니면 서로 독립입니다.',
    en: 'Two ratings share one category with probability kappa, else are independent: then every weighted kappa is kappa.',
  },
  settings: z.strictObject({ n: z.number().int(), kappa: z.number(), shares: z.array(z.number()).min(2) }),
  file: 'checks/simulate/src/families/agreement.ts',
  prepare: ({ n, kappa, shares }) => {
    const forms = shares.length === 2 ? (['unweighted'] as const) : kappaWeights;
    return {
      lines: forms.flatMap((form) => [
        covers('kappa', kappa, form, 'default'),
        ...(kappa === 0 ? [rejectsTruth('kappa', 0, form, 'default')] : []),
      ]),
      replicate: (random) => {
        const table = shares.map(() => shares.map(() => 0));
        for (let i = 0; i < n; i += 1) {
          const first = category(random, shares);
          const second = happens(random, kappa) ? first : category(random, shares);
          const row = table[first] ?? [];
          row[second] = (row[second] ?? 0) + 1;
        }
        return forms.flatMap((weights) => {
          const found = cohenKappa(table, { weights, level });
          if (!found.ok) return kappa === 0 ? [null, null] : [null];
          const { limits, test } = found.value;
          return kappa === 0 ? [limits, test?.p ?? null] : [limits];
        });
      },
    };
  },
});

export const iccFamily = family({
  name: 'icc',
  title: { ko: '급내상관계수', en: 'Intraclass correlation' },
  model: {
    ko: '대상·판정자·오차가 정규인 이원 변량 모형. 판정자 분산이 0이면 일원 모형이기도 합니다.',
    en: 'Subjects, raters and error normal, two-way random; without variance of raters it is the one-way model too.',
  },
  settings: z.strictObject({
    subjects: z.number().int(),
    raters: z.number().int(),
    between: z.number(),
    rater: z.number(),
    error: z.number(),
  }),
  file: 'checks/simulate/src/families/agreement.ts',
  prepare: ({ subjects, raters, between, rater, error }) => {
    const oneWay = rater === 0;
    const forms = [
      { name: '(C,1)', truth: between / (between + error), model: 'two-way', type: 'consistency' },
      { name: '(A,1)', truth: between / (between + rater + error), model: 'two-way', type: 'agreement' },
      ...(oneWay
        ? [
            {
              name: '(1,1)',
              truth: between / (between + error),
              model: 'one-way',
              type: 'agreement',
            } as const,
          ]
        : []),
    ] as const;
    return {
      lines: forms.map(({ name, truth }) => covers('ICC', truth, name, 'default')),
      replicate: (random) => {
        const own = normals(random, subjects, 0, Math.sqrt(between));
        const ratings = Array.from({ length: raters }, () => {
          const offset = normal(random, 0, Math.sqrt(rater));
          return own.map((value) => value + offset + normal(random, 0, Math.sqrt(error)));
        });
        return forms.map(({ model, type }) => {
          const found = icc(ratings, { form: { model, type, unit: 'single' }, level });
          return found.ok ? found.value.limits : null;
        });
      },
    };
  },
});

export const blandAltmanFamily = family({
  name: 'bland-altman',
  title: { ko: '일치 한계(Bland-Altman)', en: 'Limits of agreement (Bland-Altman)' },
  model: {
    ko: '정규 차이. 여러 번 잰 대상은 대상 사이와 대상 안의 분산을 따로 갖습니다.',
    en: 'Normal differences; with repeated pairs a variance between and one within subjects.',
  },
  settings: z.strictObject({
    subjects: z.number().int(),
    pairs: z.number().int(),
    bias: z.number(),
    between: z.number(),
    within: z.number(),
  }),
  file: 'checks/simulate/src/families/agreement.ts',
  prepare: ({ subjects, pairs, bias, between, within }) => {
    const { multiplier } = limitsOfAgreementMethod.settings.parse({});
    const reach = multiplier * Math.sqrt(between + within);
    const subject = Array.from({ length: subjects * pairs }, (_none, i) => String(Math.floor(i / pairs)));
    return {
      lines: [
        covers('bias', bias, 't', 'default'),
        covers('lower limit', bias - reach, '1999', 'default'),
        covers('upper limit', bias + reach, '1999', 'default'),
        ...(bias === 0 ? [rejectsTruth('bias', 0, 't', 'default')] : []),
      ],
      replicate: (random) => {
        const own = normals(random, subjects, bias, Math.sqrt(between));
        const second = normals(random, subjects * pairs, 100, 15);
        const first = second.map(
          (value, i) => value + (own[Math.floor(i / pairs)] ?? NaN) + normal(random, 0, Math.sqrt(within)),
        );
        const { biasLimits, lowerLimits, upperLimits, biasP } = unwrap(
          blandAltman(first, second, { level, multiplier, ...(pairs === 1 ? {} : { subject }) }),
        );
        return [biasLimits, lowerLimits, upperLimits, ...(bias === 0 ? [biasP] : [])];
      },
    };
  },
});
