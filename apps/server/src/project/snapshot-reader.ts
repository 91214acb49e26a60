import { fail, succeed, type Result } from '@daero/domain/result';
import { table, textColumn, type Table } from '@daero/domain/table';
import type { AssessedSource } from '@daero/duckdb/assess-quality';
import type { TableRequest } from '@daero/duckdb/read-table';
import type { SnapshotOutput, SnapshotReader } from '@daero/evidence/executors';
import { snapshotPath } from './intake.ts';

/** Reads snapshots from the folder of a build, or from the one a bundle was opened into. */
export function snapshotReader(out: string, facts: ReadonlyMap<string, SnapshotOutput>): SnapshotReader {
  const factsOf = (content: string): Result<SnapshotOutput> => {
    const found = facts.get(content);
    return found === undefined
      ? fail({ kind: 'snapshot-not-found', file: `${content}.parquet` })
      : succeed(found);
  };
  // The engine is loaded when something is read: a build in which nothing changed reads nothing.
  // A name that is not known is not looked for: in a bundle it may be anything.
  const read = async (content: string, request: TableRequest): Promise<Result<Table>> => {
    const found = factsOf(content);
    if (!found.ok) return found;
    return (await import('@daero/duckdb/read-table')).readTable(snapshotPath(out, content), request);
  };
  const subjectOf = (content: string): string =>
    facts.get(content)?.columns.find((column) => column.role === 'subject')?.name ?? 'subject';

  return {
    facts: async (content) => factsOf(content),
    subjects: async (content) => {
      const rows = await read(content, { columns: [subjectOf(content)] });
      if (!rows.ok) return rows;
      const subjects = textColumn(rows.value, subjectOf(content));
      return subjects.ok ? succeed([...new Set(subjects.value.filter((who) => who !== null))]) : subjects;
    },
    items: async (content, items) => {
      const columns = [subjectOf(content), 'time', 'place', 'item', 'value'];
      const rows = await read(content, { columns, where: { item: [...items] } });
      return rows.ok ? succeed(renamed(rows.value, new Map([[subjectOf(content), 'subject']]))) : rows;
    },
    wide: async (content) => {
      const named = facts.get(content)?.columns.map((column) => column.name) ?? [];
      const rows = await read(content, { columns: [...named, 'position'] });
      return rows.ok ? succeed(renamed(rows.value, new Map([[subjectOf(content), 'subject']]))) : rows;
    },
    assess: async (contents, plan) => {
      const { assessQuality } = await import('@daero/duckdb/assess-quality');
      const sources: Record<string, AssessedSource> = {};
      for (const [name, content] of contents) {
        const found = factsOf(content);
        if (!found.ok) return found;
        sources[name] = { file: snapshotPath(out, content), columns: found.value.columns };
      }
      return succeed(await assessQuality(sources, plan));
    },
  };
}

const renamed = (from: Table, names: ReadonlyMap<string, string>): Table =>
  table([...from.columns].map(([name, column]) => [names.get(name) ?? name, column]));
