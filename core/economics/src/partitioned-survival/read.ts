import { nearest } from '@daero/domain/expression/nearest';
import { fail, succeed, type Result } from '@daero/domain/result';
import { readConventions, type ConventionFault } from '../cohort/conventions.ts';
import { readParts, type PartsFault } from '../evaluation/read-parts.ts';
import { readWorth, unitOfOutcome, type WorthFault } from '../evaluation/read-worth.ts';
import { readFile, type FileFault } from '../model/file.ts';
import { type ParameterScope } from '../model/parameter.ts';
import { below, each, type Path } from '../model/place.ts';
import { noDimension, type Dimension } from '../model/unit.ts';
import { type Background } from '../survival/background-mortality.ts';
import { missingAge, type TimeScope } from '../survival/time-of-file.ts';
import { readTimes, type TimeByStrategyFault } from '../survival/time-by-strategy.ts';
import { type FileReward, type PartitionedFile } from './file-model.ts';
import { partitionedModelForm, type PartitionedModelForm } from './model-form.ts';

type At = { readonly path: Path };
export type PartitionedModelFault =
  | FileFault
  | PartsFault
  | ConventionFault
  | TimeByStrategyFault
  | WorthFault
  | ({ readonly kind: 'model-name-twice'; readonly name: string } & At)
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({
      readonly kind: 'cohort-state-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At)
  | ({ readonly kind: 'curves-and-states'; readonly curves: number; readonly states: number } & At)
  | ({
      readonly kind: 'curves-too-large';
      readonly strategies: number;
      readonly curves: number;
      readonly cycles: number;
      readonly draws: number;
      readonly cells: number;
      readonly limit: number;
    } & At);

const cellLimit = 1e9;

/**
 * A partitioned survival model from the data of its file.
 *
 * Is this text a model at all? Curves, units, kinds and conventions are checked here, once, with the place in the file (a JSON pointer).
 *
 * Takes    json: what JSON.parse or a YAML reader gives
 * Gives    the model; `model.file` written out as JSON reads back to the same model
 * Fails    the kinds of PartitionedModelFault: the first trouble in the order form, parameters, conventions, states, curves, rewards
 * Cost     O(size of the file)
 * Source   Woods, Sideris, Palmer et al. (2017), NICE DSU Technical Support Document 19; CHEERS 2022, items 6 to 12 and 19 to 21
 * Checked  partitioned-survival/file-model.test.ts, one case a fault
 */
export function readPartitionedModel(json: unknown): Result<PartitionedFile, PartitionedModelFault> {
  const file = readFile(partitionedModelForm, json);
  if (!file.ok) return file;
  const form = file.value;
  const { title, currency, priceYear, perspective } = form;
  const read = readParts(form);
  if (!read.ok) return read;
  const { fits, ...parts } = read.value;
  const names = parts.parameters.map(({ name }) => name);
  const conventions = readConventions(form.conventions, { names, tables: new Map() });
  if (!conventions.ok) return conventions;
  const { clock, horizonYears } = conventions.value;

  const unsound = statesFault(form) ?? sizeFault(form, clock.cycles);
  if (unsound !== null) return fail(unsound);
  const scope = { earlier: parts.parameters, currency, priceYear };
  const curves = readCurves(form, { ...scope, fits, horizonYears });
  if (!curves.ok) return curves;
  const background = readBackground(form, horizonYears);
  if (!background.ok) return background;
  const rewards = readRewards(form, clock.cycleYears, scope);
  if (!rewards.ok) return rewards;
  return succeed({
    ...parts,
    ...{ title, currency, priceYear, perspective, conventions: conventions.value },
    ...{ startingAge: form.startingAge ?? null, background: background.value, curves: curves.value },
    ...{ states: form.states, rewards: rewards.value, file: form },
  });
}

function statesFault({ states, curves }: PartitionedModelForm): PartitionedModelFault | null {
  for (const [place, list] of [
    ['/states', states],
    ['/curves', curves],
  ] as const) {
    const twice = list.findIndex(({ name }, index) => list.findIndex((one) => one.name === name) < index);
    if (twice >= 0)
      return { kind: 'model-name-twice', path: below(place, twice, 'name'), name: list[twice]?.name ?? '' };
  }
  return states.length === curves.length + 1
    ? null
    : { kind: 'curves-and-states', path: '/states', curves: curves.length, states: states.length };
}

function sizeFault(
  { strategies, curves, analyses }: PartitionedModelForm,
  cycles: number,
): PartitionedModelFault | null {
  const { draws } = analyses.probabilistic;
  const cells = strategies.length * curves.length * (cycles + 1) * draws;
  if (cells < cellLimit) return null;
  const about = { strategies: strategies.length, curves: curves.length, cycles, draws, cells };
  return { kind: 'curves-too-large', path: '/conventions/cycle', ...about, limit: cellLimit };
}

function readCurves(
  { curves, strategies }: PartitionedModelForm,
  scope: TimeScope,
): Result<PartitionedFile['curves'], PartitionedModelFault> {
  const about = { ...scope, strategies: strategies.map(({ name }) => name) };
  return each(curves, (curve, index): Result<PartitionedFile['curves'][number], PartitionedModelFault> => {
    const path = below('/curves', index);
    const times = readTimes(curve, path, about);
    return times.ok ? succeed({ name: curve.name, label: curve.label, ...times.value, path }) : times;
  });
}

function readBackground(
  { background, startingAge }: PartitionedModelForm,
  horizonYears: number,
): Result<Background | null, PartitionedModelFault> {
  if (background === undefined) return succeed(null);
  if (startingAge === undefined) return fail({ kind: 'model-field-missing', path: '/startingAge' });
  const { rule, firstAge, annualProbability } = background;
  const missing = missingAge(background, startingAge, horizonYears);
  if (missing !== null) return fail({ kind: 'life-table-missing-age', path: '/background', ...missing });
  return succeed({ rule, ageAtStart: startingAge, table: { firstAge, annualProbability } });
}

function readRewards(
  { rewards, states, startingAge }: PartitionedModelForm,
  cycleYears: number,
  scope: ParameterScope,
): Result<readonly FileReward[], PartitionedModelFault> {
  const years = { ...noDimension, year: 1 };
  const own = new Map<string, Dimension>([
    ['time', years],
    ...(startingAge === undefined ? [] : [['age', years] as const]),
  ]);
  const living = states.slice(0, -1).map(({ name }) => name);
  return each(rewards, (reward, index): Result<FileReward, PartitionedModelFault> => {
    const path = below('/rewards', index);
    const { name, counts, per } = reward;
    if (rewards.findIndex((one) => one.name === name) < index)
      return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    const whole = unitOfOutcome(counts, scope.currency);
    const stay = per === 'year' ? { ...whole, year: whole.year - 1 } : whole;
    const unknown = Object.keys(reward.states).find((state) => !living.includes(state));
    if (unknown !== undefined) {
      const place = below(path, 'states', unknown);
      return fail({
        kind: 'cohort-state-unknown',
        path: place,
        name: unknown,
        nearest: nearest(unknown, living),
      });
    }
    const values = each(living, (state): Result<FileReward['states'][number], PartitionedModelFault> => {
      const source = reward.states[state];
      if (source === undefined) return succeed(null);
      return readWorth(
        source,
        below(path, 'states', state),
        { ...scope, own },
        { outcome: name, takes: stay },
      );
    });
    if (!values.ok) return values;
    const once = (of: 'start' | 'death'): Result<FileReward['start'], PartitionedModelFault> => {
      const source = reward[of];
      return source === undefined
        ? succeed(null)
        : readWorth(source, below(path, of), scope, { outcome: name, takes: whole });
    };
    const start = once('start');
    if (!start.ok) return start;
    const death = once('death');
    if (!death.ok) return death;
    const scale = per === 'year' ? cycleYears : 1;
    return succeed({ name, counts, scale, states: values.value, start: start.value, death: death.value });
  });
}
