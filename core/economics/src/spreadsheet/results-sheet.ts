import { type Language, type Text } from '@daero/domain/text';
import { down, fixed, formula, number, range, text, type Row, type Sheet } from './workbook.ts';

/** One strategy: the formulas of its totals, and what the engine found. */
export type StrategyTotals = {
  readonly name: string;
  readonly label: Text;
  readonly cost: string;
  readonly effect: string;
  readonly engine: { readonly cost: number; readonly effect: number };
};

const words = {
  title: {
    ko: '결과(바탕 분석, 모든 값을 식으로 다시 계산)',
    en: 'Results (base case, every value computed again by formulas)',
  },
  willingness: { ko: '지불의사(원/QALY)', en: 'Willingness to pay (KRW per QALY)' },
  heads: [
    { ko: '대안', en: 'Strategy' },
    { ko: '이름', en: 'Name' },
    { ko: '비용', en: 'Cost' },
    { ko: 'QALY', en: 'QALYs' },
    { ko: '순편익', en: 'Net benefit' },
    { ko: '증분 비용', en: 'Incremental cost' },
    { ko: '증분 QALY', en: 'Incremental QALYs' },
    { ko: '기준 대비 ICER', en: 'ICER against the reference' },
    { ko: '경계', en: 'Frontier' },
    { ko: '경계 위의 ICER', en: 'ICER on the frontier' },
    { ko: '엔진의 비용', en: 'Cost by the engine' },
    { ko: '엔진의 QALY', en: 'QALYs by the engine' },
    { ko: '상대 차이', en: 'Relative difference' },
  ],
  slopes: {
    ko: '두 대안 사이의 ICER (행: 대안, 열: 견주는 대안)',
    en: 'ICER between two strategies (row: strategy, column: the other)',
  },
  below: { ko: '효과가 더 작은 대안', en: 'Others with less effect' },
  above: { ko: '효과가 더 큰 대안', en: 'Others with more effect' },
  standing: { ko: '경계 위의 더 작은 대안', en: 'Others on the frontier with less effect' },
} as const satisfies Readonly<Record<string, Text | readonly Text[]>>;

const findings = {
  reference: { ko: '기준', en: 'reference' },
  dominant: { ko: '우월(값싸고 나음)', en: 'dominant' },
  dominated: { ko: '열등(비싸고 못함)', en: 'dominated' },
  equal: { ko: '같음', en: 'equal' },
  frontier: { ko: '경계', en: 'frontier' },
  strongly: { ko: '열등', en: 'dominated' },
  extended: { ko: '확장 열등', en: 'extendedly dominated' },
} as const satisfies Readonly<Record<string, Text>>;

const firstRow = 5;
const columns = {
  cost: 2,
  effect: 3,
  benefit: 4,
  moreCost: 5,
  moreEffect: 6,
  icer: 7,
  status: 8,
  step: 9,
  engine: 10,
  off: 12,
};

/** Totals, differences, dominance and ratios, as formulas on the cells of the totals. */
export function resultsSheet(
  strategies: readonly StrategyTotals[],
  reference: string,
  {
    sheet,
    language,
    stated,
  }: { readonly sheet: string; readonly language: Language; readonly stated: number },
): Sheet {
  const count = strategies.length;
  const lastRow = firstRow + count - 1;
  const all = (column: number): string => down(column, firstRow, lastRow);
  const said = (finding: keyof typeof findings): string => `"${findings[finding][language]}"`;
  const referenceRow =
    firstRow +
    Math.max(
      0,
      strategies.findIndex(({ name }) => name === reference),
    );

  // Three square tables below: slopes to others with less effect, with more, and to those on the frontier with less.
  const tableRow = (table: number, strategy: number): number => lastRow + 4 + table * (count + 2) + strategy;
  const tableRange = (table: number, strategy: number): string =>
    range(2, 1 + count, tableRow(table, strategy));

  const rows = strategies.map(({ name, label, cost, effect, engine }, index): Row => {
    const row = firstRow + index;
    const [c, e] = [fixed(columns.cost, row), fixed(columns.effect, row)];
    const [dc, de] = [fixed(columns.moreCost, row), fixed(columns.moreEffect, row)];
    const standsBefore = `(${all(1)}<${fixed(1, row)})`;
    const dominators = `SUMPRODUCT((${all(columns.cost)}<=${c})*(${all(columns.effect)}>=${e})*(((${all(columns.cost)}<${c})+(${all(columns.effect)}>${e})+${standsBefore})>0))`;
    const [less, more] = [tableRange(0, index), tableRange(1, index)];
    const extended = `AND(COUNT(${less})>0,COUNT(${more})>0,MAX(${less})>MIN(${more}))`;
    return [
      ...[text(label[language], 'head'), text(name)],
      ...[formula(cost, 'money'), formula(effect, 'decimal')],
      formula(`$C$3*${e}-${c}`, 'money'),
      formula(`${c}-${fixed(columns.cost, referenceRow)}`, 'money'),
      formula(`${e}-${fixed(columns.effect, referenceRow)}`, 'decimal'),
      row === referenceRow
        ? text(findings.reference[language])
        : formula(
            `IF(AND(${dc}=0,${de}=0),${said('equal')},IF(OR(AND(${dc}>0,${de}>0),AND(${dc}<0,${de}<0)),${dc}/${de},IF(AND(${dc}<=0,${de}>=0),${said('dominant')},${said('dominated')})))`,
            'money',
          ),
      formula(
        `IF(${dominators}>0,${said('strongly')},IF(${extended},${said('extended')},${said('frontier')}))`,
      ),
      formula(`IF(COUNT(${tableRange(2, index)})=0,"",MAX(${tableRange(2, index)}))`, 'money'),
      ...[number(engine.cost, 'money'), number(engine.effect, 'decimal')],
      formula(
        `MAX(ABS(${c}-${fixed(columns.engine, row)})/MAX(ABS(${fixed(columns.engine, row)}),1E-300),ABS(${e}-${fixed(columns.engine + 1, row)})/MAX(ABS(${fixed(columns.engine + 1, row)}),1E-300))`,
      ),
    ];
  });

  /** A ratio to another strategy where both may stand on the frontier; empty otherwise. */
  const slope = (own: number, other: number, sign: '<' | '>', standing: boolean): string => {
    const [a, b] = [firstRow + own, firstRow + other];
    const status = (row: number): string => fixed(columns.status, row);
    const may = standing
      ? `${status(a)}=${said('frontier')},${status(b)}=${said('frontier')}`
      : `${undominated(a)},${undominated(b)}`;
    const ratio = `(${fixed(columns.cost, a)}-${fixed(columns.cost, b)})/(${fixed(columns.effect, a)}-${fixed(columns.effect, b)})`;
    return `IF(AND(${may},${fixed(columns.effect, b)}${sign}${fixed(columns.effect, a)}),${ratio},"")`;
  };
  const undominated = (row: number): string => {
    const [c, e] = [fixed(columns.cost, row), fixed(columns.effect, row)];
    return `SUMPRODUCT((${all(columns.cost)}<=${c})*(${all(columns.effect)}>=${e})*(((${all(columns.cost)}<${c})+(${all(columns.effect)}>${e})+(${all(1)}<${fixed(1, row)}))>0))=0`;
  };
  const tables = (
    [
      ['below', '<', false],
      ['above', '>', false],
      ['standing', '<', true],
    ] as const
  ).flatMap(([title, sign, standing]): readonly Row[] => [
    [text(words[title][language], 'head'), null, ...strategies.map(({ name }) => text(name, 'head'))],
    ...strategies.map(({ name }, own): Row => [
      text(name),
      null,
      ...strategies.map((_, other) => formula(slope(own, other, sign, standing), 'money')),
    ]),
    [],
  ]);
  return {
    name: sheet,
    rows: [
      [text(words.title[language], 'title')],
      [],
      [text(words.willingness[language], 'head'), null, number(stated, 'input')],
      words.heads.map((head) => text(head[language], 'head')),
      ...rows,
      [],
      [text(words.slopes[language], 'note')],
      ...tables,
    ],
    widths: [34, 14, 16, 14, 18, 16, 16, 20, 18, 18, 16, 16, 14],
    frozen: { rows: 4, columns: 1 },
  };
}
