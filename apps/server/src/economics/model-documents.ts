import { budgetImpactShape } from '@daero/economics/budget-impact/shape';
import { readBudgetImpact } from '@daero/economics/budget-impact/read';
import { readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import { cashFlowShape } from '@daero/economics/hospital-case/shape';
import { readEconomicModel } from '@daero/economics/model/economic-model';
import { economicReport } from '@daero/economics/report/economic-report';
import { reportHtml } from '@daero/economics/report/report-html';
import { workbookOf } from '@daero/economics/spreadsheet/workbook-of';
import { succeed, type Result } from '@daero/domain/result';
import type { Language } from '@daero/domain/text';
import { writeWorkbook } from '@daero/xlsx/write-workbook';
import { figureDrawer } from './draw-figure.ts';
import type { RunnableModel } from './model-of-project.ts';

/** The report of a model in one language; a file beside it that cannot be read is left out, as its page says why. */
export async function writeReport(of: RunnableModel, language: Language): Promise<Result<string>> {
  const model = readEconomicModel(of.model);
  if (!model.ok) return model;
  const budget = of.budget === null ? null : readBudgetImpact(of.budget);
  const hospital = of.hospital === null ? null : readHospitalCase(of.hospital);
  const report = economicReport(model.value, of.estimates, {
    budget: budget?.ok === true ? budgetImpactShape(budget.value) : null,
    hospital: hospital?.ok === true ? cashFlowShape(hospital.value) : null,
  });
  if (!report.ok) return report;
  const frame = { draw: await figureDrawer(), ribbon: of.ribbon, about: of.about };
  return succeed(reportHtml(report.value, language, frame));
}

export async function writeModelWorkbook(
  { model: json, estimates }: RunnableModel,
  language: Language,
): Promise<Result<Uint8Array>> {
  const model = readEconomicModel(json);
  if (!model.ok) return model;
  const workbook = workbookOf(model.value, estimates, language);
  return workbook.ok ? succeed(await writeWorkbook(workbook.value)) : workbook;
}
