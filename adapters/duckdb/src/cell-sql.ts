import type { ColumnKind } from '@daero/registry/snapshot/mapping';
import { ecmaNumber } from './canonical-sql.ts';
import { literal } from './sql.ts';

/** A cell of a source as SQL: its typed value, and whether it says something that its kind does not allow. */
export type TypedCell = { readonly value: string; readonly wrong: string };

const storage = { text: 'VARCHAR', number: 'DOUBLE', integer: 'BIGINT', instant: 'TIMESTAMP' } as const;
const momentForm = '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:?\\d{2})$';

/** From a column of the engine's type `type` (VARCHAR in a text file) to a kind. `missing` are texts that say nothing. */
export function typedCell(
  cell: string,
  type: string,
  kind: ColumnKind,
  missing: readonly string[],
): TypedCell {
  const isText = type === 'VARCHAR';
  const said =
    isText && missing.length > 0
      ? `CASE WHEN ${cell} IN (${missing.map(literal).join(', ')}) THEN NULL ELSE ${cell} END`
      : cell;
  if (kind === 'text') return { value: asText(said, type), wrong: 'false' };
  const present = isText ? `nullif(trim(${said}), '')` : said;
  const read = reading(present, isText, type, kind);
  return {
    value: `CASE WHEN ${present} IS NULL THEN NULL WHEN ${read.right} THEN ${read.value} ELSE error('wrong cell') END`,
    wrong: `(${present} IS NOT NULL AND NOT coalesce(${read.right}, false))`,
  };
}

const asText = (cell: string, type: string): string => {
  if (type === 'VARCHAR') return cell;
  return type === 'DOUBLE' || type === 'FLOAT'
    ? `CASE WHEN ${cell} IS NULL THEN NULL ELSE ${ecmaNumber(`CAST(${cell} AS DOUBLE)`)} END`
    : `CAST(${cell} AS VARCHAR)`;
};

function reading(
  cell: string,
  isText: boolean,
  type: string,
  kind: Exclude<ColumnKind, 'text'>,
): { readonly right: string; readonly value: string } {
  if (kind === 'instant') {
    const moment = `TRY_CAST(${cell} AS TIMESTAMPTZ)`;
    const form = isText
      ? `regexp_matches(${cell}, ${literal(momentForm)}) AND `
      : type.startsWith('TIMESTAMP')
        ? ''
        : 'false AND ';
    return { right: `${form}${moment} IS NOT NULL`, value: `make_timestamp(epoch_ms(${moment}) * 1000)` };
  }
  const number = `TRY_CAST(${cell} AS DOUBLE)`;
  // The engine reads 1_000 as a thousand; nobody else does.
  const finite = `isfinite(${number})${isText ? ` AND NOT contains(${cell}, '_')` : ''}`;
  if (kind === 'number') return { right: finite, value: `${number} + 0.0` };
  const whole = `${number} = trunc(${number}) AND abs(${number}) <= 9007199254740991`;
  return { right: `${finite} AND ${whole}`, value: `CAST(${number} AS BIGINT)` };
}

export const storageOf = (kind: ColumnKind): string => storage[kind];
