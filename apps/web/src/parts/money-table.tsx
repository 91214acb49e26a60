import { formatNumber } from '@daero/domain/format/number';
import type { Text } from '@daero/domain/text';
import { Fragment, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export type MoneyCell = { readonly budget: number; readonly spent: number; readonly committed: number };
export type MoneyRow = {
  readonly category: Text;
  readonly kind: 'grant' | 'cash' | 'inKind';
  readonly years: readonly MoneyCell[];
  /** The rule that limits this category, where one does. */
  readonly rule: Text | null;
};
const columns = ['budget', 'spent', 'committed', 'left'] as const;
type MoneyColumn = (typeof columns)[number];
const amountOf = (cell: MoneyCell, column: MoneyColumn): number =>
  column === 'left' ? cell.budget - cell.spent - cell.committed : cell[column];
const add = (one: MoneyCell, other: MoneyCell): MoneyCell => ({
  budget: one.budget + other.budget,
  spent: one.spent + other.spent,
  committed: one.committed + other.committed,
});
const nothing: MoneyCell = { budget: 0, spent: 0, committed: 0 };

function Cells({ cell, rule }: { readonly cell: MoneyCell; readonly rule: Text | null }): ReactElement {
  const { say, text } = useWords();
  const over = cell.spent + cell.committed > cell.budget;
  return (
    <>
      {columns.map((column) => (
        <td key={column} className={`num ${column === 'budget' ? 'year-starts' : ''}`}>
          <span className={over && column === 'left' ? 'role-bad strong' : ''}>
            {over && column === 'left' && <Glyph name="failed" />} {formatNumber(amountOf(cell, column), 0)}
          </span>
          {column === 'spent' && cell.budget > 0 && (
            <span className="money-bar" aria-hidden="true">
              <span style={{ width: `${Math.min(100, (100 * cell.spent) / cell.budget)}%` }} />
            </span>
          )}
          {over && column === 'left' && rule !== null && (
            <span className="t-meta role-bad money-rule">{say('money.over', { rule: text(rule) })}</span>
          )}
        </td>
      ))}
    </>
  );
}

/** Exact won, by category and year; grant, cash and in kind apart; sums at the foot. */
export function MoneyTable({
  rows,
  years,
  priceYear,
  caption,
}: {
  readonly rows: readonly MoneyRow[];
  readonly years: readonly number[];
  readonly priceYear: number;
  readonly caption: string;
}): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="tbl money">
        <caption className="money-caption t-dense quiet">
          {caption} · {say('money.prices', { year: priceYear })}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say('money.category')}
            </th>
            {years.map((year) => (
              <th key={year} scope="colgroup" colSpan={columns.length} className="year-starts">
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {years.map((year) => (
              <Fragment key={year}>
                {columns.map((column) => (
                  <th key={column} scope="col" className={`num ${column === 'budget' ? 'year-starts' : ''}`}>
                    {say(`money.${column}`)}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.category.en}>
              <th scope="row">
                {text(row.category)} <span className="t-meta faint">{say(`money.${row.kind}`)}</span>
              </th>
              {years.map((year, at) => (
                <Cells key={year} cell={row.years[at] ?? nothing} rule={row.rule} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('money.sum')}</th>
            {years.map((year, at) => (
              <Cells
                key={year}
                cell={rows.map((row) => row.years[at] ?? nothing).reduce(add, nothing)}
                rule={null}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
