import { tmpdir } from 'node:os';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { QualityCheck, QualityPlan } from '@daero/registry/quality/checks';
import {
  judge,
  type Evaluation,
  type QualityReport,
  type QualityResult,
} from '@daero/registry/quality/report';
import type { SnapshotHead } from '@daero/registry/snapshot/canonical-text';
import type { SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { allRows } from './read-rows.ts';
import { compileCheck, type QualitySource } from './quality-sql.ts';
import { withSession } from './session.ts';

/** A snapshot as the checks see it. */
export type AssessedSource = { readonly file: string; readonly columns: SnapshotHead['columns'] };

/** Evaluates every check of a plan on the snapshots of its sources. A check that cannot be done is a result too: `error`. */
export async function assessQuality(
  sources: Readonly<Record<string, AssessedSource>>,
  plan: QualityPlan,
  cancel?: AbortSignal,
): Promise<QualityReport> {
  return withSession(
    tmpdir(),
    async (connection) => {
      const results: QualityResult[] = [];
      for (const check of plan.checks) {
        results.push(
          judge(check, await evaluate(connection, check, new Map(Object.entries(sources))), plan.waivers),
        );
      }
      return { results };
    },
    { cancel },
  );
}

async function evaluate(
  connection: DuckDBConnection,
  check: QualityCheck,
  sources: ReadonlyMap<string, AssessedSource>,
): Promise<Evaluation> {
  const trouble = (fault: SnapshotFault): Evaluation => ({ counts: [], rows: [], trouble: fault });
  for (const { source, column } of asked(check)) {
    const found = sources.get(source);
    if (found === undefined) return trouble({ kind: 'snapshot-not-found', file: source });
    const known = found.columns.map(({ name }) => name);
    if (column !== null && !known.includes(column)) {
      return trouble({ kind: 'snapshot-column-missing', file: source, column, known });
    }
  }
  const described = new Map([...sources].map(([name, source]) => [name, describe(source)]));
  const source = described.get(check.source);
  if (source === undefined) return trouble({ kind: 'snapshot-not-found', file: check.source });
  try {
    const { sql, bound } = compileCheck(check, source, described);
    const answers = await allRows(connection, sql, bound);
    const counts = answers.map(([group, denominator, failing, setAside]) => ({
      group: group === null ? null : String(group),
      denominator: Number(denominator),
      failing: Number(failing),
      setAside: Number(setAside),
    }));
    const rows = answers.flatMap((answer) => (Array.isArray(answer[4]) ? answer[4].map(Number) : []));
    const evaluation = { counts, rows: rows.sort((a, b) => a - b).slice(0, 20), trouble: null };
    return check.check === 'type' ? ofKind(check, sources.get(check.source), evaluation) : evaluation;
  } catch (caught) {
    const reason = caught instanceof Error ? (caught.message.split(/[:\n]/)[0] ?? 'unknown') : 'unknown';
    return trouble({ kind: 'snapshot-engine', file: check.source, reason });
  }
}

const describe = ({ file, columns }: AssessedSource): QualitySource => ({
  file,
  subject: columns.find(({ role }) => role === 'subject')?.name ?? null,
});

/** Every cell of a column has the kind of the column, or the snapshot would not be: so all of them are right, or none is. */
function ofKind(
  check: Extract<QualityCheck, { check: 'type' }>,
  source: AssessedSource | undefined,
  evaluation: Evaluation,
): Evaluation {
  const kind = source?.columns.find(({ name }) => name === check.column)?.kind;
  const fits = kind === check.kind || (check.kind === 'number' && kind === 'integer');
  if (fits) return evaluation;
  return {
    ...evaluation,
    counts: evaluation.counts.map((count) => ({ ...count, failing: count.denominator })),
  };
}

/** The columns a check reads, so that a missing one is named before anything runs. */
function asked(check: QualityCheck): readonly { readonly source: string; readonly column: string | null }[] {
  const own = [...Object.keys(check.where), ...columnsOf(check)].map((column) => ({
    source: check.source,
    column,
  }));
  const other = check.check === 'reference' ? [check.to] : [];
  return [{ source: check.source, column: null }, ...own, ...other];
}

function columnsOf(check: QualityCheck): readonly string[] {
  const by =
    'by' in check && check.by !== undefined
      ? typeof check.by === 'string'
        ? [check.by]
        : ['item', 'value']
      : [];
  switch (check.check) {
    case 'key':
    case 'unique':
      return check.columns;
    case 'item-present':
      return ['item', 'value', ...by];
    case 'order':
      return [check.earlier, check.later];
    default:
      return [check.column, ...by];
  }
}
