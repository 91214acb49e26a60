import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { SizeCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { sizeCurve } from '@daero/statistics/sample-size/study-size-method';
import { studySize, type AskedSize, type Recruitment } from '@daero/statistics/sample-size/study-size';
import type { PlannedAnalysis, SizeStep } from './design.ts';

export type SizedStep = { readonly step: SizeStep; readonly curve: SizeCurveShape };

/** One hypothesis sized by its formula; the plan computes it again under the same name. */
export function sizeStep(
  id: string,
  label: Text,
  asked: AskedSize,
  recruits: Recruitment,
): Result<SizedStep, Fault> {
  const size = studySize(asked, recruits);
  if (!size.ok) return size;
  const { n, needed, recruited, unit, effect, reads, target, formula, source, assumptions } = size.value;
  const step: SizeStep = {
    ...{ id, label, asked, recruits, n, needed, recruited, unit, effect, reads, target },
    ...{ reached: size.value.at(n), formula, source, assumptions },
  };
  return succeed({ step, curve: sizeCurve(size.value, label) });
}

/** The plan's entry that computes a step again. */
export const sizeAnalysis = ({ id, label, asked, recruits }: SizeStep): PlannedAnalysis => ({
  id: `size-${id}`,
  title: { ko: `표본 크기: ${label.ko}`, en: `Size: ${label.en}` },
  method: 'study-size',
  settings: { question: asked, recruits },
  names: { n: `size-${id}-needed`, recruited: `size-${id}-recruited` },
  role: 'size',
});

export type Recruits = {
  readonly prevalence: number;
  readonly sampling: 'consecutive' | 'enriched';
  readonly diseasedShare: number;
};
export const diseasedShareOf = ({ prevalence, sampling, diseasedShare }: Recruits): number =>
  sampling === 'enriched' ? diseasedShare : prevalence;

export const lostOf = (question: { readonly dropOut: number; readonly indeterminate: number }): number =>
  question.dropOut + question.indeterminate;

/** The largest number to recruit: it serves every hypothesis. */
export const recruitedOf = (steps: readonly SizedStep[]): number =>
  Math.max(...steps.map(({ step }) => step.recruited));
