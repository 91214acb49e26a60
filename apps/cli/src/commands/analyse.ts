import { parseArgs } from 'node:util';
import type { Estimate, Warning } from '@daero/domain/estimate';
import { printEstimate } from '@daero/domain/format/estimate';
import type { AnalysisOutput } from '@daero/domain/method';
import type { Text } from '@daero/domain/text';
import { speakWarning } from '@daero/domain/words/speak';
import { runOnce } from '@daero/evidence/design/run-once';
import { methods } from '@daero/evidence/methods';
import { readCsv } from '../read-csv.ts';
import { failed, language, print, printError, tableText, type Command } from '../terminal.ts';

const label: Text = {
  ko: '계획 없이 한 번 실행한 것입니다. 사슬에 아무것도 들어가지 않으며, 근거로 쓸 수 없습니다.',
  en: 'Run once, without a plan: nothing enters a chain, and it is evidence of nothing.',
};

/** daero analyse <method> --data file.csv --columns role=name,... [--settings '{}'] [--json] */
export const analyseCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      columns: { type: 'string', default: '' },
      settings: { type: 'string', default: '{}' },
      json: { type: 'boolean', default: false },
    },
  });
  const columns = pairsOf(values.columns);
  const settings = jsonOf(values.settings);
  if (
    positionals[0] === undefined ||
    values.data === undefined ||
    columns === null ||
    settings === undefined
  ) {
    printError({
      ko: "daero analyse <방법> --data 파일.csv --columns 역할=열,... [--settings '{...}']",
      en: "daero analyse <method> --data file.csv --columns role=name,... [--settings '{...}']",
    });
    return 2;
  }
  const cells = await readCsv(values.data);
  if (!cells.ok) return failed(cells.fault, values.json);
  const found = runOnce(methods, { method: positionals[0], columns, settings }, cells.value);
  if (!found.ok) return failed(found.fault, values.json);
  if (values.json) print(JSON.stringify(told(found.value, cells.value.rows.length)));
  else tell(found.value, cells.value.rows.length);
  return 0;
};

/** `truth=died,score=news` as a record; null where a part is no pair. */
function pairsOf(text: string): Readonly<Record<string, string>> | null {
  const pairs = text === '' ? [] : text.split(',').map((part) => part.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(''))) return null;
  return Object.fromEntries(pairs.map(([role = '', name = '']) => [role.trim(), name.trim()]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Estimates alone: plots hold points, and a point may be a person. */
const told = ({ estimates, warnings }: AnalysisOutput, rows: number): unknown => ({
  ok: true,
  chain: false,
  label,
  rows,
  estimates,
  warnings: warnings.map(spoken),
});
const spoken = (warning: Warning): unknown => ({
  ...warning,
  ko: speakWarning(warning, 'ko'),
  en: speakWarning(warning, 'en'),
});

function tell({ estimates, warnings }: AnalysisOutput, rows: number): void {
  print(label);
  print({ ko: `행 ${rows}개\n`, en: `${rows} rows\n` });
  print(
    tableText(
      Object.entries(estimates).map(([name, estimate]) => [
        name,
        printed(estimate),
        estimate.method[language],
      ]),
    ),
  );
  const all = [...warnings, ...Object.values(estimates).flatMap((estimate) => estimate.warnings)];
  for (const text of new Set(all.map((warning) => speakWarning(warning, language)))) print(`! ${text}`);
  print('');
  for (const source of new Set(Object.values(estimates).map((estimate) => estimate.source))) print(source);
}

function printed(estimate: Estimate): string {
  const { value, interval } = printEstimate(estimate, language);
  const level = Math.round(estimate.level * 1000) / 10;
  return interval === null ? value : `${value} (${level}% ${interval})`;
}
