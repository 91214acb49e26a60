import { succeed } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { recipeOf } from '@daero/evidence/executors';
import type { Executors } from '@daero/evidence/graph/build';
import type { NodeKind } from '@daero/evidence/graph/node';
import { shownShapes } from '@daero/evidence/kinds/shown-shapes';
import type { Figure } from '@daero/figures/figure';
import { figureOf } from '@daero/figures/figure-of';
import { nodeDocument } from '@daero/plot/node-document';
import { renderSvg } from '@daero/plot/render-svg';
import { z } from 'zod';

/** A figure without its plot description, which the SVG has taken over. */
export type DrawnFigure = { readonly figure: Omit<Figure, 'plot'>; readonly svg: string };
export type FigureOutput = { readonly figures: readonly DrawnFigure[] };

const recipe = z.looseObject({ language: z.literal(languages), smallestCell: z.int() });

/** Every shape of its input, drawn in one language. */
export const figureExecutor: Executors['figure'] = async (node, [input]) => {
  const { language, smallestCell } = recipeOf(node, recipe);
  const [of = ''] = node.inputs;
  const kind = (of.split(':')[0] ?? 'analysis') as NodeKind;
  const document = await nodeDocument();
  const figures = shownShapes(kind, input, smallestCell).map((shape): DrawnFigure => {
    const { plot, ...figure } = figureOf(shape, language);
    return { figure, svg: renderSvg({ ...figure, plot }, { document, scheme: 'light' }) };
  });
  return succeed({ figures } satisfies FigureOutput);
};
