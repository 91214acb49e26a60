import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';
import { type Language, type Text } from '@daero/domain/text';
import { type ParameterRow } from '../decision-tree/parameter-rows.ts';
import { formulaText, type Places } from './formula-text.ts';
import { fixed, formula, number, on, text, type Cell, type Row, type Sheet } from './workbook.ts';

/** A name with what it is in each column of values: a stated number, an expression, or something that changes over time and stands elsewhere. */
export type Definition = {
  readonly name: string;
  readonly row: ParameterRow | null;
  readonly label: Text;
  readonly base: number | null;
  readonly columns: readonly (Expression | 'base' | 'varies')[];
};

/** A sheet of definitions, and where the value of a name stands in each of its columns. */
export type ParameterSheet = {
  readonly sheet: Sheet;
  readonly place: (name: string, column: number) => string;
};

const heads: readonly Text[] = [
  { ko: '이름', en: 'Name' },
  { ko: '뜻', en: 'Meaning' },
  { ko: '종류', en: 'Kind' },
  { ko: '단위', en: 'Unit' },
  { ko: '상태', en: 'State' },
  { ko: '출처', en: 'Source' },
  { ko: '분포', en: 'Distribution' },
  { ko: '2.5 %', en: '2.5 %' },
  { ko: '97.5 %', en: '97.5 %' },
  { ko: '바탕값', en: 'Stated value' },
];
const states: Readonly<Record<ParameterRow['state'], Text>> = {
  estimate: { ko: '추정값', en: 'estimate' },
  assumption: { ko: '가정', en: 'assumption' },
  literature: { ko: '문헌', en: 'literature' },
  derived: { ko: '계산', en: 'derived' },
};
const varies: Text = {
  ko: '주기나 머문 기간에 따라 다름: 그 대안의 값 시트',
  en: 'varies: see the values of the strategy',
};
const firstRow = 4;
const stated = 9;

/** One row a name. A stated number stands once, in its own column; the columns of the strategies refer to it or compute with it. */
export function parameterSheet(
  definitions: readonly Definition[],
  columns: readonly Text[],
  {
    title,
    sheet,
    language,
    tables,
  }: {
    readonly title: Text;
    readonly sheet: string;
    readonly language: Language;
    readonly tables: Places['table'];
  },
): ParameterSheet {
  const rowOf = new Map(definitions.map(({ name }, index) => [name, firstRow + index]));
  const local = (name: string, column: number): string => {
    const row = rowOf.get(name);
    if (row === undefined) throw new Error(`"${name}" has no row`);
    return fixed(stated + 1 + column, row);
  };
  const value = (definition: Definition, column: number): Cell => {
    const what = definition.columns[column] ?? 'base';
    if (what === 'varies') return text(varies[language], 'note');
    const row = rowOf.get(definition.name) ?? 0;
    if (what === 'base') return formula(fixed(stated, row), 'decimal');
    return formula(formulaText(what, { name: (name) => local(name, column), table: tables }), 'decimal');
  };
  const bound = (x: number | null | undefined): Cell | null =>
    x === null || x === undefined || !Number.isFinite(x) ? null : number(x, 'decimal');
  const rows = definitions.map((definition): Row => {
    const { name, row, label, base } = definition;
    const written = definition.columns.find((one) => typeof one !== 'string');
    const words = row?.source[language] ?? (typeof written === 'object' ? print(written) : '');
    return [
      ...[text(name, 'head'), text(label[language]), text(row?.kind ?? ''), text(row?.unit ?? '')],
      ...[text(row === null ? '' : states[row.state][language]), text(words, 'note')],
      ...[text(row?.distribution ?? ''), bound(row?.low), bound(row?.high)],
      base === null ? null : number(base, 'input'),
      ...columns.map((_, column) => value(definition, column)),
    ];
  });
  return {
    sheet: {
      name: sheet,
      rows: [
        [text(title[language], 'title')],
        [],
        [...heads, ...columns].map((head) => text(head[language], 'head')),
        ...rows,
      ],
      widths: [18, 34, 12, 16, 12, 44, 22, 12, 12, 14, ...columns.map(() => 16)],
      frozen: { rows: 3, columns: 1 },
    },
    place: (name, column) => on(sheet, local(name, column)),
  };
}
