import { jsonField } from '@daero/domain/canonical';
import type { Estimate } from '@daero/domain/estimate';
import { formatEstimate } from '@daero/domain/format/estimate';
import { fail, succeed, type Result } from '@daero/domain/result';
import { speakWarning } from '@daero/domain/words/speak';
import type { Language, Text } from '@daero/domain/text';
import { shortHash, type HashedNode, type NodeKind } from './graph/node.ts';
import { kindWords } from './graph/words.ts';
import type { ClaimOutput, EstimateOutput, PopulationOutput, SourceOutput } from './kinds/outputs.ts';
import type { ObjectStore } from './ports.ts';

/** One line of an explanation: a node, how deep below the start it stands, and the facts a person asks for. */
export type Explanation = {
  readonly depth: number;
  readonly node: HashedNode;
  /** Already explained further up: its own grounds are not repeated. */
  readonly again: boolean;
  readonly facts: readonly Text[];
};

/**
 * Walks a claim, an estimate or any node back to source file, rows and code version.
 *
 * Takes    name: an id (`claim:C-01`), the part behind the colon (`C-01`, `sens-5`), or the first letters of a hash
 * Gives    the nodes it rests on, each below what it carries
 * Fails    claim-unknown; not-built where the node has no output yet
 */
export async function explain(
  nodes: readonly HashedNode[],
  name: string,
  store: ObjectStore,
): Promise<Result<readonly Explanation[]>> {
  const start = findNode(nodes, name);
  if (start === undefined) {
    const known = nodes.filter((node) => node.kind === 'claim' || node.kind === 'estimate').map(shortId);
    return fail({ kind: 'claim-unknown', name, known });
  }
  if (!(await store.has(start.hash))) return fail({ kind: 'not-built', name: start.id });

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines: Explanation[] = [];
  const told = new Set<string>();
  const tell = async (node: HashedNode, depth: number): Promise<void> => {
    const again = told.has(node.id);
    told.add(node.id);
    const text = await store.read(node.hash);
    lines.push({ depth, node, again, facts: text === null ? [notBuilt] : factsOf(node, JSON.parse(text)) });
    if (again) return;
    for (const id of [...node.inputs, ...node.origins]) {
      const next = byId.get(id);
      if (next !== undefined && worthTelling(next)) await tell(next, depth + 1);
    }
  };
  await tell(start, 0);
  return succeed(lines);
}

const notBuilt: Text = { ko: '아직 만들지 않음', en: 'not built yet' };

/** The rows' quality report stands beside the rows; naming it under each of them would hide the line that matters. */
const worthTelling = (node: HashedNode): boolean => node.kind !== 'quality';

const shortId = (node: HashedNode): string => node.id.slice(node.id.indexOf(':') + 1);

export const findNode = (nodes: readonly HashedNode[], name: string): HashedNode | undefined =>
  nodes.find((node) => node.id === name) ??
  nodes.find((node) => shortId(node) === name && (node.kind === 'claim' || node.kind === 'estimate')) ??
  nodes.find((node) => shortId(node) === name) ??
  (name.length >= 6 ? nodes.find((node) => node.hash.startsWith(name)) : undefined);

/** What a person asks of a node: counts and positions, never identifiers. */
export function factsOf(node: HashedNode, output: unknown): readonly Text[] {
  const code = codeOf(node);
  const facts = kindFacts(node.kind, output);
  return code === null ? facts : [...facts, { ko: `코드 판 ${code}`, en: `code version ${code}` }];
}

function codeOf(node: HashedNode): string | null {
  const code = jsonField(node.recipe, 'code');
  return code === undefined ? null : [code].flat().map(String).join(' + ');
}

function kindFacts(kind: NodeKind, output: unknown): readonly Text[] {
  switch (kind) {
    case 'claim':
      return [inBoth((language) => sentence(output as ClaimOutput, language))];
    case 'estimate':
      return estimateFacts(output as EstimateOutput);
    case 'population':
      return populationFacts(output as PopulationOutput);
    case 'source':
      return sourceFacts(output as SourceOutput);
    case 'snapshot':
      return snapshotFacts(
        output as { readonly rows: number; readonly subjects: number; readonly hash: string },
      );
    default:
      return [];
  }
}

const inBoth = (make: (language: Language) => string): Text => ({ ko: make('ko'), en: make('en') });

export const sentence = (claim: ClaimOutput, language: Language): string =>
  claim[language].map((part) => (part.part === 'words' ? part.words : (part.shown ?? '—'))).join('');

function estimateFacts(output: EstimateOutput): readonly Text[] {
  if (output.state === 'withheld') {
    const k = output.smallestCell;
    return [
      {
        ko: `비공개: ${k}명 미만인 칸이 있어 기관 안에만 있습니다`,
        en: `withheld: a cell of fewer than ${k} people stays at the site`,
      },
    ];
  }
  if (output.state === 'not given') {
    return output.warnings.map((warning) => inBoth((language) => speakWarning(warning, language)));
  }
  const { estimate } = output;
  return [
    inBoth((language) =>
      formatEstimate(estimate, language, estimate.seed === undefined ? 'confidence' : 'uncertainty'),
    ),
    inBoth((language) => `${estimate.method[language]} · n ${estimate.n}${countsOf(estimate)}`),
    { ko: `출처 ${estimate.source}`, en: `source ${estimate.source}` },
  ];
}

const countsOf = (estimate: Estimate): string =>
  Object.entries(estimate.parts)
    .map(([name, count]) => ` · ${name} ${count}`)
    .join('');

function populationFacts({ flow, sites }: PopulationOutput): readonly Text[] {
  const [first, last] = [flow.stages[0]?.n ?? 0, flow.stages.at(-1)?.n ?? 0];
  const bySite = sites.map(({ site, n }) => `${site} ${n}`).join(', ');
  return [
    { ko: `전체 ${first}, 분석 ${last}`, en: `${first} in the source, ${last} in the study` },
    ...(bySite === '' ? [] : [{ ko: `기관별 ${bySite}`, en: `by site ${bySite}` }]),
  ];
}

const sourceFacts = (source: SourceOutput): readonly Text[] => [
  source.origin === 'generated'
    ? { ko: '생성된 자료(실제 환자 아님)', en: 'generated data, not real patients' }
    : {
        ko: `파일 ${source.file} (${source.bytes} 바이트)`,
        en: `file ${source.file} (${source.bytes} bytes)`,
      },
  { ko: `SHA-256 ${source.sha256}`, en: `SHA-256 ${source.sha256}` },
];

const snapshotFacts = ({
  rows,
  subjects,
  hash,
}: {
  rows: number;
  subjects: number;
  hash: string;
}): readonly Text[] => [
  { ko: `${rows}행, 대상 ${subjects}명`, en: `${rows} rows, ${subjects} subjects` },
  { ko: `내용 ${hash}`, en: `content ${hash}` },
];

/** The lines as a person reads them in a terminal. */
export const explanationText = (lines: readonly Explanation[], language: Language): string =>
  lines
    .map(({ depth, node, again, facts }) => {
      const indent = '  '.repeat(depth);
      const head = `${indent}${depth === 0 ? '' : '└ '}${kindWords[node.kind][language]}  ${node.id}  ${shortHash(node.hash)}`;
      if (again) return `${head}  ${language === 'ko' ? '(위와 같음)' : '(as above)'}`;
      return [
        `${head}  ${node.label[language]}`,
        ...facts.map((fact) => `${indent}    ${fact[language]}`),
      ].join('\n');
    })
    .join('\n');
