import { compile } from '@daero/domain/expression/compile';
import { speakFault } from '@daero/domain/words/speak';
import type { QualityCheck } from '@daero/registry/quality/checks';
import { layoutOf } from '@daero/registry/snapshot/layout';
import type { ColumnKind } from '@daero/registry/snapshot/mapping';
import type { Path } from './document.ts';
import { fine, first, type Check, type NameChecks } from './name-checks.ts';
import type { Plan, PlanColumn, PlanSource, PlanTable, TableColumn } from './plan-schema.ts';

/** What a column of the population or of a table holds: numbers, or the names of groups. */
export function kindOf(plan: Plan, column: PlanColumn | TableColumn, source?: string): 'number' | 'label' {
  if ('site' in column || 'bands' in column) return 'label';
  if ('population' in column) {
    const definition = plan.population.columns[column.population];
    return definition === undefined ? 'number' : kindOf(plan, definition);
  }
  if (!('column' in column)) return 'number';
  const held = layoutColumn(plan.sources['from' in column ? column.from : (source ?? '')], column.column);
  return held === 'text' || held === 'instant' ? 'label' : 'number';
}

const layoutColumn = (source: PlanSource | undefined, name: string): ColumnKind | undefined =>
  source === undefined
    ? undefined
    : layoutOf(source.mapping).columns.find((column) => column.name === name)?.kind;

const columnsOf = (source: PlanSource | undefined): readonly string[] =>
  source === undefined ? [] : layoutOf(source.mapping).columns.map((column) => column.name);

/** Every source and every column of a source that the quality checks name. */
export function checkQuality({ quality, sources }: Plan, names: NameChecks): Check {
  const known = Object.keys(sources);
  return first(
    quality.checks.flatMap((check, at) => {
      const path = ['quality', 'checks', at];
      return [
        names.among(check.source, known, [...path, 'source']),
        ...[...columnsNamed(check), ...narrowing(check)].map(([column, field]) =>
          names.among(column, columnsOf(sources[check.source]), [...path, ...field]),
        ),
        ...(check.check === 'reference'
          ? [
              names.among(check.to.source, known, [...path, 'to', 'source']),
              names.among(check.to.column, columnsOf(sources[check.to.source]), [...path, 'to', 'column']),
            ]
          : []),
      ];
    }),
  );
}

function columnsNamed(check: QualityCheck): readonly (readonly [string, Path])[] {
  switch (check.check) {
    case 'key':
    case 'unique':
      return check.columns.map((column, at) => [column, ['columns', at]]);
    case 'order':
      return [
        [check.earlier, ['earlier']],
        [check.later, ['later']],
      ];
    case 'item-present':
      return [['item', ['item']]];
    default:
      return [[check.column, ['column']]];
  }
}

/** The columns that say which rows a check looks at, and in which groups. */
const narrowing = (check: QualityCheck): readonly (readonly [string, Path])[] => [
  ...Object.keys(check.where).map((column) => [column, ['where', column]] as const),
  ...('by' in check && typeof check.by === 'string' ? [[check.by, ['by']] as const] : []),
];

/** Every column of the population: its source, and the columns above it that it uses. */
export function checkColumns(plan: Plan, names: NameChecks): Check {
  const numeric: string[] = []; // of the columns above, those that an expression, a band or a site can read
  for (const [name, column] of Object.entries(plan.population.columns)) {
    const checked = checkColumn(plan, names, column, { numeric, path: ['population', 'columns', name] });
    if (!checked.ok) return checked;
    if (kindOf(plan, column) === 'number') numeric.push(name);
  }
  return fine;
}

/** Every table: its source, and the columns above each column that it uses. */
export function checkTables(plan: Plan, names: NameChecks): Check {
  return first(
    Object.entries(plan.tables).map(([name, rows]) => checkTable(plan, names, rows, ['tables', name])),
  );
}

function checkTable(plan: Plan, names: NameChecks, rows: PlanTable, path: Path): Check {
  const found = names.among(rows.from, Object.keys(plan.sources), [...path, 'from']);
  if (!found.ok) return found;
  const source = plan.sources[rows.from];
  if (source?.mapping.form !== 'wide' || source.mapping.subject === undefined) {
    return names.wrong([...path, 'from'], {
      ko: `표의 자료는 넓은 꼴이고 대상(subject)이 있어야 합니다: ${rows.from}.`,
      en: `the source of a table is wide and names its subject: ${rows.from} does not.`,
    });
  }
  const numeric: string[] = [];
  for (const [name, column] of Object.entries(rows.columns)) {
    const at = [...path, 'columns', name];
    const checked =
      'population' in column
        ? names.among(column.population, Object.keys(plan.population.columns), [...at, 'population'])
        : checkColumn(plan, names, 'column' in column ? { from: rows.from, ...column } : column, {
            numeric,
            path: at,
          });
    if (!checked.ok) return checked;
    if (kindOf(plan, column, rows.from) === 'number') numeric.push(name);
  }
  return first([
    ...rows.only.map((rule, at) =>
      names.among(rule.column, columnsOf(source), [...path, 'only', at, 'column']),
    ),
    ...rows.exclude.map((rule, at) =>
      names.among(rule.missing, Object.keys(rows.columns), [...path, 'exclude', at, 'missing']),
    ),
  ]);
}

type Above = { readonly numeric: readonly string[]; readonly path: Path };

function checkColumn(plan: Plan, names: NameChecks, column: PlanColumn, { numeric, path }: Above): Check {
  if ('bands' in column) {
    const groups = column.from.length + 1;
    return column.groups.length === groups
      ? names.among(column.bands, numeric, [...path, 'bands'])
      : names.wrong([...path, 'groups'], {
          ko: `무리는 경계보다 하나 많아야 합니다(${groups}개).`,
          en: `there must be one group more than lower ends (${groups}).`,
        });
  }
  if ('from' in column) return checkFrom(plan, names, column, path);
  if ('site' in column) return names.among(column.site, numeric, [...path, 'site']);
  if ('expression' in column) {
    const compiled = compile(column.expression, numeric);
    if (compiled.ok) return fine;
    const [ko, en] = [speakFault(compiled.fault, 'ko'), speakFault(compiled.fault, 'en')];
    return names.wrong([...path, 'expression'], { ko, en });
  }
  return plan.population.device === undefined
    ? names.wrong(path, {
        ko: 'population.device가 없습니다. 적거나 이 열을 지우십시오.',
        en: 'there is no population.device to give it. State it, or remove this column.',
      })
    : fine;
}

function checkFrom(
  { sources }: Plan,
  names: NameChecks,
  column: Extract<PlanColumn, { readonly from: string }>,
  path: Path,
): Check {
  const { from } = column;
  const found = names.among(from, Object.keys(sources), [...path, 'from']);
  const source = sources[from];
  if (!found.ok || source === undefined) return found;
  if ('column' in column && source.mapping.form === 'wide') {
    const known = names.among(column.column, columnsOf(source), [...path, 'column']);
    if (!known.ok || column.groups === undefined || layoutColumn(source, column.column) === 'text')
      return known;
    return names.wrong([...path, 'groups'], {
      ko: `groups는 글자 열에만 적습니다: ${column.column}. 수를 나누려면 bands를 쓰십시오.`,
      en: `groups go with a column of texts, and ${column.column} is none. Cut a number with bands.`,
    });
  }
  if ('item' in column && source.mapping.form === 'long') return fine;
  return source.mapping.form === 'wide'
    ? names.wrong([...path, 'item'], {
        ko: `넓은 꼴의 자료에는 item이 없습니다: ${from}. column으로 적으십시오.`,
        en: `${from} is wide and has no items. Name a column instead.`,
      })
    : names.wrong([...path, 'column'], {
        ko: `긴 꼴의 자료에서는 item을 적습니다: ${from}.`,
        en: `${from} is long. Name an item instead of a column.`,
      });
}
