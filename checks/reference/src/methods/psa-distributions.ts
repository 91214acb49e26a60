import { unwrap } from '@daero/domain/result';
import { covarianceRoot, normalCorrelation } from '@daero/economics/uncertainty/correlation';
import { distributionForm, readDistribution } from '@daero/economics/uncertainty/distribution-form';
import {
  distributionQuantile,
  pertShape,
  type Distribution,
} from '@daero/economics/uncertainty/distribution';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { answersOf } from './answers.ts';

const at = z.string();
const matrix = z.array(z.array(z.number()));
const form = z.looseObject({
  probabilities: z.array(z.number()),
  distributions: z
    .array(z.looseObject({ at, distribution: z.string(), given: z.record(z.string(), z.number()) }))
    .default([]),
  gaussian_copula: z.looseObject({ at, spearman: z.number() }).optional(),
  cholesky: z.looseObject({ at, covariance: matrix }).optional(),
});

/** The names that the reference has for what the engine names otherwise. */
const forms: Readonly<Record<string, string>> = { logitnormal: 'logit-normal', 'weibull-aft': 'weibull' };
const fields = { lo: 'min', hi: 'max' } as const;

/** Quantiles of every distribution from what is given of it, and what its own parameters come to. */
export function psaDistributionsRunner({ inputs }: Given): unknown {
  const { probabilities, distributions, gaussian_copula: copula, cholesky } = form.parse(inputs);
  const answers = distributions.map((one) => {
    const distribution = read(one.distribution, one.given);
    const { form: _form, ...parameters } = distribution;
    const shape = distribution.form === 'pert' ? pertShape(distribution) : {};
    const quantile = probabilities.map((p) => distributionQuantile(distribution, p));
    return { at: one.at, answer: { ...parameters, ...shape, ...one.given, quantile } };
  });
  const dependence = [
    ...(copula === undefined
      ? []
      : [
          {
            at: copula.at,
            answer: { spearman_target: copula.spearman, pearson_normal: normalCorrelation(copula.spearman) },
          },
        ]),
    ...(cholesky === undefined
      ? []
      : [
          {
            at: cholesky.at,
            answer: {
              cov: cholesky.covariance,
              lower: unwrap(covarianceRoot(cholesky.covariance, cholesky.at)),
            },
          },
        ]),
  ];
  return answersOf([...answers, { at: '/u', answer: probabilities }, ...dependence], ({ answer }) => answer);
}

function read(name: string, given: Readonly<Record<string, number>>): Distribution {
  const { lo, hi, ...others } = given;
  const truncated = name === 'truncated-normal';
  const ends =
    lo === undefined || hi === undefined
      ? {}
      : truncated
        ? { [fields.lo]: lo, [fields.hi]: hi }
        : { interval: [lo, hi] };
  const stated = distributionForm.parse({ form: forms[name] ?? name, ...others, ...ends });
  return unwrap(readDistribution(stated, name));
}
