import type { Executors } from '@daero/evidence/graph/build';

/** Figures and documents, whose libraries take a while to load and are not needed when nothing has changed. */
export const drawing: Pick<Executors, 'figure' | 'document'> = {
  figure: async (node, inputs) => (await import('./figure.ts')).figureExecutor(node, inputs),
  document: async (node, inputs) => (await import('./document.ts')).documentExecutor(node, inputs),
};
