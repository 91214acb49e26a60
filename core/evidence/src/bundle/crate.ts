import type { HashedNode } from '../graph/node.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { chainFileName, documentName, outputName } from './chain-file.ts';

const formats: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html',
  yaml: 'application/yaml',
  parquet: 'application/vnd.apache.parquet',
};

const formatOf = (name: string): string =>
  formats[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** The bundle as an RO-Crate 1.1: what each file is, for people and programs that know nothing of Daero. */
export function crateMetadata(plan: Plan, names: readonly string[]): unknown {
  const parts = [...names].sort();
  return {
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: [
          { '@language': 'ko', '@value': plan.title.ko },
          { '@language': 'en', '@value': plan.title.en },
        ],
        description: plan.summary.en,
        datePublished: plan.writtenOn,
        license: Object.values(plan.sources).map((source) => source.licence.en),
        author: plan.authors.map((author) => ({ '@type': 'Person', name: author.name })),
        mainEntity: { '@id': documentName('ko') },
        hasPart: parts.map((name) => ({ '@id': name })),
      },
      ...parts.map((name) => ({ '@id': name, '@type': 'File', encodingFormat: formatOf(name) })),
    ],
  };
}

/** The lineage as W3C PROV-JSON: an entity for each output, an activity for each recipe that made it. */
export function provenance(nodes: readonly HashedNode[]): unknown {
  const entity = (node: HashedNode): string => `daero:${node.hash}`;
  const activity = (node: HashedNode): string => `daero:make-${node.hash}`;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = nodes.flatMap((node) =>
    [...node.inputs, ...node.origins].flatMap((id) => {
      const input = byId.get(id);
      return input === undefined ? [] : [{ node, input }];
    }),
  );
  return {
    prefix: { daero: 'urn:daero:', prov: 'http://www.w3.org/ns/prov#' },
    entity: Object.fromEntries(
      nodes.map((node) => [
        entity(node),
        {
          'prov:label': node.label.en,
          'daero:kind': node.kind,
          'daero:id': node.id,
          'prov:location': outputName(node.hash),
        },
      ]),
    ),
    activity: Object.fromEntries(nodes.map((node) => [activity(node), { 'daero:recipe': chainFileName }])),
    wasGeneratedBy: Object.fromEntries(
      nodes.map((node, at) => [`_:g${at}`, { 'prov:entity': entity(node), 'prov:activity': activity(node) }]),
    ),
    used: Object.fromEntries(
      edges.map(({ node, input }, at) => [
        `_:u${at}`,
        { 'prov:activity': activity(node), 'prov:entity': entity(input) },
      ]),
    ),
    wasDerivedFrom: Object.fromEntries(
      edges.map(({ node, input }, at) => [
        `_:d${at}`,
        { 'prov:generatedEntity': entity(node), 'prov:usedEntity': entity(input) },
      ]),
    ),
  };
}
