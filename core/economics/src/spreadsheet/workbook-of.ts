import { print } from '@daero/domain/expression/print';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Language, type Text } from '@daero/domain/text';
import { prepareCohort } from '../cohort/prepare.ts';
import { type CohortModel } from '../cohort/model.ts';
import { type CompiledCohort } from '../cohort/compile-cohort.ts';
import { startExpressions } from '../cohort/start-of-cohort.ts';
import { outcomes, type DecisionModel } from '../decision-tree/model.ts';
import { bindParameter, type Estimates } from '../model/binding.ts';
import { evaluateEconomicModel, type EconomicModel, type EconomicOutput } from '../model/economic-model.ts';
import { each } from '../model/place.ts';
import { traceSheet } from './cohort-trace.ts';
import { valueSheet } from './cohort-values.ts';
import { formulaText, tablePlaces, type Places, type TablePlace } from './formula-text.ts';
import { parameterSheet, type Definition } from './parameter-sheet.ts';
import { readMeSheet } from './read-me-sheet.ts';
import { resultsSheet, type StrategyTotals } from './results-sheet.ts';
import { treeSheet } from './tree-sheet.ts';
import {
  number,
  text,
  workbookFault,
  type Row,
  type Sheet,
  type Workbook,
  type WorkbookFault,
} from './workbook.ts';

const names = {
  readMe: { ko: '읽어 두기', en: 'Read me' },
  results: { ko: '결과', en: 'Results' },
  parameters: { ko: '모수', en: 'Parameters' },
  tables: { ko: '표', en: 'Tables' },
  tree: { ko: '나무', en: 'Tree' },
  values: { ko: '값', en: 'Values' },
  trace: { ko: '흐름', en: 'Trace' },
  every: { ko: '모든 주기', en: 'every cycle' },
  value: { ko: '값', en: 'Value' },
  cycles: { ko: '주기의 수', en: 'Number of cycles' },
  cycle: { ko: '주기의 길이(연)', en: 'Length of a cycle (years)' },
  age: { ko: '나이', en: 'Age' },
  rate: { ko: '할인율(연)', en: 'Discount rate (a year)' },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * A model as a workbook whose formulas compute its base case again.
 *
 * Would somebody who trusts only a spreadsheet get the same numbers? Parameters, traces, discounting, the within-cycle rule, totals,
 * dominance and ratios are formulas; beside each total stands what the engine found, and how far apart they are.
 *
 * Takes    model and the estimates that its parameters are bound to; language of all words; output: where it was evaluated already
 * Gives    sheets: what to read first, results, parameters, tables, and for each strategy its values and its trace, or the tree
 * Fails    as the evaluation does; workbook-not-for-structure where formulas would not do; workbook-too-large, workbook-formula-too-long where no spreadsheet program could open it
 * Cost     O(strategies x cycles x (copies of states + varying values)) cells
 * Source   HIRA (2021), guidelines for economic evaluation: the program is submitted; ISPOR-SMDM good practices 7 (2012), transparency
 * Checked  spreadsheet/workbook.test.ts; checks/peers/src/spreadsheet.test.ts: LibreOffice computes what the engine did
 */
export function workbookOf(
  model: EconomicModel,
  estimates: Estimates,
  language: Language,
  output?: EconomicOutput,
): Result<Workbook> {
  if (model.structure !== 'cohort' && model.structure !== 'decision-tree')
    return fail({ kind: 'workbook-not-for-structure', structure: model.structure });
  const found = output === undefined ? evaluateEconomicModel(model, estimates) : succeed(output);
  if (!found.ok) return found;
  const sheets =
    model.structure === 'cohort'
      ? cohortSheets(model.model, estimates, found.value, language)
      : treeSheets(model.model, estimates, found.value, language);
  if (!sheets.ok) return sheets;
  const { title, perspective, currency, priceYear, reference } = model.model;
  const { conventions, parameters } = found.value;
  const about = { title, perspective, currency, priceYear, conventions, parameters };
  const readMe = readMeSheet({ ...about, reference: reference.label }, names.readMe[language], language);
  const workbook: Workbook = { sheets: [readMe, ...sheets.value] };
  const fault: WorkbookFault | null = workbookFault(workbook);
  return fault === null ? succeed(workbook) : fail(fault);
}

function treeSheets(
  model: DecisionModel,
  estimates: Estimates,
  output: EconomicOutput,
  language: Language,
): Result<readonly Sheet[]> {
  const bound = each(model.parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const definitions = bound.value.map(({ name, label, base, amount }, index): Definition => ({
    ...{ name, label, base, row: output.parameters[index] ?? null },
    columns: [amount.from === 'expression' ? amount.expression : 'base'],
  }));
  const parameters = parameterSheet(definitions, [names.value], {
    ...{ title: names.parameters, sheet: names.parameters[language], language, tables: noTable },
  });
  const tree = treeSheet(model.root, model.strategies, outcomes, {
    ...{ title: model.title[language], sheet: names.tree[language], language },
    parameter: (name) => parameters.place(name, 0),
  });
  const totals = totalsOf(model, output, (index) => {
    const [cost = '0', effect = '0'] = tree.expected[index] ?? [];
    return { cost, effect };
  });
  return succeed([resultsOf(model, totals, language), parameters.sheet, tree.sheet]);
}

function cohortSheets(
  model: CohortModel,
  estimates: Estimates,
  output: EconomicOutput,
  language: Language,
): Result<readonly Sheet[]> {
  const prepared = prepareCohort(model, estimates);
  if (!prepared.ok) return prepared;
  const { strategies } = prepared.value;
  const tables = tablePlaces(names.tables[language], model.tables);
  const tableOf = (name: string): TablePlace => tables.get(name) ?? noTable(name);
  const [first] = strategies;
  if (first === undefined) throw new Error('a model has strategies');
  const rates = ratesOf(first.cohort);
  const definitions = [
    own('n', names.cycles, model.conventions.clock.cycles, strategies.length),
    ...first.cohort.definitions.map(({ name }): Definition => {
      const index = prepared.value.parameters.findIndex((one) => one.name === name);
      const parameter = prepared.value.parameters[index];
      const label = parameter?.label ?? (name === 'age' ? names.age : names.cycle);
      return {
        ...{ name, label, base: parameter?.base ?? null, row: output.parameters[index] ?? null },
        columns: strategies.map(({ cohort }) => columnOf(cohort, name)),
      };
    }),
    ...rates.map((rate, index): Definition => ({
      ...{ name: rateName(index), label: names.rate, base: null, row: null },
      columns: strategies.map(() => rate),
    })),
  ];
  const parameters = parameterSheet(
    definitions,
    model.strategies.map(({ label }) => label),
    { title: names.parameters, sheet: names.parameters[language], language, tables: tableOf },
  );
  const traced = strategies.map(({ strategy, cohort }, index) => {
    const place = (name: string): string => parameters.place(name, index);
    const sheetName = (kind: 'values' | 'trace'): string => `${index + 1} ${names[kind][language]}`;
    const values = valueSheet(
      cohort,
      { title: strategy.label[language], sheet: sheetName('values'), every: names.every[language] },
      { parameter: place, tables: tableOf },
    );
    const trace = traceSheet(cohort, values, {
      ...{ title: strategy.label[language], sheet: sheetName('trace'), language },
      clock: { cycles: place(cyclesName), cycleYears: place('cycle') },
      rate: (at) => place(rateName(at)),
    });
    return { cohort, values, trace };
  });
  const totals = totalsOf(model, output, (index) => {
    const run = traced[index];
    const sum = (kind: 'cost' | 'effect'): string =>
      run?.trace.totals.filter((_, reward) => model.rewardKinds[reward] === kind).join('+') ?? '0';
    const before = beforeCohort(model, index, {
      name: (name) => parameters.place(name, index),
      table: tableOf,
    });
    return { cost: `${sum('cost') || '0'}${before.cost}`, effect: `${sum('effect') || '0'}${before.effect}` };
  });
  return succeed([
    resultsOf(model, totals, language),
    parameters.sheet,
    ...(model.tables.size === 0 ? [] : [sheetOfTables(model, names.tables[language])]),
    ...traced.flatMap(({ values, trace }) => [trace.sheet, values.sheet]),
  ]);
}

/** What the tree before a cohort adds to the totals of a strategy. */
function beforeCohort(
  { start, strategies }: CohortModel,
  index: number,
  places: Places,
): { readonly cost: string; readonly effect: string } {
  const strategy = strategies[index];
  if (start === null || strategy === undefined) return { cost: '', effect: '' };
  const { cost, qaly } = startExpressions(start, strategy.choose).payoffs;
  return { cost: `+${formulaText(cost, places)}`, effect: `+${formulaText(qaly, places)}` };
}

/** Names of our own that no parameter can have. */
const cyclesName = 'n cycles';
const rateName = (index: number): string => `discount ${index + 1}`;

const own = (name: string, label: Text, base: number, columns: number): Definition => ({
  ...{ name: name === 'n' ? cyclesName : name, label, base, row: null },
  columns: new Array<'base'>(columns).fill('base'),
});

function ratesOf({ rewards }: CompiledCohort): readonly Exclude<Definition['columns'][number], string>[] {
  const byText = new Map(
    rewards.map(({ account }) => [print(account.rate.expression), account.rate.expression]),
  );
  return [...byText.values()];
}

function columnOf(cohort: CompiledCohort, name: string): Definition['columns'][number] {
  const definition = cohort.definitions.find((one) => one.name === name);
  const varies = cohort.program.steps[cohort.program.names.get(name) ?? -1]?.varies;
  if (definition === undefined || definition.expression === 'given') return 'base';
  return varies === 'never' ? definition.expression : 'varies';
}

function totalsOf(
  model: { readonly strategies: readonly { readonly name: string; readonly label: Text }[] },
  output: EconomicOutput,
  formulas: (index: number) => { readonly cost: string; readonly effect: string },
): readonly StrategyTotals[] {
  return model.strategies.map(({ name, label }, index) => {
    const engine = output.strategies.find((row) => row.name === name);
    if (engine === undefined) throw new Error('every strategy has a result');
    return { name, label, ...formulas(index), engine: { cost: engine.cost, effect: engine.qaly } };
  });
}

const resultsOf = (
  { reference, willingness }: EconomicModel['model'],
  totals: readonly StrategyTotals[],
  language: Language,
): Sheet =>
  resultsSheet(totals, reference.name, {
    ...{ sheet: names.results[language], language, stated: willingness.stated },
  });

/** Keys and values of each table, side by side. */
function sheetOfTables({ tables }: CohortModel, sheet: string): Sheet {
  const all = [...tables];
  const longest = Math.max(...all.map(([, { keys }]) => keys.length));
  const rows = Array.from({ length: longest }, (_, index): Row =>
    all.flatMap(([, { keys, values }]) =>
      index < keys.length
        ? [number(keys[index] ?? NaN), number(values[index] ?? NaN), null]
        : [null, null, null],
    ),
  );
  const heads = all.flatMap(([name]) => [text(name, 'head'), null, null]);
  return { name: sheet, rows: [[], [], heads, ...rows], widths: [], frozen: { rows: 3, columns: 0 } };
}

function noTable(name: string): never {
  throw new Error(`there is no table "${name}"`);
}
