import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unwrap } from '@daero/domain/result';
import { evaluateEconomicModel, readEconomicModel } from '@daero/economics/model/economic-model';
import { withScenario } from '@daero/economics/model/scenario';
import { workbookOf } from '@daero/economics/spreadsheet/workbook-of';
import { writeWorkbook } from '@daero/xlsx/write-workbook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lacks, root } from './requires.ts';

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

/** Every sheet as CSV, with every digit that LibreOffice has. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const files = [
  'sick-sicker/model.ts',
  'sick-sicker-age/model.ts',
  'sick-sicker-residence/model.ts',
  'sick-sicker-monthly/model.ts',
  'hiv-combination/model.ts',
  'sumatriptan/model.yaml',
  'test-then-act/model.yaml',
  'ai-reader/model.yaml',
  'ai-screening/model.yaml',
];

async function modelOf(file: string): Promise<unknown> {
  const path = join(root, 'examples/economics', file);
  if (file.endsWith('.yaml')) return parse(await readFile(path, 'utf8'));
  const { default: model }: { readonly default: unknown } = await import(pathToFileURL(path).href);
  return model;
}

/** The cells of a CSV whose texts may hold commas and quotes, but no line breaks. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

describe.skipIf(lacks('LibreOffice', office !== undefined))(
  'LibreOffice computes what the engine did',
  () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'daero-office-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test.each(files)(
      '%s',
      async (file) => {
        const read = unwrap(readEconomicModel(await modelOf(file)));
        const model = withScenario(read, { set: new Map(), draws: 100, stated: null });
        const output = unwrap(evaluateEconomicModel(model, {}));
        const workbook = unwrap(workbookOf(model, {}, 'en', output));
        const name = file.replace(/\/.*/, '');
        await writeFile(join(folder, `${name}.xlsx`), await writeWorkbook(workbook));
        await promisify(execFile)(
          office ?? '',
          [
            ...['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`],
            ...['--convert-to', everySheet, '--outdir', folder, join(folder, `${name}.xlsx`)],
          ],
          { timeout: 120_000 },
        );
        const lines = (await readFile(join(folder, `${name}-Results.csv`), 'utf8')).split('\n').map(cellsOf);
        expect(output.strategies.length).toBeGreaterThan(1);
        for (const strategy of output.strategies) {
          const row = lines.find((cells) => cells[1] === strategy.name && cells.length > 10) ?? [];
          const [cost, effect] = [Number(row[2]), Number(row[3])];
          expect(Math.abs(cost - strategy.cost)).toBeLessThanOrEqual(1e-9 * Math.abs(strategy.cost));
          expect(Math.abs(effect - strategy.qaly)).toBeLessThanOrEqual(1e-9 * Math.abs(strategy.qaly));
          const status = {
            frontier: 'frontier',
            dominated: 'dominated',
            'extendedly-dominated': 'extendedly dominated',
          };
          expect(row[8]).toBe(status[strategy.status]);
          const step = strategy.step?.icer ?? null;
          if (step === null) expect(row[9]).toBe('');
          else expect(Math.abs(Number(row[9]) / step - 1)).toBeLessThanOrEqual(1e-9);
        }
      },
      180_000,
    );
  },
);
