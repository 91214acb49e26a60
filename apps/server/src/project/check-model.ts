import { readEconomicModel } from '@daero/economics/model/economic-model';
import { boundTo, modelParts } from '@daero/evidence/kinds/run-model';
import { pathText, type PlanDocument } from '@daero/evidence/plan/document';
import { promisedEstimates } from '@daero/evidence/plan/estimate-names';
import type { Plan } from '@daero/evidence/plan/plan-schema';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { z } from 'zod';

/** The model reads as a model, and every estimate that it is bound to is promised by the plan. */
export function checkModel(document: PlanDocument, plan: Plan): Result<null> {
  const model = readEconomicModel(document.value);
  if (!model.ok) return fail(placed(document, model.fault));
  const known = promisedEstimates(plan)
    .filter((promised) => promised.givenBy !== 'model')
    .map((promised) => promised.name);
  const { parameters } = modelParts(z.json().parse(JSON.parse(JSON.stringify(document.value))));
  for (const [at, parameter] of parameters.entries()) {
    const name = boundTo(parameter.definition);
    if (name === null || known.includes(name)) continue;
    const path = ['parameters', at, 'source', 'estimate'];
    return fail({
      kind: 'plan-name-unknown',
      file: document.file,
      line: document.lineOf(path),
      path: path.join('.'),
      name,
      known,
    });
  }
  return succeed(null);
}

/** A fault of the model with the line on which its place (a JSON pointer) stands in the file. */
function placed(document: PlanDocument, fault: Fault): PlanFieldFault {
  const pointer = 'path' in fault && typeof fault.path === 'string' ? fault.path : '';
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return {
    kind: 'plan-field-wrong',
    file: document.file,
    line: document.lineOf(path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
    path: pathText(path),
    problemKo: speakFault(fault, 'ko'),
    problemEn: speakFault(fault, 'en'),
  };
}

type PlanFieldFault = {
  readonly kind: 'plan-field-wrong';
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly problemKo: string;
  readonly problemEn: string;
};
