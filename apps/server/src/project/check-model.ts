import { readDecisionModel } from '@daero/economics/decision-tree/read';
import { boundTo, modelParts } from '@daero/evidence/kinds/run-model';
import type { PlanDocument } from '@daero/evidence/plan/document';
import { promisedEstimates } from '@daero/evidence/plan/estimate-names';
import type { Plan } from '@daero/evidence/plan/plan-schema';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';

/** The model reads as a model, and every estimate that it is bound to is promised by the plan. */
export function checkModel(document: PlanDocument, plan: Plan): Result<null> {
  const model = readDecisionModel(document.value);
  if (!model.ok) return model;
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
