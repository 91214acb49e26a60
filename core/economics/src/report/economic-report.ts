import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { evaluateEconomicModel, type EconomicModel, type EconomicOutput } from '../model/economic-model.ts';
import { type Estimates } from '../model/binding.ts';
import { verifyModel } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { cheers2022 } from './cheers-2022.ts';
import { cheersAi } from './cheers-ai.ts';
import { answerStandard, type AnsweredStandard } from './reporting-item.ts';
import { reportSections, type ReportSection } from './report-sections.ts';

/** A report as a document tree; `reportHtml` writes it in one language. */
export type EconomicReport = {
  readonly title: Text;
  readonly sections: readonly ReportSection[];
  readonly standards: readonly AnsweredStandard[];
};

/**
 * The report of a model: what it holds under, what went in, what came out, how sure it is, and what a reporting standard still asks for.
 *
 * Could a reviewer judge this model without asking its author? What the model knows is filled in; what nobody but the author knows is
 * named as open. Nothing in it is typed: every number comes from the model file or from its run.
 *
 * Takes    model: read; estimates: those that parameters are bound to, by id; output: of an evaluation that was made already
 * Gives    title, sections (conventions, parameters, results, uncertainty, information, warnings, checks), CHEERS 2022 and the ten of CHEERS-AI
 * Fails    as evaluateEconomicModel: a binding that does not fit, a value out of its range
 * Cost     one evaluation where none is given, and the battery: some 8 base cases and two a parameter
 * Source   Husereau et al. (2022), Value in Health 25, 3-9 (CHEERS 2022); Elvidge et al. (2024), Value in Health 27, 1196-1205 (CHEERS-AI)
 * Checked  report/report.test.ts: each item once and in both languages, filled from the model or said to be open
 */
export function economicReport(
  model: EconomicModel,
  estimates: Estimates,
  output?: EconomicOutput,
): Result<EconomicReport> {
  const found = output === undefined ? evaluateEconomicModel(model, estimates) : succeed(output);
  if (!found.ok) return found;
  const tested = modelUnderTest(model, estimates);
  if (!tested.ok) return tested;
  const facts = { model, output: found.value, checks: verifyModel(tested.value) };
  return succeed({
    title: model.model.title,
    sections: reportSections(facts),
    standards: [cheers2022, cheersAi].map((standard) => answerStandard(standard, facts)),
  });
}
