import { estimateRow, withheldRow, type EstimateRow } from '../estimates-file.ts';
import type { EstimateOutput } from '../kinds/outputs.ts';
import { jsonField } from '@daero/domain/canonical';
import type { Plan } from '../plan/plan-schema.ts';
import { documentName, type ChainFile } from './chain-file.ts';
import { differences } from './compare.ts';
import { crateMetadata, provenance } from './crate.ts';
import { manifestName, signatureName } from './manifest.ts';

export const crateName = 'ro-crate-metadata.json';
export const provenanceName = 'prov.json';
export const estimatesName = 'estimates.json';

/** What a bundle holds for people and programs that do not know the chain: each file must say what the chain says. */
export type Shown = {
  readonly chain: ChainFile;
  readonly outputs: ReadonlyMap<string, unknown>; // by node id
  readonly plan: Plan | null;
  readonly names: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly json: (name: string) => unknown;
};

export type Finding = { readonly where: string; readonly what: string };

export const checkShown = (shown: Shown): readonly Finding[] => [
  ...documentsOf(shown),
  ...sameAs(shown, estimatesName, () => rowsOf(shown)),
  ...sameAs(shown, provenanceName, () => provenance(shown.chain.nodes)),
  ...crateOf(shown),
];

const partsOf = (names: readonly string[]): readonly string[] =>
  names.filter((name) => ![crateName, manifestName, signatureName].includes(name));

const crateOf = (shown: Shown): readonly Finding[] => {
  const { plan, names } = shown;
  return plan === null ? [] : sameAs(shown, crateName, () => crateMetadata(plan, partsOf(names)));
};

function sameAs({ json }: Shown, name: string, derive: () => unknown): Finding[] {
  const said = json(name);
  if (said === undefined) return [{ where: name, what: 'is missing or cannot be read' }];
  const derived = attempt(derive);
  if (derived === undefined) return [{ where: name, what: 'cannot be derived from the chain' }];
  return differences(said, JSON.parse(JSON.stringify(derived))).map(
    ({ path, said: there, derived: here }) => ({
      where: name,
      what: `${path}: the bundle says ${there}, the chain says ${here}`,
    }),
  );
}

/** An output that was forged may have any form; what it cannot be made from does not hold. */
function attempt(derive: () => unknown): unknown {
  try {
    return derive();
  } catch {
    return undefined;
  }
}

const rowsOf = ({ chain, outputs }: Shown): readonly EstimateRow[] =>
  chain.nodes
    .filter((node) => node.kind === 'estimate')
    .map((node) =>
      outputs.has(node.id)
        ? estimateRow(node, outputs.get(node.id) as EstimateOutput)
        : withheldRow(node, Number(jsonField(node.recipe, 'smallestCell'))),
    );

/** The files people open must be the documents of the chain, not others laid beside it. */
const documentsOf = ({ chain, outputs, text }: Shown): Finding[] =>
  chain.nodes
    .filter((node) => node.kind === 'document')
    .flatMap((node) => {
      const name = documentName(node.id.slice('document:'.length));
      const output = outputs.get(node.id);
      const html = typeof output === 'object' && output !== null && 'html' in output ? output.html : null;
      const shown = text(name);
      if (shown === undefined) return [{ where: name, what: 'is missing' }];
      return shown === html ? [] : [{ where: name, what: 'is not the document of the chain' }];
    });
