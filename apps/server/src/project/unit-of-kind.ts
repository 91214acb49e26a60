import type { Estimate } from '@daero/domain/estimate';
import type { ModelNodeOutput } from '@daero/evidence/kinds/run-model';

/** How a parameter of a model is printed: the unit of an estimate of its kind. */
export function unitOfKind(kind: ModelNodeOutput['parameters'][number]['kind']): Estimate['unit'] {
  switch (kind) {
    case 'probability':
    case 'utility':
      return 'probability';
    case 'cost':
      return 'KRW';
    case 'qaly':
      return 'QALY';
    case 'duration':
      return 'days';
    case 'count':
      return 'count';
    case 'rate':
    case 'ratio':
    case 'hazard-ratio':
    case 'odds-ratio':
    case 'relative-risk':
    case 'coefficient':
      return 'ratio';
  }
}
