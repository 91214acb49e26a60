import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { type BudgetImpactShape, type CashFlowShape } from '@daero/domain/shape';
import { furtherResults } from '../analyses/further-results.ts';
import { researchOf } from '../analyses/research.ts';
import { evaluateEconomicModel, type EconomicModel, type EconomicOutput } from '../model/economic-model.ts';
import { type Estimates } from '../model/binding.ts';
import { cheers2022 } from './cheers-2022.ts';
import { cheersAi, cheersAiElaborations } from './cheers-ai.ts';
import { answerStandard, type AnsweredStandard } from './reporting-item.ts';
import { type ReportSection } from './report-block.ts';
import { reportSections } from './report-sections.ts';

/** What a report need not compute again, and what lies beside the model. */
export type ReportGiven = {
  readonly output?: EconomicOutput;
  readonly budget?: BudgetImpactShape | null;
  readonly hospital?: CashFlowShape | null;
};

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
 * Takes    model: read; estimates: those that parameters are bound to, by id; given: the output of an evaluation that was made already, the
 *          payer's budget and the hospital's case that lie beside the model
 * Gives    title, sections (conventions, parameters, results, uncertainty, one-way, what the file asks besides, information, money, warnings,
 *          checks) with their figures as shapes, CHEERS 2022, the ten of CHEERS-AI and what it asks more of eight
 * Fails    as evaluateEconomicModel: a binding that does not fit, a value out of its range; as the further analyses do
 * Cost     one evaluation where none is given, the further analyses of the file, the battery: some 8 base cases and two a parameter
 * Source   Husereau et al. (2022), Value in Health 25, 3-9 (CHEERS 2022); Elvidge et al. (2024), Value in Health 27, 1196-1205 (CHEERS-AI)
 * Checked  report/report.test.ts: each item once and in both languages, filled from the model or said to be open
 */
export function economicReport(
  model: EconomicModel,
  estimates: Estimates,
  given: ReportGiven = {},
): Result<EconomicReport> {
  const found = given.output === undefined ? evaluateEconomicModel(model, estimates) : succeed(given.output);
  if (!found.ok) return found;
  const further = furtherResults(model, estimates);
  if (!further.ok) return further;
  const research = researchOf(model, estimates);
  if (!research.ok) return research;
  const facts = {
    ...{ model, output: found.value, further: further.value, research: research.value },
    ...{ budget: given.budget ?? null, hospital: given.hospital ?? null },
  };
  return succeed({
    title: model.model.title,
    sections: reportSections(facts),
    standards: [cheers2022, cheersAi, cheersAiElaborations].map((standard) =>
      answerStandard(standard, facts),
    ),
  });
}
