import { speakWarning } from '@daero/domain/words/speak';
import type { Language, Text } from '@daero/domain/text';
import type {
  Claim,
  Dossier,
  DrawnFigure,
  Economics,
  LiveNumber,
  MethodUse,
  Parameter,
  QualityRow,
  Requirement,
  ResultSection,
  Source,
} from '@daero/dossier/dossier';
import { smallestCellOf } from '@daero/evidence/disclosure';
import type { SnapshotOutput } from '@daero/evidence/executors';
import type { HashedNode, NodeKind } from '@daero/evidence/graph/node';
import { kindWords } from '@daero/evidence/graph/words';
import type {
  ClaimOutput,
  EstimateOutput,
  RequirementOutput,
  SourceOutput,
} from '@daero/evidence/kinds/outputs';
import type { ModelNodeOutput } from '@daero/evidence/kinds/run-model';
import type { LockState } from '@daero/evidence/lock';
import { methods } from '@daero/evidence/methods';
import { promisedEstimates } from '@daero/evidence/plan/estimate-names';
import { planSchema, type Plan } from '@daero/evidence/plan/plan-schema';
import type { QualityReport, QualityResult } from '@daero/registry/quality/report';
import type { FigureOutput } from './figure.ts';
import { unitOfKind } from './unit-of-kind.ts';

type ListedNode = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: Text;
  readonly inputs: readonly string[];
  readonly code: readonly string[];
};

/** What `graphOfPlan` writes into the recipe of a document. */
type DocumentRecipe = {
  readonly plan: string;
  readonly lock: LockState;
  readonly chain: readonly ListedNode[];
  readonly model: { readonly title?: Text; readonly perspective?: Text; readonly priceYear?: number } | null;
};

/** Everything the document says, gathered from the outputs of the nodes it rests on. */
export function dossierOf(node: HashedNode, outputs: ReadonlyMap<string, unknown>): Dossier {
  return new Gathering(node, outputs).dossier();
}

class Gathering {
  readonly #node: HashedNode;
  readonly #outputs: ReadonlyMap<string, unknown>;
  readonly #recipe: Omit<DocumentRecipe, 'plan'> & { readonly plan: Plan };
  readonly #hashes: ReadonlyMap<string, string>;

  constructor(node: HashedNode, outputs: ReadonlyMap<string, unknown>) {
    this.#node = node;
    this.#outputs = outputs;
    const recipe = node.recipe as unknown as DocumentRecipe;
    this.#recipe = { ...recipe, plan: planSchema.parse(JSON.parse(recipe.plan)) };
    this.#hashes = new Map(node.inputs.map((id, at) => [id, node.inputHashes[at] ?? '']));
  }

  dossier(): Dossier {
    const { plan, lock } = this.#recipe;
    const sources = this.#sources();
    return {
      id: plan.id,
      version: plan.writtenOn,
      node: this.#node.hash,
      title: plan.title,
      summary: plan.summary,
      labels: [
        ...(sources.some((source) => source.origin === 'generated') ? (['generated-data'] as const) : []),
        ...(plan.product.standing === 'reference' ? (['reference-device'] as const) : []),
        ...(plan.product.standing === 'demonstration' ? (['demonstration'] as const) : []),
      ],
      product: { ...plan.product, indication: plan.indication },
      authors: plan.authors,
      lock,
      outcomesOpenedAt: null,
      numbers: promisedEstimates(plan).flatMap(({ name }) => this.#number(name)),
      claims: plan.claims.map((claim) => this.#claim(claim)),
      requirements: plan.requirements.map((requirement) => this.#requirement(requirement)),
      sources,
      quality: this.#quality(),
      dataFigures: ['population:study', ...Object.keys(plan.tables).map((name) => `table:${name}`)].flatMap(
        (id) => this.#figures(id),
      ),
      results: plan.analyses.map((analysis) => this.#result(analysis)),
      economics: this.#economics(),
      methods: this.#methods(),
      provenance: { nodes: this.#recipe.chain.map((listed) => this.#provenance(listed)) },
    };
  }

  /** An output of the kind that its node gives; `graphOfPlan` names no node that is not there. */
  #output<Output>(id: string): Output {
    const output = this.#outputs.get(id);
    if (output === undefined) throw new Error(`the document lacks ${id}`);
    return output as Output;
  }

  #hash(id: string): string {
    return this.#hashes.get(id) ?? '';
  }

  #label(id: string): Text {
    return this.#recipe.chain.find((listed) => listed.id === id)?.label ?? { ko: id, en: id };
  }

  #number(name: string): LiveNumber[] {
    const id = `estimate:${name}`;
    const output = this.#output<EstimateOutput>(id);
    const shared = { id: name, node: this.#hash(id), label: this.#label(id), state: 'estimate' as const };
    switch (output.state) {
      case 'withheld':
        return [{ ...shared, content: { kind: 'withheld', smallestCell: output.smallestCell } }];
      case 'not given':
        return [
          {
            ...shared,
            content: {
              kind: 'failed',
              why: inBothOf((language) =>
                output.warnings.map((warning) => speakWarning(warning, language)).join(' '),
              ),
            },
          },
        ];
      case 'shown': {
        const { estimate } = output;
        const priceYear = estimate.unit.startsWith('KRW') ? (this.#recipe.model?.priceYear ?? null) : null;
        const interval = estimate.seed === undefined ? ('confidence' as const) : ('uncertainty' as const);
        return [{ ...shared, content: { kind: 'shown', estimate, interval, priceYear } }];
      }
    }
  }

  #claim(claim: Plan['claims'][number]): Claim {
    const id = `claim:${claim.id}`;
    return {
      id: claim.id,
      node: this.#hash(id),
      sentence: this.#output<ClaimOutput>(id),
      serves: claim.serves,
    };
  }

  #requirement(requirement: Plan['requirements'][number]): Requirement {
    const id = `requirement:${requirement.id}`;
    const { servedBy, withheld } = this.#output<RequirementOutput>(id);
    const { verdict, why } = verdictOf(servedBy, withheld);
    return { ...requirement, node: this.#hash(id), servedBy, verdict, why };
  }

  #sources(): Source[] {
    return Object.entries(this.#recipe.plan.sources).map(([name, source]) => {
      const file = this.#output<SourceOutput>(`source:${name}`);
      const snapshot = this.#output<SnapshotOutput>(`snapshot:${name}`);
      return {
        ...{ id: name, node: this.#hash(`snapshot:${name}`), title: source.title, licence: source.licence },
        ...{ file: file.file, origin: file.origin, sha256: file.sha256, bytes: file.bytes },
        ...{ rows: snapshot.rows, snapshot: snapshot.hash, disclosure: source.disclosure },
      };
    });
  }

  #quality(): QualityRow[] {
    const node = this.#hash('quality:sources');
    const smallestCell = Math.max(
      ...Object.values(this.#recipe.plan.sources).map((source) => smallestCellOf(source.disclosure)),
    );
    const shown = (failing: number): QualityRow['failing'] =>
      failing > 0 && failing < smallestCell ? { fewerThan: smallestCell } : failing;
    return this.#output<QualityReport>('quality:sources').results.map((result) => ({
      ...{ source: result.source, node, dimension: result.class, check: result.why },
      ...{
        failing: shown(result.failing),
        of: result.denominator,
        outcome: outcomeOf(result),
        note: result.waiver?.reason ?? null,
      },
    }));
  }

  #figures(id: string): DrawnFigure[] {
    const [ko, en] = (['ko', 'en'] as const).map((language: Language) =>
      this.#output<FigureOutput>(`figure:${id}:${language}`),
    );
    return (ko?.figures ?? []).flatMap((korean, at) => {
      const english = en?.figures[at];
      return english === undefined
        ? []
        : [{ id: `${id}:${at}`, node: this.#hash(id), drawn: { ko: korean, en: english } }];
    });
  }

  #result(analysis: Plan['analyses'][number]): ResultSection {
    const id = `analysis:${analysis.id}`;
    return {
      ...{
        id: analysis.id,
        node: this.#hash(id),
        title: analysis.title,
        lead: methods.get(analysis.method)?.title ?? null,
      },
      numbers: this.#namesOf(id),
      figures: this.#figures(id),
    };
  }

  #namesOf(givenBy: string): string[] {
    return promisedEstimates(this.#recipe.plan).flatMap((promised) =>
      promised.givenBy === givenBy ? [promised.name] : [],
    );
  }

  #economics(): Economics | null {
    const { model } = this.#recipe;
    if (model === null) return null;
    const output = this.#output<ModelNodeOutput>('model');
    return {
      title: model.title ?? kindWords.model,
      node: this.#hash('model'),
      perspective: model.perspective ?? { ko: '', en: '' },
      priceYear: model.priceYear ?? 0,
      parameters: output.parameters.flatMap((row) => this.#parameter(row)),
      numbers: this.#namesOf('model'),
      figures: this.#figures('model'),
    };
  }

  #parameter(row: ModelNodeOutput['parameters'][number]): Parameter[] {
    if (row.state === 'derived') return [];
    const { name, label, value, low, high, distribution, source } = row;
    const state = row.state === 'estimate' ? 'bound' : row.state;
    return [
      {
        ...{ id: name, node: this.#hash(`parameter:${name}`), label, state, distribution, source },
        quantity: { value, low, high, level: 0.95, unit: unitOfKind(row.kind) },
        from: row.estimateId ?? null,
      },
    ];
  }

  #methods(): MethodUse[] {
    const { plan, chain } = this.#recipe;
    const used = [...new Set(plan.analyses.map((analysis) => analysis.method))];
    return used.flatMap((name) => {
      const method = methods.get(name);
      const analysis = plan.analyses.find((one) => one.method === name);
      const codes = chain.find((listed) => listed.id === `analysis:${analysis?.id}`)?.code ?? [];
      if (method === undefined || analysis === undefined) return [];
      const source = this.#sourceOf(analysis.id);
      return [
        { name, title: method.title, source, file: `core/${method.file}`, codeVersion: codes.at(-1) ?? '' },
      ];
    });
  }

  /** Where the formula of an analysis was published: its estimates say so. */
  #sourceOf(analysis: string): string {
    const [name] = this.#namesOf(`analysis:${analysis}`);
    if (name === undefined) return '';
    const output = this.#output<EstimateOutput>(`estimate:${name}`);
    return output.state === 'not given' ? '' : output.estimate.source;
  }

  #provenance(listed: ListedNode): Dossier['provenance']['nodes'][number] {
    return {
      ...listed,
      kind: kindWords[listed.kind],
      hash: this.#hash(listed.id),
      inputs: listed.inputs.map((id) => this.#hash(id)),
    };
  }
}

function verdictOf(
  servedBy: readonly string[],
  withheld: readonly string[],
): Pick<Requirement, 'verdict' | 'why'> {
  if (servedBy.length === 0) {
    return {
      verdict: 'gap',
      why: { ko: '이 요구에 묶인 주장이 없습니다.', en: 'No claim is bound to this requirement.' },
    };
  }
  if (withheld.length === servedBy.length) {
    return {
      verdict: 'weak',
      why: { ko: '근거가 된 수가 기관 안에만 있습니다.', en: 'The numbers behind it stay at the site.' },
    };
  }
  return { verdict: 'met', why: null };
}

function outcomeOf({ status, waiver }: QualityResult): QualityRow['outcome'] {
  if (status === 'pass') return 'passed';
  if (status === 'n/a') return 'not-applicable';
  if (status === 'pass with failures') return 'passed-with-failures';
  return waiver === null ? 'failed' : 'waived';
}

const inBothOf = (make: (language: Language) => string): Text => ({ ko: make('ko'), en: make('en') });
