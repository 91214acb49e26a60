import { textField, type Json } from '@daero/domain/canonical';
import type { Method } from '@daero/domain/method';
import type { CodeVersion } from '../ports.ts';
import type { NodeKind } from './node.ts';

/** Files whose code decides the output of a kind; a method's own file is added to its analyses. */
const filesOfKind: Partial<Readonly<Record<NodeKind, readonly string[]>>> = {
  quality: ['core/registry/src/quality/report.ts', 'adapters/duckdb/src/assess-quality.ts'],
  device: ['core/evidence/src/kinds/run-device.ts'],
  population: ['core/evidence/src/kinds/run-population.ts', 'core/evidence/src/kinds/run-table.ts'],
  analysis: ['core/evidence/src/kinds/run-analysis.ts'],
  estimate: ['core/evidence/src/disclosure.ts'],
  model: ['core/evidence/src/kinds/run-model.ts'],
  claim: ['core/evidence/src/kinds/run-claim.ts'],
  figure: [
    'core/evidence/src/kinds/shown-shapes.ts',
    'core/figures/src/figure-of.ts',
    'adapters/plot/src/render-svg.ts',
  ],
  document: ['core/dossier/src/dossier-html.ts', 'apps/server/src/project/document.ts'],
};

/** The version of the code that makes a node: of its kind, and of the method that its recipe names. */
export function codeOf(
  node: { readonly kind: NodeKind; readonly recipe: Json },
  methods: ReadonlyMap<string, Method>,
  codeVersion: CodeVersion,
): readonly string[] {
  const named = methods.get(textField(node.recipe, 'method') ?? '');
  const files = [...(filesOfKind[node.kind] ?? []), ...(named === undefined ? [] : [`core/${named.file}`])];
  return files.map(codeVersion);
}
