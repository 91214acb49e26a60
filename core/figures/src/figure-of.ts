import type { Shape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { acceptabilityFigure } from './acceptability.ts';
import { calibrationFigure } from './calibration.ts';
import { completenessFigure } from './completeness.ts';
import type { Figure } from './figure.ts';
import { flowFigure } from './flow.ts';
import { forestFigure } from './forest.ts';
import { listedFigure } from './listed.ts';
import { planeFigure } from './plane.ts';
import { rocFigure } from './roc.ts';
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
      return listedFigure(
        shape,
        shape.means.map(({ value }) => [value]),
        language,
      );
    case 'froc':
      return listedFigure(
        shape,
        shape.curves.flatMap(({ points }) =>
          points.map(({ nonLesionsPerCase, lesionShare }) => [nonLesionsPerCase, lesionShare]),
        ),
        language,
      );
    case 'decision-curve':
      return listedFigure(
        shape,
        shape.curves.map(({ netBenefit }) => netBenefit),
        language,
      );
    case 'bland-altman':
      return listedFigure(
        shape,
        [shape.bias, shape.lower, shape.upper].map(({ value }) => [value]),
        language,
      );
    case 'sroc':
      return listedFigure(
        shape,
        shape.studies.map(({ falsePositive, sensitivity }) => [falsePositive, sensitivity]),
        language,
      );
    case 'size-curve':
      return listedFigure(
        shape,
        shape.curves.flatMap(({ points }) => points.map(({ x, y }) => [x, y])),
        language,
      );
    default:
      return unreachable(shape);
  }
}
