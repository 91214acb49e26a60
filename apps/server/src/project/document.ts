import { succeed } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { dossierHtml } from '@daero/dossier/dossier-html';
import { recipeOf } from '@daero/evidence/executors';
import type { Executors } from '@daero/evidence/graph/build';
import { z } from 'zod';
import { dossierOf } from './dossier-of.ts';

export type DocumentOutput = { readonly html: string };

const recipe = z.looseObject({ language: z.literal(languages) });

/** The dossier in one language, as print-ready HTML. */
export const documentExecutor: Executors['document'] = async (node, inputs) => {
  const { language } = recipeOf(node, recipe);
  const outputs = new Map(node.inputs.map((id, at) => [id, inputs[at]]));
  return succeed({ html: dossierHtml(dossierOf(node, outputs), language) } satisfies DocumentOutput);
};
