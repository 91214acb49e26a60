import type { Estimate, Warning } from '@daero/domain/estimate';
import { succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { makeEstimate } from '../summary/make-estimate.ts';
import { marginQuestions, marginTest, type MarginFault } from './margin-test.ts';

/** What a protocol asks of a difference, first minus second, and by how much; fixed before the data. */
export const hypothesisSetting = z.strictObject({
  question: z.enum(marginQuestions),
  /** A distance above 0; 0 for superiority. */
  margin: z.number().default(0),
  /** One-sided. */
  alpha: z.number().gt(0).lt(0.5).default(0.025),
});
export type Hypothesis = z.output<typeof hypothesisSetting>;

const source = 'Piaggio and others (2012), JAMA 308, 2594-2604; Westlake (1981), Biometrics 37, 589-594';

/** The one-sided p of a hypothesis, and in words whether it was shown. */
export function hypothesisEstimate(
  scoreAt: (supposed: number) => number,
  hypothesis: Hypothesis,
  about: Pick<Estimate, 'n' | 'parts'>,
): Result<{ readonly p: Estimate; readonly warning: Warning }, MarginFault> {
  const tested = marginTest(scoreAt, hypothesis);
  if (!tested.ok) return tested;
  const { p, shown } = tested.value;
  const { question, margin, alpha } = hypothesis;
  const warning: Warning = {
    kind: shown ? 'hypothesis-shown' : 'hypothesis-not-shown',
    facts: { question, margin, alpha },
  };
  return succeed({
    warning,
    p: makeEstimate({
      ...about,
      value: p,
      limits: null,
      level: 1 - 2 * alpha,
      unit: 'probability',
      method: {
        ko: `단측 p (${question}, 한계값 ${margin})`,
        en: `One-sided p (${question}, margin ${margin})`,
      },
      source,
      warnings: [warning],
    }),
  });
}
