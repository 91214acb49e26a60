import type { Estimate, Warning } from '@daero/domain/estimate';
import { makeEstimate } from '../summary/make-estimate.ts';

/** A one-sided test of sensitivity, or of specificity, and the level it has to reach. */
export type PrimaryTest = { readonly p: number; readonly alpha: number };

/**
 * Are both co-primary hypotheses shown?
 *
 * A device that must be sensitive and specific succeeds where both are shown, each at its own level: no level is shared out, and the
 * p-value of the pair is the larger one.
 *
 * Takes    the tests of sensitivity and of specificity; n and its parts
 * Gives    the p-value of the pair, and in words whether both were shown
 * Fails    never
 * Cost     O(1)
 * Source   Berger (1982), Technometrics 24, 295-300 (intersection-union test); ICH E9 (1998), 2.2.5
 * Checked  by law: shown exactly where both are
 */
export function coPrimary(
  sensitivity: PrimaryTest,
  specificity: PrimaryTest,
  about: Pick<Estimate, 'n' | 'parts' | 'level'>,
): { readonly p: Estimate; readonly warning: Warning } {
  const shown = sensitivity.p <= sensitivity.alpha && specificity.p <= specificity.alpha;
  const alpha =
    sensitivity.alpha === specificity.alpha
      ? sensitivity.alpha
      : `${sensitivity.alpha}, ${specificity.alpha}`;
  const warning: Warning = shown
    ? { kind: 'co-primary-shown', facts: { alpha } }
    : {
        kind: 'co-primary-not-shown',
        facts: {
          alpha,
          sensitivity: Number(sensitivity.p.toPrecision(3)),
          specificity: Number(specificity.p.toPrecision(3)),
        },
      };
  return {
    warning,
    p: makeEstimate({
      ...about,
      value: Math.max(sensitivity.p, specificity.p),
      limits: null,
      unit: 'probability',
      method: {
        ko: '공동 일차 가설의 단측 p(둘 가운데 큰 값)',
        en: 'One-sided p of the co-primary hypotheses (the larger of the two)',
      },
      source: 'Berger (1982), Technometrics 24, 295-300',
      warnings: [warning],
    }),
  };
}
