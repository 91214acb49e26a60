import type { ProjectState } from '../project/state.ts';
import { receiptWords } from '../words/project.ts';
import { categoryWords, fundingWords } from './category.ts';
import { recognised } from './spend.ts';
import { statementOf } from './statement.ts';

/** The settlement of a year as CSV (RFC 4180), with the heads that the office's forms carry. Amounts in won. */
export function settlementCsv(state: ProjectState, year: number): string {
  const { rows } = statementOf(state, year);
  return csv(
    ['협약번호', '연도', '비목', '재원', '협약예산', '변경예산', '집행액', '불인정액', '집행잔액'],
    rows.map((row) => [
      state.projectId,
      year,
      categoryWords[row.category].ko,
      fundingWords[row.funding].ko,
      row.agreed,
      row.planned,
      row.spent,
      row.disallowed,
      row.left,
    ]),
  );
}

/** Every spending of a year with its receipt, the reversed ones too. */
export function receiptsCsv(state: ProjectState, year: number): string {
  const names = new Map(
    state.agreement.consortium.members.map(({ partyId, name }) => [partyId, name.ko] as const),
  );
  return csv(
    ['협약번호', '연도', '집행번호', '집행일', '기관', '비목', '재원', '적요', '거래처', '증빙종류', '증빙번호', '증빙일', '금액', '불인정액', '취소일', '인정액'], // prettier-ignore
    state.spendings
      .filter((one) => one.year === year)
      .map((one) => [
        state.projectId,
        year,
        one.spending,
        one.on,
        names.get(one.party) ?? one.party,
        categoryWords[one.category].ko,
        fundingWords[one.funding].ko,
        one.text,
        one.receipt.payee,
        receiptWords[one.receipt.kind].ko,
        one.receipt.number,
        one.receipt.on,
        one.amount,
        one.disallowed,
        one.reversedOn ?? '',
        recognised(one),
      ]),
  );
}

type Cell = string | number;

const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** A spreadsheet would run a text that begins like a formula: an apostrophe keeps it a text. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
