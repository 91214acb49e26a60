import type { SnapshotHead } from '@daero/registry/snapshot/canonical-text';
import { identifier } from './sql.ts';

/**
 * The canonical line of a row (core/registry/src/snapshot/canonical-text.ts) as an SQL expression: ten million rows are
 * written by the engine, where reading them into JavaScript would take six times as long. A test holds both equal.
 */
export function canonicalLine(columns: SnapshotHead['columns']): string {
  const line = (text: (cell: string) => string): string =>
    `'[' || ${columns.map((column) => canonicalCell(column, text)).join(` || ',' || `)} || ']'`;
  const texts = columns.filter(({ kind }) => kind === 'text').map(({ name }) => identifier(name));
  if (texts.length === 0) return line(plainText);
  // Texts that need an escape are rare and looking for them is dear, so all of a row are looked through at once.
  return `CASE WHEN regexp_matches(concat(${texts.join(', ')}), '[\\x00-\\x1f"\\\\]') THEN ${line(escapedText)} ELSE ${line(plainText)} END`;
}

function canonicalCell(
  { name, kind }: SnapshotHead['columns'][number],
  text: (cell: string) => string,
): string {
  const cell = identifier(name);
  const forms = {
    text: text(cell),
    number: ecmaNumber(cell),
    integer: `CAST(${cell} AS VARCHAR)`,
    instant: `'"' || ${instantText(cell)} || '"'`,
  };
  return `CASE WHEN ${cell} IS NULL THEN 'null' ELSE ${forms[kind]} END`;
}

export const instantText = (cell: string): string => `strftime(${cell}, '%Y-%m-%dT%H:%M:%S.%g') || 'Z'`;

/** JSON escapes as RFC 8785 has them: two-letter forms where there are, else \u00xx in lower case, nothing else. */
function escapedText(cell: string): string {
  const short: Readonly<Record<number, string>> = { 8: 'b', 9: 't', 10: 'n', 12: 'f', 13: 'r' };
  let escaped = `replace(replace(${cell}, '\\', '\\\\'), '"', '\\"')`;
  for (let code = 0; code < 32; code++) {
    const form = short[code] ?? `u${code.toString(16).padStart(4, '0')}`;
    escaped = `replace(${escaped}, chr(${code}), '\\${form}')`;
  }
  return `'"' || ${escaped} || '"'`;
}

const plainText = (cell: string): string => `'"' || ${cell} || '"'`;

/**
 * A finite number in ECMAScript's form. The engine writes the same shortest digits in another dress (1.0, 1e+16, 1.5e-05),
 * so whole numbers go through BIGINT, middling ones as they are, and the rare rest is dressed again from digits and exponent.
 */
export function ecmaNumber(cell: string): string {
  const size = `abs(${cell})`;
  return `CASE
    WHEN ${size} <= 9007199254740991 AND ${cell} = trunc(${cell}) THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR)
    WHEN ${size} >= 0.0001 AND ${size} < 1e15 THEN CAST(${cell} AS VARCHAR)
    ELSE ${dressed(cell)} END`;
}

function dressed(cell: string): string {
  const size = `abs(${cell})`;
  const written = `CAST(${size} AS VARCHAR)`;
  const mantissa = `split_part(${written}, 'e', 1)`;
  const digits = `replace(regexp_replace(${mantissa}, '\\.0$', ''), '.', '')`;
  const exponent = `CAST(split_part(${written}, 'e', 2) AS INTEGER)`;
  const sign = `CASE WHEN ${cell} < 0 THEN '-' ELSE '' END`;
  const scientific = `regexp_replace(${mantissa}, '\\.0$', '') || 'e' || CASE WHEN ${exponent} > 0 THEN '+' ELSE '' END || CAST(${exponent} AS VARCHAR)`;
  return `${sign} || CASE
    WHEN ${size} >= 1e21 OR ${size} < 1e-6 THEN ${scientific}
    WHEN ${size} < 1 THEN '0.' || repeat('0', -${exponent} - 1) || ${digits}
    WHEN contains(${written}, 'e') THEN rpad(${digits}, ${exponent} + 1, '0')
    ELSE regexp_replace(${written}, '\\.0$', '') END`;
}
