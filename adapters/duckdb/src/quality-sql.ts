import type { Grouping, QualityCheck } from '@daero/registry/quality/checks';
import { identifier, literal } from './sql.ts';

/** A check as one statement. It gives, for each group: the group, what was looked at, what fails, what is set aside, first rows. */
export type QualityQuery = { readonly sql: string; readonly bound: readonly (string | number)[] };

/** Who can say what a source is: its file, and the name of the column that plays a part. */
export type QualitySource = { readonly file: string; readonly subject: string | null };

type Judgement = {
  /** Rows to judge, with `position`. */
  readonly rows: string;
  readonly looked: string;
  readonly fails: string;
  readonly aside?: string;
  readonly group?: string;
};

/** Values of the plan are bound, never written into the statement; names are quoted. */
export function compileCheck(
  check: QualityCheck,
  source: QualitySource,
  sources: ReadonlyMap<string, QualitySource>,
): QualityQuery {
  const bound: (string | number)[] = [];
  const bind = (value: string | number): string => `$${bound.push(value)}`;
  const among = (values: readonly (string | number)[]): string => values.map(bind).join(', ');
  const table = `read_parquet(${literal(source.file)})`;
  const conditions = Object.entries(check.where).map(
    ([name, values]) => `${identifier(name)} IN (${among(values)})`,
  );
  const filtered = `(SELECT * FROM ${table}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''})`;
  const {
    rows,
    looked,
    fails,
    aside = 'false',
    group = 'NULL',
  } = judgement(check, { filtered, table, source, sources, bind, among });
  const sql = `SELECT CAST(${group} AS VARCHAR) AS part, count(*) FILTER (${looked}),
      count(*) FILTER (${looked} AND ${fails}), count(*) FILTER (${aside}),
      min(position, 20) FILTER (${looked} AND ${fails})
    FROM ${rows} AS rows GROUP BY part ORDER BY part NULLS FIRST`;
  return { sql, bound };
}

type Parts = {
  readonly filtered: string;
  readonly table: string;
  readonly source: QualitySource;
  readonly sources: ReadonlyMap<string, QualitySource>;
  readonly bind: (value: string | number) => string;
  readonly among: (values: readonly (string | number)[]) => string;
};

function judgement(check: QualityCheck, parts: Parts): Judgement {
  const { filtered, bind, among } = parts;
  switch (check.check) {
    case 'type': // the kind itself was enforced when the snapshot was taken; see assess-quality.ts
      return { rows: filtered, looked: `${identifier(check.column)} IS NOT NULL`, fails: 'false' };
    case 'allowed': {
      const cell = identifier(check.column);
      return {
        rows: filtered,
        looked: `${cell} IS NOT NULL`,
        fails: `${cell} NOT IN (${among(check.values)})`,
      };
    }
    case 'key': {
      const columns = check.columns.map(identifier);
      const empty = columns.map((cell) => `${cell} IS NULL`).join(' OR ');
      return {
        rows: counted(filtered, columns, 'count(*)'),
        looked: 'true',
        fails: `(standing > 1 OR ${empty})`,
      };
    }
    case 'unique': // the first of equal rows stands, those after it are the repetitions
      return {
        rows: counted(filtered, check.columns.map(identifier), 'row_number()'),
        looked: 'true',
        fails: 'standing > 1',
      };
    case 'reference': {
      const cell = identifier(check.column);
      const other = literal(parts.sources.get(check.to.source)?.file ?? '');
      const known = `SELECT ${identifier(check.to.column)} FROM read_parquet(${other}) WHERE ${identifier(check.to.column)} IS NOT NULL`;
      return { rows: filtered, looked: `${cell} IS NOT NULL`, fails: `${cell} NOT IN (${known})` };
    }
    case 'present':
      return { ...grouped(check.by, parts), looked: 'true', fails: `${identifier(check.column)} IS NULL` };
    case 'item-present':
      return itemPresent(check.item, check.by, parts);
    case 'range': {
      const cell = identifier(check.column);
      const aside =
        check.artefacts.length > 0 ? `coalesce(${cell} IN (${among(check.artefacts)}), false)` : 'false';
      const below = check.low === undefined ? 'false' : `${cell} < ${bind(check.low)}`;
      const above = check.high === undefined ? 'false' : `${cell} > ${bind(check.high)}`;
      const looked = `${cell} IS NOT NULL AND NOT ${aside}`;
      return { ...grouped(check.by, parts), looked, fails: `(${below} OR ${above})`, aside };
    }
    case 'order': {
      const [earlier, later] = [identifier(check.earlier), identifier(check.later)];
      return {
        rows: filtered,
        looked: `${earlier} IS NOT NULL AND ${later} IS NOT NULL`,
        fails: `${earlier} > ${later}`,
      };
    }
  }
}

const counted = (rows: string, columns: readonly string[], count: string): string => {
  const within = count === 'row_number()' ? ' ORDER BY position' : '';
  return `(SELECT *, ${count} OVER (PARTITION BY ${columns.join(', ')}${within}) AS standing FROM ${rows})`;
};

/** One row a subject: its first row stands for it. */
function itemPresent(item: string, by: Grouping, parts: Parts): Judgement {
  const { rows, group } = grouped(by, parts);
  const has = `coalesce(bool_or(item = ${parts.bind(item)} AND value IS NOT NULL), false)`;
  return {
    rows: `(SELECT min(position) AS position, ${has} AS has, any_value(${group}) AS daero_group
            FROM ${rows} AS rows GROUP BY ${subjectOf(parts)})`,
    looked: 'true',
    fails: 'NOT has',
    group: 'daero_group',
  };
}

/** The rows with the group each belongs to; a subject's group by an item is its last value of that item. */
function grouped(by: Grouping, parts: Parts): { readonly rows: string; readonly group: string } {
  if (by === undefined) return { rows: parts.filtered, group: 'NULL' };
  const text = (cell: string): string => `regexp_replace(CAST(${cell} AS VARCHAR), '\\.0$', '')`;
  if (typeof by === 'string') return { rows: parts.filtered, group: text(identifier(by)) };
  const subject = subjectOf(parts);
  const held = `(SELECT ${subject}, max_by(value, position) AS daero_group FROM ${parts.table}
    WHERE item = ${parts.bind(by.item)} GROUP BY ${subject})`;
  return {
    rows: `(SELECT * FROM ${parts.filtered} AS kept LEFT JOIN ${held} AS held USING (${subject}))`,
    group: text('daero_group'),
  };
}

const subjectOf = ({ source }: Parts): string => identifier(source.subject ?? 'subject');
