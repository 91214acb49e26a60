import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Shape } from '@daero/domain/shape';
import { languages } from '@daero/domain/text';
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
  type EconomicOutput,
} from '@daero/economics/model/economic-model';
import { furtherResults } from '@daero/economics/analyses/further-results';
import { researchOf } from '@daero/economics/analyses/research';
import { economicReport } from '@daero/economics/report/economic-report';
import { reportHtml } from '@daero/economics/report/report-html';
import type { StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import { drawOnThreads } from '@daero/server/economics/draw-on-threads';
import { drawnModel } from '@daero/server/economics/draws-asked';
import { figureDrawer } from '@daero/server/economics/draw-figure';
import { workbookOf } from '@daero/economics/spreadsheet/workbook-of';
import { writeWorkbook } from '@daero/xlsx/write-workbook';
import { progressLine } from '../progress.ts';
import { readModelFile } from '../read-model.ts';
import { failed, language, print, printError, type Command } from '../terminal.ts';
import { modelLabel, tellModel, tellShape, tellWritten, toldModel } from './model-words.ts';
import { tellFurther } from './further-words.ts';
import { tellValueSets } from './value-set-words.ts';

type Options = {
  readonly json: boolean;
  readonly xlsx: string | undefined;
  readonly report: string | undefined;
  readonly draws: string | undefined;
  readonly seed: string | undefined;
  readonly workers: string | undefined;
};

/** daero model <file.ts|json|yaml> [--draws n] [--seed n] [--workers n] [--xlsx out.xlsx] [--report folder] [--json] */
export const modelCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      draws: { type: 'string' },
      seed: { type: 'string' },
      workers: { type: 'string' },
      xlsx: { type: 'string' },
      report: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    printError({
      ko: 'daero model <모형.ts|json|yaml> [--draws 수] [--seed 수] [--workers 수] [--xlsx 파일.xlsx] [--report 폴더] [--json]',
      en: 'daero model <model.ts|json|yaml> [--draws n] [--seed n] [--workers n] [--xlsx out.xlsx] [--report folder] [--json]',
    });
    return 2;
  }
  const options: Options = {
    ...{ xlsx: values.xlsx, report: values.report, json: values.json },
    ...{ draws: values.draws, seed: values.seed, workers: values.workers },
  };
  const json = await readModelFile(file);
  const run = json.ok ? await runFile(json.value, options) : json;
  return run.ok ? 0 : failed(run.fault, values.json);
};

/** What its `kind` says the file is. */
async function runFile(json: unknown, options: Options): Promise<Result<null, Fault>> {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
  if (kind === 'budget-impact' || kind === 'hospital-case') {
    const [unfit] = (['xlsx', 'report', 'draws', 'seed', 'workers'] as const).filter(
      (name) => options[name] !== undefined,
    );
    if (unfit !== undefined)
      return fail({ kind: 'model-option-not-for-kind', found: kind, option: `--${unfit}` });
    return kind === 'budget-impact' ? runBudget(json, options) : runHospitalCase(json, options);
  }
  const read = readEconomicModel(json);
  if (!read.ok) return read;
  const asked = withDraws(json, read.value, options);
  return asked.ok ? runModel(asked.value, json, options) : asked;
}

const fewForThreads = 20_000; // below this starting threads takes longer than they save

/** The draws of a large cohort analysis, on threads; null where one thread is as good. Ctrl-C stops them. */
async function drawnOnThreads(
  { structure, model }: EconomicModel,
  json: unknown,
  options: Options,
): Promise<Result<readonly StrategyDraws[] | null>> {
  const { draws, seed } = model.probabilistic;
  const workers = wholeNumber('--workers', options.workers, availableParallelism(), [1, 64]);
  if (!workers.ok) return workers;
  if (structure !== 'cohort' || (draws < fewForThreads && options.workers === undefined))
    return succeed(null);
  const line = progressLine(options.json);
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  process.once('SIGINT', cancel);
  const drawn = await drawOnThreads(
    { model: json, estimates: {}, draws, seed },
    {
      workers: workers.value,
      progress: (done, total) => line.step({ node: 'PSA', done, total }),
      signal: stop.signal,
    },
  );
  process.removeListener('SIGINT', cancel);
  line.end();
  return drawn;
}

/** Read once more with other draws, where they are asked for. */
function withDraws(
  json: unknown,
  read: EconomicModel,
  { draws, seed }: Options,
): Result<EconomicModel, Fault> {
  const { probabilistic } = read.model;
  const count = wholeNumber('--draws', draws, probabilistic.draws, [100, 1_000_000]);
  if (!count.ok) return count;
  const start = wholeNumber('--seed', seed, probabilistic.seed, [0, Number.MAX_SAFE_INTEGER]);
  if (!start.ok) return start;
  return drawnModel({ model: json, draws: count.value, seed: start.value });
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

async function runModel(model: EconomicModel, json: unknown, options: Options): Promise<Result<null, Fault>> {
  const [bound] = bindings(model.model);
  if (bound !== undefined) return fail({ kind: 'model-needs-its-chain', estimate: bound });
  const drawn = await drawnOnThreads(model, json, options);
  if (!drawn.ok) return drawn;
  const output = evaluateEconomicModel(model, {}, drawn.value ?? undefined);
  if (!output.ok) return output;
  const written = await writeAll(model, output.value, options);
  if (!written.ok) return written;
  const further = furtherResults(model, {});
  if (!further.ok) return further;
  const research = researchOf(model, {});
  if (!research.ok) return research;
  if (options.json) {
    const told = { ...toldModel(model, output.value), ...further.value, research: research.value };
    print(JSON.stringify({ ...told, written: written.value }));
    return succeed(null);
  }
  tellModel(model, output.value);
  tellValueSets(model, further.value);
  tellFurther(model, further.value, research.value);
  tellWritten(written.value);
  return succeed(null);
}

/** The workbook, and the report in both languages, where they were asked for; the files that were written. */
async function writeAll(
  model: EconomicModel,
  output: EconomicOutput,
  { xlsx, report }: Options,
): Promise<Result<readonly string[], Fault>> {
  const files: { readonly path: string; readonly bytes: Uint8Array | string }[] = [];
  if (xlsx !== undefined) {
    const workbook = workbookOf(model, {}, language, output);
    if (!workbook.ok) return workbook;
    files.push({ path: xlsx, bytes: await writeWorkbook(workbook.value) });
  }
  if (report !== undefined) {
    const made = economicReport(model, {}, { output });
    if (!made.ok) return made;
    const frame = { draw: await figureDrawer(), ribbon: modelLabel, about: [] };
    for (const each of languages)
      files.push({ path: join(report, `report-${each}.html`), bytes: reportHtml(made.value, each, frame) });
  }
  for (const { path, bytes } of files) {
    const saved = await save(path, bytes, report);
    if (!saved.ok) return saved;
  }
  return succeed(files.map(({ path }) => path));
}

async function save(
  path: string,
  bytes: Uint8Array | string,
  folder: string | undefined,
): Promise<Result<null, Fault>> {
  try {
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    await writeFile(path, bytes);
    return succeed(null);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return fail({ kind: 'model-output-unwritable', path, problem });
  }
}

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
