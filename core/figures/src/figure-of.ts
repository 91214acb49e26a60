import type { Shape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { acceptabilityFigure } from './acceptability.ts';
import { accrualFigure } from './accrual.ts';
import { amountsFigure } from './amounts.ts';
import { blandAltmanFigure } from './bland-altman.ts';
import { budgetImpactFigure } from './budget-impact.ts';
import { cashFlowFigure } from './cash-flow.ts';
import { cohortTraceFigure } from './cohort-trace.ts';
import { modelStructureFigure } from './model-structure.ts';
import { valueOfInformationFigure } from './value-of-information.ts';
import { calibrationFigure } from './calibration.ts';
import { caseForecastFigure } from './case-forecast.ts';
import { completenessFigure } from './completeness.ts';
import { decisionCurveFigure } from './decision-curve.ts';
import type { Figure } from './figure.ts';
import { flowFigure } from './flow.ts';
import { forestFigure } from './forest.ts';
import { frocFigure } from './froc.ts';
import { planeFigure } from './plane.ts';
import { researchValueFigure } from './research-value.ts';
import { twoWayFigure } from './two-way.ts';
import { readersFigure } from './readers.ts';
import { rocFigure } from './roc.ts';
import { sizeCurveFigure } from './size-curve.ts';
import { srocFigure } from './sroc.ts';
import { survivalFigure } from './survival.ts';
import { tornadoFigure } from './tornado.ts';

/** What an analysis found, as a finding in words, a plot and a table, in one language. */
export function figureOf(shape: Shape, language: Language): Figure {
  switch (shape.shape) {
    case 'roc':
      return rocFigure(shape, language);
    case 'forest':
      return forestFigure(shape, language);
    case 'calibration':
      return calibrationFigure(shape, language);
    case 'survival':
      return survivalFigure(shape, language);
    case 'flow':
      return flowFigure(shape, language);
    case 'completeness':
      return completenessFigure(shape, language);
    case 'cost-effectiveness-plane':
      return planeFigure(shape, language);
    case 'acceptability':
      return acceptabilityFigure(shape, language);
    case 'tornado':
      return tornadoFigure(shape, language);
    case 'readers':
      return readersFigure(shape, language);
    case 'froc':
      return frocFigure(shape, language);
    case 'decision-curve':
      return decisionCurveFigure(shape, language);
    case 'bland-altman':
      return blandAltmanFigure(shape, language);
    case 'sroc':
      return srocFigure(shape, language);
    case 'size-curve':
      return sizeCurveFigure(shape, language);
    case 'budget-impact':
      return budgetImpactFigure(shape, language);
    case 'cash-flow':
      return cashFlowFigure(shape, language);
    case 'cohort-trace':
      return cohortTraceFigure(shape, language);
    case 'model-structure':
      return modelStructureFigure(shape, language);
    case 'value-of-information':
      return valueOfInformationFigure(shape, language);
    case 'two-way':
      return twoWayFigure(shape, language);
    case 'research-value':
      return researchValueFigure(shape, language);
    case 'case-forecast':
      return caseForecastFigure(shape, language);
    case 'accrual':
      return accrualFigure(shape, language);
    case 'amounts':
      return amountsFigure(shape, language);
    default:
      return unreachable(shape);
  }
}
