import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import type { StudyDesign } from '@daero/evidence/design/design';
import { designStudy } from '@daero/evidence/design/design-study';
import { checklistsOf } from '@daero/evidence/design/protocol';
import { studyPackage } from '@daero/evidence/design/study-package';
import { studyQuestion, type StudyQuestion } from '@daero/evidence/design/study-question';
import { checkForm, readDocument } from '@daero/evidence/plan/document';
import { failed, language, print, printError, tableText, type Command } from '../terminal.ts';

/** daero design <question.yaml|json> [--out folder] [--json] */
export const designCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) {
    printError({
      ko: '연구 질문의 파일을 적으십시오: daero design 질문.yaml',
      en: 'Name the file of the study question: daero design question.yaml',
    });
    return 2;
  }
  const question = await readQuestion(file);
  if (!question.ok) return failed(question.fault, values.json);
  const design = designStudy(question.value);
  if (!design.ok) return failed(design.fault, values.json);
  const written = values.out === undefined ? succeed([]) : await write(design.value, values.out);
  if (!written.ok) return failed(written.fault, values.json);
  if (values.json) print(JSON.stringify(told(design.value, written.value)));
  else tell(design.value, written.value);
  return 0;
};

async function readQuestion(file: string): Promise<Result<StudyQuestion, Fault>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    const fault = { kind: 'file-not-found', file } as const;
    return fail(fault);
  }
  const document = readDocument(basename(file), text); // JSON is YAML too
  return document.ok ? checkForm(document.value, studyQuestion) : document;
}

/** The plan, the protocol in both languages, and the sizes as a table. */
async function write(design: StudyDesign, folder: string): Promise<Result<readonly string[], Fault>> {
  const plan = join(folder, 'plan.yaml');
  const taken = await access(plan).then(
    () => true,
    () => false,
  );
  if (taken) {
    const fault = { kind: 'folder-has-plan', file: plan } as const;
    return fail(fault);
  }
  const made = studyPackage(design, isoDate(new Date().toISOString().slice(0, 10)));
  const files = [
    ['protocol-ko.html', made.protocol.ko.text],
    ['protocol-en.html', made.protocol.en.text],
    ['sizes.csv', sizesCsv(design)],
    ['plan.yaml', made.plan],
  ] as const;
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return succeed(files.map(([name]) => join(folder, name)));
}

const quoted = (cell: string | number): string =>
  /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

function sizesCsv({ steps }: StudyDesign): string {
  const head = [
    'step',
    'n',
    'design_effect',
    'needed',
    'recruited',
    'reads',
    'target',
    'reached',
    'formula',
    'source',
  ];
  const rows = steps.map((step) => [
    ...[step.id, step.n, step.effect, step.needed, step.recruited, step.reads, step.target, step.reached],
    ...[step.formula.en, step.source],
  ]);
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

const told = (design: StudyDesign, files: readonly string[]): unknown => {
  const { numbers, steps, hypotheses, analyses, notes } = design;
  const checklists = checklistsOf(design).map(({ id, counts }) => ({ id, ...counts }));
  return { ok: true, hypotheses, numbers, steps, analyses, notes, checklists, files };
};

function tell(design: StudyDesign, files: readonly string[]): void {
  print(design.title);
  for (const hypothesis of design.hypotheses) print(`  · ${hypothesis[language]}`);
  const rows = design.numbers.map(({ label, value, unit }) => [
    label[language],
    String(value),
    unit[language],
  ]);
  print(`\n${tableText(rows)}\n`);
  for (const { label, formula, source, reads, target } of design.steps) {
    const goal = reads === 'power' ? { ko: '검정력', en: 'power' } : { ko: '폭의 절반', en: 'half width' };
    print(`${label[language]}: ${formula[language]} · ${goal[language]} ${target}\n  ${source}`);
  }
  for (const note of design.notes) print(`! ${note[language]}`);
  for (const { title, counts } of checklistsOf(design)) {
    print({
      ko: `${title}: 채움 ${counts.filled} · 비어 있음 ${counts.open} · 연구 뒤 ${counts.later}`,
      en: `${title}: ${counts.filled} filled · ${counts.open} open · ${counts.later} after the study`,
    });
  }
  for (const file of files) print(file);
  if (files.length > 0) {
    print({
      ko: '열린 항목을 채운 뒤 자료를 열기 전에 잠그십시오: daero lock <폴더> --by 이름',
      en: 'Fill what is open, then lock before data are opened: daero lock <folder> --by name',
    });
  }
}
