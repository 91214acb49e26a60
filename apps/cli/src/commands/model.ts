import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Shape } from '@daero/domain/shape';
import { budgetImpact } from '@daero/economics/budget-impact/budget-impact';
import { readBudgetImpact } from '@daero/economics/budget-impact/read';
import { budgetImpactShape } from '@daero/economics/budget-impact/shape';
import { hospitalCase, readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import { cashFlowShape } from '@daero/economics/hospital-case/shape';
import { bindings } from '@daero/economics/decision-tree/model';
import {
  evaluateEconomicModel,
  readEconomicModel,
  type EconomicModel,
} from '@daero/economics/model/economic-model';
import { withScenario } from '@daero/economics/model/scenario';
import { workbookOf } from '@daero/economics/spreadsheet/workbook-of';
import { writeWorkbook } from '@daero/xlsx/write-workbook';
import { readModelFile } from '../read-model.ts';
import { failed, language, print, printError, type Command } from '../terminal.ts';
import { modelLabel, tellModel, tellShape, toldModel } from './model-words.ts';

type Options = {
  readonly json: boolean;
  readonly xlsx: string | undefined;
  readonly draws: string | undefined;
  readonly seed: string | undefined;
};

/** daero model <file.ts|json|yaml> [--draws n] [--seed n] [--xlsx out.xlsx] [--json] */
export const modelCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      draws: { type: 'string' },
      seed: { type: 'string' },
      xlsx: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    printError({
      ko: 'daero model <모형.ts|json|yaml> [--draws 수] [--seed 수] [--xlsx 파일.xlsx] [--json]',
      en: 'daero model <model.ts|json|yaml> [--draws n] [--seed n] [--xlsx out.xlsx] [--json]',
    });
    return 2;
  }
  const options: Options = { xlsx: values.xlsx, draws: values.draws, seed: values.seed, json: values.json };
  const json = await readModelFile(file);
  const run = json.ok ? await runFile(json.value, options) : json;
  return run.ok ? 0 : failed(run.fault, values.json);
};

/** What its `kind` says the file is. */
async function runFile(json: unknown, options: Options): Promise<Result<null, Fault>> {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
  if (kind === 'budget-impact' || kind === 'hospital-case') {
    const [unfit] = (['xlsx', 'draws', 'seed'] as const).filter((name) => options[name] !== undefined);
    if (unfit !== undefined)
      return fail({ kind: 'model-option-not-for-kind', found: kind, option: `--${unfit}` });
    return kind === 'budget-impact' ? runBudget(json, options) : runHospitalCase(json, options);
  }
  const read = readEconomicModel(json);
  if (!read.ok) return read;
  const asked = withDraws(read.value, options);
  return asked.ok ? runModel(asked.value, options) : asked;
}

function withDraws(read: EconomicModel, { draws, seed }: Options): Result<EconomicModel, Fault> {
  const { probabilistic } = read.model;
  const count = wholeNumber('--draws', draws, probabilistic.draws, [100, 1_000_000]);
  if (!count.ok) return count;
  const start = wholeNumber('--seed', seed, probabilistic.seed, [0, Number.MAX_SAFE_INTEGER]);
  if (!start.ok) return start;
  const model = withScenario(read, { set: new Map(), draws: count.value, stated: null });
  const drawn = { draws: count.value, seed: start.value };
  return succeed(
    model.structure === 'cohort'
      ? { structure: 'cohort', model: { ...model.model, probabilistic: drawn } }
      : { structure: 'decision-tree', model: { ...model.model, probabilistic: drawn } },
  );
}

function wholeNumber(
  option: string,
  written: string | undefined,
  otherwise: number,
  [low, high]: readonly [number, number],
): Result<number, Fault> {
  if (written === undefined) return succeed(otherwise);
  const value = /^\d+$/.test(written) ? Number(written) : NaN;
  if (value >= low && value <= high) return succeed(value);
  const fault = { kind: 'model-draws-wrong', option, low, high, found: written } as const;
  return fail(fault);
}

async function runModel(model: EconomicModel, { json, xlsx }: Options): Promise<Result<null, Fault>> {
  const [bound] = bindings(model.model);
  if (bound !== undefined) return fail({ kind: 'model-needs-its-chain', estimate: bound });
  const output = evaluateEconomicModel(model, {});
  if (!output.ok) return output;
  if (xlsx !== undefined) {
    const workbook = workbookOf(model, {}, language, output.value);
    if (!workbook.ok) return workbook;
    const written = await writeWorkbook(workbook.value).then((bytes) => save(xlsx, bytes));
    if (!written.ok) return written;
  }
  if (json) print(JSON.stringify(toldModel(model, output.value, xlsx ?? null)));
  else tellModel(model, output.value, xlsx ?? null);
  return succeed(null);
}

const save = (path: string, bytes: Uint8Array): Promise<Result<null, Fault>> =>
  writeFile(path, bytes).then(
    () => succeed(null),
    (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      return fail({ kind: 'model-output-unwritable', path, problem });
    },
  );

function runBudget(json: unknown, options: Options): Result<null, Fault> {
  const file = readBudgetImpact(json);
  if (!file.ok) return file;
  return tellEither(options, budgetImpact(file.value), budgetImpactShape(file.value));
}

function runHospitalCase(json: unknown, options: Options): Result<null, Fault> {
  const file = readHospitalCase(json);
  if (!file.ok) return file;
  return tellEither(options, hospitalCase(file.value), cashFlowShape(file.value));
}

function tellEither({ json }: Options, result: unknown, shape: Shape): Result<null, Fault> {
  if (json) print(JSON.stringify({ ok: true, chain: false, label: modelLabel, result }));
  else tellShape(shape);
  return succeed(null);
}
