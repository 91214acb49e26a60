import type { Method } from '@daero/domain/method';
import { fail, succeed, type Result } from '@daero/domain/result';
import { checkColumns, checkQuality, checkTables, kindOf } from './check-columns.ts';
import { checkForm, type Path, type PlanDocument } from './document.ts';
import { givesEstimate, groupsOf, promisedEstimates } from './estimate-names.ts';
import { fine, first, nameChecks, type Check, type NameChecks } from './name-checks.ts';
import {
  planSchema,
  type Plan,
  type PlanAnalysis,
  type PlanColumn,
  type TableColumn,
} from './plan-schema.ts';
import { scoreTables } from '../kinds/run-device.ts';
import { looseBrace, readSentence, typedNumber } from './sentence.ts';

/** A plan whose every name has been found. `settings` are those of each analysis, filled with defaults. */
export type CheckedPlan = { readonly plan: Plan; readonly settings: ReadonlyMap<string, unknown> };

/** Reads a document as a plan: its form, and then every name in it. The first thing wrong is the answer. */
export function checkPlan(document: PlanDocument, methods: ReadonlyMap<string, Method>): Result<CheckedPlan> {
  const form = checkForm(document, planSchema);
  if (!form.ok) return form;
  const say = nameChecks(document);
  const names = new Names(document, form.value, methods);
  const checks: (() => Check)[] = [
    () => checkQuality(form.value, say),
    () => checkColumns(form.value, say),
    () => names.population(),
    () => checkTables(form.value, say),
    () => names.analyses(),
    () => names.estimates(),
    () => names.circles(),
    () => names.claims(),
  ];
  for (const check of checks) {
    const found = check();
    if (!found.ok) return found;
  }
  return succeed({ plan: form.value, settings: names.settings });
}

class Names {
  readonly settings = new Map<string, unknown>();
  readonly #document: PlanDocument;
  readonly #plan: Plan;
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #say: NameChecks;

  constructor(document: PlanDocument, plan: Plan, methods: ReadonlyMap<string, Method>) {
    this.#document = document;
    this.#plan = plan;
    this.#methods = methods;
    this.#say = nameChecks(document);
  }

  population(): Check {
    const { population, sources } = this.#plan;
    const known = Object.keys(sources);
    const columns = Object.keys(population.columns);
    return first([
      this.#say.among(population.subjects, known, ['population', 'subjects']),
      ...(population.device
        ? [
            this.#say.among(this.#plan.product.device, Object.keys(scoreTables), ['product', 'device']),
            this.#say.among(population.device.from, known, ['population', 'device', 'from']),
          ]
        : []),
      ...population.exclude.map((rule, at) =>
        this.#say.among(rule.missing, columns, ['population', 'exclude', at, 'missing']),
      ),
      this.#say.unique(this.#plan.sites.map((site, at) => [site.id, ['sites', at, 'id']])),
      ...Object.entries(sources).map(([name, source]) =>
        source.file === undefined && source.generated === undefined
          ? this.#say.wrong(['sources', name], {
              ko: 'file도 generated도 없습니다. 자료가 있는 곳을 file에 적으십시오.',
              en: 'there is neither file nor generated. Say in file where the data are.',
            })
          : fine,
      ),
    ]);
  }

  /** The columns that an analysis reads: of its table or of the population. */
  #columnsOf({ table }: PlanAnalysis): Readonly<Record<string, PlanColumn | TableColumn>> {
    return table === undefined ? this.#plan.population.columns : (this.#plan.tables[table]?.columns ?? {});
  }

  analyses(): Check {
    const ids = this.#say.unique(
      this.#plan.analyses.map((analysis, at) => [analysis.id, ['analyses', at, 'id']]),
    );
    return ids.ok
      ? first(this.#plan.analyses.map((analysis, at) => this.#analysis(analysis, ['analyses', at])))
      : ids;
  }

  estimates(): Check {
    return this.#say.unique(
      promisedEstimates(this.#plan).map(({ name, givenBy }) => {
        const at = this.#plan.analyses.findIndex((analysis) => givenBy === `analysis:${analysis.id}`);
        return [name, at < 0 ? ['model', 'names'] : ['analyses', at, 'names']];
      }),
    );
  }

  /** Analyses may rest on analyses, but not on themselves by any way round. */
  circles(): Check {
    const restsOn = new Map(this.#plan.analyses.map((analysis) => [analysis.id, analysis.of?.analysis]));
    for (const start of restsOn.keys()) {
      const walked = [start];
      for (let next = restsOn.get(start); next !== undefined; next = restsOn.get(next)) {
        walked.push(next);
        if (next === start)
          return fail({ kind: 'plan-cycle', file: this.#document.file, nodes: walked.join(' -> ') });
        if (walked.length > restsOn.size) break; // a circle further on, found from its own start
      }
    }
    return fine;
  }

  claims(): Check {
    const { claims, requirements } = this.#plan;
    const ids = this.#say.unique([
      ...requirements.map((requirement, at) => [requirement.id, ['requirements', at, 'id']] as const),
      ...claims.map((claim, at) => [claim.id, ['claims', at, 'id']] as const),
    ]);
    if (!ids.ok) return ids;
    const known = requirements.map((requirement) => requirement.id);
    return first(
      claims.flatMap((claim, at) => [
        this.#sentence(claim.ko, ['claims', at, 'ko']),
        this.#sentence(claim.en, ['claims', at, 'en']),
        ...claim.serves.map((id, place) => this.#say.among(id, known, ['claims', at, 'serves', place])),
      ]),
    );
  }

  #analysis(analysis: PlanAnalysis, path: Path): Check {
    const method = this.#methods.get(analysis.method);
    if (method === undefined)
      return this.#say.unknown(analysis.method, [...this.#methods.keys()], [...path, 'method']);
    const settings = checkForm(this.#document, method.settings, analysis.settings ?? {}, [
      ...path,
      'settings',
    ]);
    if (!settings.ok) return settings;
    this.settings.set(analysis.id, settings.value);

    if (analysis.table !== undefined) {
      const known = this.#say.among(analysis.table, Object.keys(this.#plan.tables), [...path, 'table']);
      if (!known.ok) return known;
    }
    const columns = [...Object.keys(this.#columnsOf(analysis)), 'subject'];
    const roles = method.takes.map((need) => need.role);
    const needed = analysis.of
      ? []
      : method.takes.filter((need) => !need.optional && !(need.role in analysis.columns));
    const [lacking] = needed;
    if (lacking !== undefined) {
      return this.#say.wrong([...path, 'columns'], {
        ko: `${analysis.method}에 필요한 역할이 빠졌습니다: ${lacking.role}.`,
        en: `${analysis.method} also needs a column that plays: ${lacking.role}.`,
      });
    }
    return first([
      ...Object.entries(analysis.columns).flatMap(([role, column]) => [
        this.#say.among(role, roles, [...path, 'columns', role]),
        this.#say.among(column, columns, [...path, 'columns', role]),
        this.#plays(analysis, method, role, [...path, 'columns', role]),
      ]),
      ...analysis.exclude.map((rule, at) =>
        this.#say.among(rule.missing, columns, [...path, 'exclude', at, 'missing']),
      ),
      this.#grouping(analysis, method, path),
      this.#restsOn(analysis, path),
      ...Object.keys(analysis.names).map((key) =>
        this.#given(analysis, method, key, [...path, 'names', key]),
      ),
    ]);
  }

  #plays(analysis: PlanAnalysis, method: Method, role: string, path: Path): Check {
    const name = analysis.columns[role] ?? '';
    const needed = method.takes.find((need) => need.role === role)?.kind;
    const definition = this.#columnsOf(analysis)[name];
    if (needed === undefined || (definition === undefined && name !== 'subject')) return fine; // said elsewhere
    const source = analysis.table === undefined ? undefined : this.#plan.tables[analysis.table]?.from;
    const kind = definition === undefined ? 'label' : kindOf(this.#plan, definition, source);
    if ((needed === 'label') === (kind === 'label')) return fine;
    return needed === 'label'
      ? this.#say.wrong(path, {
          ko: `${role} 역할에는 무리의 열(site, bands, 글자 열, subject)이 필요합니다.`,
          en: `${role} takes a column of groups (site, bands, texts or subject).`,
        })
      : this.#say.wrong(path, {
          ko: `${role} 역할에는 수의 열이 필요합니다.`,
          en: `${role} takes a column of numbers.`,
        });
  }

  #grouping(analysis: PlanAnalysis, method: Method, path: Path): Check {
    if (analysis.by === undefined) return fine;
    const grouping = Object.keys(this.#columnsOf(analysis)).filter(
      (name) => groupsOf(this.#plan, name, analysis.table).length > 0,
    );
    if (!method.byGroup) {
      return this.#say.wrong([...path, 'by'], {
        ko: `무리별로 계산하지 않는 방법입니다: ${method.name}. by를 지우십시오.`,
        en: `${method.name} does not run by group. Remove "by".`,
      });
    }
    return this.#say.among(analysis.by, grouping, [...path, 'by']);
  }

  #restsOn(analysis: PlanAnalysis, path: Path): Check {
    const { of } = analysis;
    if (of === undefined) return fine;
    const ids = this.#plan.analyses.map((other) => other.id);
    const found = this.#plan.analyses.find((other) => other.id === of.analysis);
    if (found === undefined) return this.#say.unknown(of.analysis, ids, [...path, 'of', 'analysis']);
    return this.#say.among(of.estimate, Object.keys(found.names), [...path, 'of', 'estimate']);
  }

  /** A method gives `name`, or `name-<group>` where a column of groups plays a part in it. */
  #given(analysis: PlanAnalysis, method: Method, key: string, path: Path): Check {
    const groups = Object.values(analysis.columns).flatMap((column) =>
      groupsOf(this.#plan, column, analysis.table),
    );
    if (givesEstimate(method, key, groups)) return fine;
    const known = method.gives.flatMap((name) => [name, ...groups.map((group) => `${name}-${group}`)]);
    return this.#say.unknown(key, known, path);
  }

  #sentence(sentence: string, path: Path): Check {
    const number = typedNumber(sentence);
    if (number !== undefined) return this.#say.typed(number, path);
    const brace = looseBrace(sentence);
    if (brace !== undefined) {
      return this.#say.wrong(path, {
        ko: `자리로 읽을 수 없습니다: ${brace}. {이름}, {이름:value}, {분석.설정}처럼 적으십시오.`,
        en: `this is no slot: ${brace}. Write {name}, {name:value} or {analysis.setting}.`,
      });
    }
    const estimates = promisedEstimates(this.#plan).map((promised) => promised.name);
    return first(
      readSentence(sentence).map((part) => {
        if (part.part === 'words') return fine;
        if (part.part === 'estimate') return this.#say.among(part.estimate, estimates, path);
        const settings = this.settings.get(part.analysis);
        if (settings === undefined) return this.#say.unknown(part.analysis, [...this.settings.keys()], path);
        return this.#say.among(part.setting, Object.keys(settings ?? {}), path);
      }),
    );
  }
}
