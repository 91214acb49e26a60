import type { Estimate, Warning } from '@daero/domain/estimate';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { clip } from '../summary/interval.ts';
import type { Share } from './binary-accuracy.ts';
import { binomialInterval, type BinomialInterval } from './binomial-interval.ts';

const names: Readonly<Record<BinomialInterval, Text>> = {
  wilson: { ko: 'Wilson 점수 신뢰구간', en: 'Wilson score interval' },
  'wilson-continuity': {
    ko: '연속성 수정 Wilson 점수 신뢰구간',
    en: 'Wilson score interval with continuity correction',
  },
  'clopper-pearson': { ko: 'Clopper-Pearson 정확 신뢰구간', en: 'Clopper-Pearson exact interval' },
  jeffreys: { ko: 'Jeffreys 신뢰구간', en: 'Jeffreys interval' },
  'agresti-coull': { ko: 'Agresti-Coull 신뢰구간', en: 'Agresti-Coull interval' },
  wald: { ko: 'Wald 신뢰구간', en: 'Wald interval' },
  logit: { ko: '로짓 신뢰구간', en: 'Logit interval' },
  probit: { ko: '프로빗 신뢰구간', en: 'Probit interval' },
  cloglog: { ko: '보 로그-로그 신뢰구간', en: 'Complementary log-log interval' },
};

const sources: Readonly<Record<BinomialInterval, string>> = {
  wilson: 'Wilson (1927), J Am Stat Assoc 22, 209-212',
  'wilson-continuity': 'Newcombe (1998), Statistics in Medicine 17, 857-872',
  'clopper-pearson': 'Clopper and Pearson (1934), Biometrika 26, 404-413',
  jeffreys: 'Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133',
  'agresti-coull': 'Agresti and Coull (1998), American Statistician 52, 119-126',
  wald: 'Laplace (1812); see Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133',
  logit: 'Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133',
  probit: 'Agresti (2013), Categorical data analysis, 3rd edition',
  cloglog: 'Collett (2015), Modelling survival data in medical research, 3rd edition',
};

/**
 * A proportion as an estimate: events over trials with the named interval, kept within [0, 1].
 *
 * Takes    the name of the quantity, its events and trials; form of the interval and level
 * Gives    the estimate, with a warning where the interval was cut off or has no width
 * Fails    no-trials; counts-impossible
 * Cost     O(1)
 * Source   that of the interval
 * Checked  by the interval
 */
export function shareEstimate(
  quantity: string,
  { events, trials }: Share,
  { form, level }: { readonly form: BinomialInterval; readonly level: number },
): Result<Estimate, Fault> {
  if (trials === 0) return fail({ kind: 'no-trials', quantity });
  const limits = binomialInterval(events, trials, { form, level });
  if (!limits.ok) return limits;
  const { low, high } = clip(limits.value, 0, 1);
  const value = events / trials;
  const warnings: Warning[] =
    low !== limits.value.low || high !== limits.value.high
      ? [{ kind: 'interval-cut-off', facts: {} }]
      : form === 'wald' && (events === 0 || events === trials)
        ? [{ kind: 'interval-without-width', facts: { events, trials } }]
        : [];
  return succeed({
    value,
    low,
    high,
    standardError: Math.sqrt((value * (1 - value)) / trials),
    level,
    unit: 'probability',
    n: trials,
    parts: { events, trials },
    method: names[form],
    source: sources[form],
    warnings,
  });
}
