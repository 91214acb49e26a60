import { type LookupTable } from '@daero/domain/expression/functions';
import { fail, succeed, type Result } from '@daero/domain/result';
import { readTornado, readValueSets, readWillingness, type AnalysesFault } from '../model/analyses.ts';
import { placesInOrder, type CircularFault } from '../model/definition-order.ts';
import { readFile, type FileFault } from '../model/file.ts';
import { readParameters, type ParametersFault } from '../model/parameters.ts';
import { below, type Path } from '../model/place.ts';
import { readStrategies, referenceOf, type StrategyFault } from '../model/strategies.ts';
import { noDimension, readUnit, type Dimension, type Units } from '../model/unit.ts';
import { withJointMargins } from '../uncertainty/joint-margins.ts';
import { marginIn, readJoint, type JointFault } from '../uncertainty/joint.ts';
import { checkUnits, type CohortUnitFault } from './check-units.ts';
import { readStart, type HandOverFault } from './hand-over.ts';
import { readConventions, type ConventionFault } from './conventions.ts';
import { cohortModelForm, type CohortModelForm } from './model-form.ts';
import { type CohortModel, type CohortStrategy } from './model.ts';
import { readStructure, type StructureFault } from './structure.ts';

export type CohortModelFault =
  | FileFault
  | AnalysesFault
  | ParametersFault
  | CircularFault
  | StructureFault
  | ConventionFault
  | CohortUnitFault
  | HandOverFault
  | JointFault
  | {
      readonly kind: 'table-keys';
      readonly path: Path;
      readonly name: string;
      readonly keys: number;
      readonly values: number;
    }
  | StrategyFault
  | {
      readonly kind: 'cohort-too-large';
      readonly path: Path;
      readonly strategies: number;
      readonly copies: number;
      readonly cycles: number;
      readonly draws: number;
      readonly cells: number;
      readonly limit: number;
    };

/** A model of this size would run for minutes; ten thousand draws of four strategies with four states over 75 years are 1.2 percent of it. */
export const cellLimit = 1e9;

/**
 * A cohort model from the data of its file.
 *
 * Is this text a model at all? Names, units, kinds and conventions are checked here, once, with the place in the file (a JSON
 * pointer). Definitions may stand in any order. It is data: nothing in it runs.
 *
 * Takes    json: what JSON.parse, a YAML reader or `cohortModel` gives
 * Gives    the model; `model.file` written out as JSON reads back to the same model
 * Fails    the kinds of CohortModelFault: the first trouble in the order form, tables, parameters, structure, units, conventions, strategies, tree, analyses
 * Cost     O(size of the file)
 * Source   CHEERS 2022 (Husereau et al.), items 6 to 12 and 19 to 21; Siebert et al. (2012), ISPOR-SMDM good practices 3
 * Checked  cohort/read.test.ts, one case a fault
 */
export function readCohortModel(json: unknown): Result<CohortModel, CohortModelFault> {
  const file = readFile(cohortModelForm, json);
  if (!file.ok) return file;
  const form = file.value;
  const { currency, priceYear, analyses } = form;
  const tables = readTables(form.tables);
  if (!tables.ok) return tables;
  const order = placesInOrder(form.parameters);
  if (!order.ok) return order;
  const own = ownUnits(form);
  const tableUnits = unitsOfTables(form.tables, currency);
  if (!tableUnits.ok) return tableUnits;
  const scope = { currency, priceYear, own, tables: tables.value, tableUnits: tableUnits.value };
  const ordered = readParameters(withJointMargins(form.parameters, form.joint), scope, order.value);
  if (!ordered.ok) return ordered;
  const parameters = form.parameters.flatMap(({ name }) => ordered.value.filter((one) => one.name === name));

  const joint = readJoint(form.joint, marginIn(parameters));
  if (!joint.ok) return joint;
  const known = { names: [...own.keys(), ...parameters.map(({ name }) => name)], tables: tables.value };
  const structure = readStructure(structureOf(form), '', known);
  if (!structure.ok) return structure;
  const unsound = checkUnits(structure.value, form.rewards, { ...scope, earlier: parameters });
  if (unsound !== null) return fail(unsound);
  const conventions = readConventions(form.conventions, known);
  if (!conventions.ok) return conventions;
  const read = readStrategies(form, { ...scope, earlier: parameters });
  if (!read.ok) return read;
  const strategies = read.value.map((strategy, index): CohortStrategy => ({
    ...strategy,
    choose: new Map(Object.entries(form.strategies[index]?.choose ?? {})),
  }));
  const reference = referenceOf(strategies, form.reference);
  if (!reference.ok) return reference;
  const start = readStart(form, {
    ...{ parameters, currency, strategies },
    states: form.states.map(({ name }) => name),
  });
  if (!start.ok) return start;
  const large = sizeFault(form, conventions.value.clock.cycles);
  if (large !== null) return fail(large);
  const willingness = readWillingness(analyses.willingness);
  if (!willingness.ok) return willingness;
  const sets = readValueSets(analyses, parameters);
  if (!sets.ok) return sets;
  const tornado = readTornado(analyses.tornado, parameters);
  if (!tornado.ok) return tornado;
  return succeed({
    ...{ title: form.title, currency, priceYear, perspective: form.perspective },
    ...{ conventions: conventions.value, startingAge: form.startingAge ?? null },
    ...{ parameters, order: ordered.value.map(({ name }) => name), joint: joint.value, tables: tables.value },
    ...{ structure: structure.value, start: start.value, stateLabels: form.states.map(({ label }) => label) },
    rewardKinds: form.rewards.map(({ counts }) => counts),
    ...{ strategies, reference: reference.value, probabilistic: analyses.probabilistic },
    ...{ tornado: tornado.value, sets: sets.value, willingness: willingness.value, file: form },
  });
}

/** Names that the structure gives, with their units: the cycle's number and length, the cycles spent in a state, the age. */
const ownUnits = ({ startingAge }: CohortModelForm): Units =>
  new Map<string, Dimension>([
    ['t', noDimension],
    ['k', noDimension],
    ['cycle', { ...noDimension, year: 1 }],
    ...(startingAge === undefined ? [] : [['age', { ...noDimension, year: 1 }] as const]),
  ]);

function readTables(
  forms: CohortModelForm['tables'],
): Result<ReadonlyMap<string, LookupTable>, CohortModelFault> {
  const tables = new Map<string, LookupTable>();
  for (const [index, { name, lookup, keys, values }] of forms.entries()) {
    const path = below('/tables', index);
    if (tables.has(name)) return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    const rising = keys.every((key, place) => place === 0 || key > (keys[place - 1] ?? NaN));
    if (!rising || keys.length !== values.length)
      return fail({ kind: 'table-keys', path, name, keys: keys.length, values: values.length });
    tables.set(name, { rule: lookup, keys: Float64Array.from(keys), values: Float64Array.from(values) });
  }
  return succeed(tables);
}

function unitsOfTables(forms: CohortModelForm['tables'], currency: string): Result<Units, CohortModelFault> {
  const units = new Map<string, Dimension>();
  for (const [index, { name, unit }] of forms.entries()) {
    const dimension = unit === undefined ? noDimension : readUnit(unit, currency);
    const path = below('/tables', index, 'unit');
    if (dimension === null) return fail({ kind: 'parameter-unit-unknown', path, name, unit: unit ?? '' });
    units.set(name, dimension);
  }
  return succeed(units);
}

function structureOf({
  states,
  initial,
  entries,
  transitions,
  rewards,
}: CohortModelForm): Parameters<typeof readStructure>[0] {
  return {
    states: states.map(({ name, tunnels }) => ({ name, tunnels })),
    ...{ initial: initial ?? {}, entries, transitions },
    rewards: rewards.map(({ name, states: values, per, transitions: passages }) => ({
      name,
      states: values,
      per,
      transitions: passages,
    })),
  };
}

function sizeFault(
  { strategies, states, analyses }: CohortModelForm,
  cycles: number,
): CohortModelFault | null {
  const copies = states.reduce((sum, { tunnels }) => sum + tunnels, 0);
  const { draws } = analyses.probabilistic;
  const cells = strategies.length * copies * cycles * draws;
  if (cells < cellLimit) return null;
  const about = { strategies: strategies.length, copies, cycles, draws, cells, limit: cellLimit };
  return { kind: 'cohort-too-large', path: '/states', ...about };
}
