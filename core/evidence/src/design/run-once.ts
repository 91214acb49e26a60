import type { AnalysisOutput, Method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { numbers, table, texts, type Column } from '@daero/domain/table';
import { problemWords } from '../plan/problem-words.ts';

/** Rows from outside, as texts: an empty cell or NA is a missing value. */
export type Cells = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type Once = {
  readonly method: string;
  /** Which column plays which part. */
  readonly columns: Readonly<Record<string, string>>;
  readonly settings: unknown;
};

const isMissing = (cell: string): boolean => cell === '' || cell === 'NA';

/** One method on rows without a plan. Nothing of it enters a chain. */
export function runOnce(
  methods: ReadonlyMap<string, Method>,
  { method: name, columns, settings }: Once,
  cells: Cells,
): Result<AnalysisOutput, Fault> {
  const method = methods.get(name);
  if (method === undefined) {
    const fault = { kind: 'method-unknown', method: name, known: [...methods.keys()] } as const;
    return fail(fault);
  }
  const known = method.takes.map(({ role }) => role);
  const stranger = Object.keys(columns).find((role) => !known.includes(role));
  if (stranger !== undefined) return failed({ kind: 'role-unknown', method: name, role: stranger, known });
  const lacking = method.takes.find(({ role, optional }) => optional !== true && !(role in columns));
  if (lacking !== undefined) return failed({ kind: 'role-missing', method: name, role: lacking.role });
  const parsed = method.settings.safeParse(settings, { reportInput: true });
  if (!parsed.success) return failed(settingsFault(name, parsed.error));
  const roles: [string, Column][] = [];
  for (const { role, kind } of method.takes) {
    const column = columns[role];
    if (column === undefined) continue;
    const at = cells.columns.indexOf(column);
    if (at < 0) return failed({ kind: 'column-missing', column, known: cells.columns });
    const values = cells.rows.map((row) => row[at] ?? '');
    if (kind === 'label') roles.push([role, texts(values.map((cell) => (isMissing(cell) ? null : cell)))]);
    else {
      const read = values.map((cell) => (isMissing(cell) ? NaN : Number(cell)));
      const wrong = values.some((cell, row) => !isMissing(cell) && Number.isNaN(read[row]));
      if (wrong) return failed({ kind: 'column-not-numbers', column });
      roles.push([role, numbers(read)]);
    }
  }
  const found = method.run(table(roles), parsed.data);
  return found.ok ? succeed(found.value) : found;
}

const failed = <Trouble extends Fault>(fault: Trouble): Result<never, Trouble> => fail(fault);

function settingsFault(
  method: string,
  error: { readonly issues: readonly Parameters<typeof problemWords>[0][] },
): Fault {
  const [issue] = error.issues;
  if (issue === undefined) throw new Error('a failed parse without an issue');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const { ko, en } = problemWords(issue);
  const path = [...issue.path, ...unknown].map(String).join('.') || '(top)';
  const fault = { kind: 'settings-wrong', method, path, problemKo: ko, problemEn: en } as const;
  return fault;
}
