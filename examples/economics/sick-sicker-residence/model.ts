import { cohortModel } from '@daero/economics/cohort/build';
import { frame, lognormal, numbers, tutorial } from '../sick-sicker-age/numbers.ts';

/**
 * Sick-Sicker where whoever has been sick for longer progresses faster: 75 copies of the sick state (tunnels) remember how long. `k` is
 * the number of the cycle spent there, and the hazard of each cycle is that of a Weibull time to progression.
 */
export default cohortModel({
  ...frame,
  title: {
    ko: '머문 기간에 따라 달라지는 Sick-Sicker 모형',
    en: 'The Sick-Sicker model with time of residence',
  },
  parameters: {
    ...numbers,
    r_S1S2_scale: {
      ...{ kind: 'rate', unit: 'per year', value: 0.08, source: tutorial },
      label: { ko: '진행의 베이불 비율', en: 'Weibull rate of progression' },
      distribution: { form: 'gamma', shape: 64, scale: 0.00125 },
    },
    r_S1S2_shape: {
      ...{ kind: 'ratio', value: 1.1, source: tutorial, distribution: lognormal(1.1, 0.05) },
      label: { ko: '진행의 베이불 모양', en: 'Weibull shape of progression' },
    },
    progression: {
      ...{
        kind: 'ratio',
        label: { ko: 'k번째 주기의 누적 위험', en: 'cumulative hazard in the k-th cycle' },
      },
      expression: '(k*cycle*r_S1S2_scale)^r_S1S2_shape - ((k - 1)*cycle*r_S1S2_scale)^r_S1S2_shape',
    },
    p_S1S2: {
      ...{ kind: 'probability', label: { ko: '주기당 진행', en: 'progression in a cycle' } },
      expression: '1 - exp(-progression*if(on_B, hr_B, 1))',
    },
  },
  states: {
    H: { ko: '건강', en: 'Healthy' },
    S1: { ko: '아픔', en: 'Sick', tunnels: 75 },
    S2: { ko: '더 아픔', en: 'Sicker' },
    D: { ko: '사망', en: 'Dead' },
  },
  analyses: { ...frame.analyses, probabilistic: { draws: 1_000, seed: 71_818 } },
});
