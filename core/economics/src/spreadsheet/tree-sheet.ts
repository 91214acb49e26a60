import { type Expression } from '@daero/domain/expression/tree';
import { type Language, type Text } from '@daero/domain/text';
import { type Policy } from '../decision-tree/policy.ts';
import { type Payoffs, type TreeNode } from '../decision-tree/tree.ts';
import { formulaText } from './formula-text.ts';
import { down, fixed, formula, on, text, type Row, type Sheet } from './workbook.ts';

/** A line of the tree: one branch, with what it pays and how likely each policy is to go along it. */
type Line = {
  readonly depth: number;
  readonly node: string;
  readonly branch: string;
  readonly probability: string;
  readonly payoffs: readonly Payoffs[];
  /** By policy: the probability of going this far. */
  readonly reach: readonly string[];
};

const heads: readonly Text[] = [
  { ko: '마디', en: 'Node' },
  { ko: '가지', en: 'Branch' },
  { ko: '확률', en: 'Probability' },
];
const reaches: Text = { ko: '도달 확률', en: 'probability of getting here' };
const firstRow = 4;
const probabilityColumn = 2;

export type TreeSheet = {
  readonly sheet: Sheet;
  /** By policy, then by outcome: the formula of the expected value. */
  readonly expected: readonly (readonly string[])[];
};

/** A tree written out branch by branch: an expected value is what each branch pays times the probability of getting there. */
export function treeSheet(
  root: TreeNode,
  policies: readonly { readonly name: string; readonly policy: Policy }[],
  outcomes: readonly string[],
  {
    title,
    sheet,
    language,
    parameter,
  }: {
    readonly title: string;
    readonly sheet: string;
    readonly language: Language;
    readonly parameter: (name: string) => string;
  },
): TreeSheet {
  const payColumn = (outcome: number): number => probabilityColumn + 1 + outcome;
  const reachColumn = (policy: number): number => payColumn(outcomes.length) + policy;
  const written = (expression: Expression): string =>
    formulaText(expression, {
      name: parameter,
      table: (name) => {
        throw new Error(`a tree has no table "${name}"`);
      },
    });
  const lines: Line[] = [];
  const walk = (node: TreeNode, depth: number, row: number): void => {
    if (node.type === 'leaf') return;
    const rows: number[] = [];
    for (const branch of node.branches) {
      const own = firstRow + lines.length;
      rows.push(own);
      const leaf = branch.node.type === 'leaf' ? [branch.node.payoffs] : [];
      const above = (policy: number): string => fixed(reachColumn(policy), row);
      lines.push({
        ...{
          depth,
          node: node.name,
          branch: branch.name,
          probability: '',
          payoffs: [branch.payoffs, ...leaf],
        },
        reach: policies.map(({ policy }, index) =>
          node.type === 'chance'
            ? `${above(index)}*${fixed(probabilityColumn, own)}`
            : `${above(index)}*${policy.get(node.name) === branch.name ? 1 : 0}`,
        ),
      });
      walk(branch.node, depth + 1, own);
    }
    if (node.type !== 'chance') return;
    node.branches.forEach((branch, index) => {
      const at = (rows[index] ?? 0) - firstRow;
      const line = lines[at];
      if (line === undefined) return;
      const others = rows
        .filter((_, other) => other !== index)
        .map((other) => fixed(probabilityColumn, other));
      const probability =
        branch.probability === 'complement'
          ? `1-(${others.join('+') || '0'})`
          : written(branch.probability.expression);
      lines[at] = { ...line, probability };
    });
  };
  lines.push({
    ...{ depth: 0, node: root.name, branch: '', probability: '1' },
    payoffs: root.type === 'leaf' ? [root.payoffs] : [],
    reach: policies.map(() => '1'),
  });
  walk(root, 1, firstRow);

  const paid = (payoffs: readonly Payoffs[], outcome: string): string =>
    payoffs
      .flatMap((each) => {
        const amount = each.get(outcome);
        return amount === undefined ? [] : [written(amount.expression)];
      })
      .join('+') || '0';
  const last = firstRow + lines.length - 1;
  const row = (line: Line): Row => [
    ...[text(`${'· '.repeat(line.depth)}${line.node}`), text(line.branch)],
    line.probability === '' ? null : formula(line.probability, 'decimal'),
    ...outcomes.map((outcome) => formula(paid(line.payoffs, outcome), 'decimal')),
    ...line.reach.map((words) => formula(words, 'decimal')),
  ];
  return {
    sheet: {
      name: sheet,
      rows: [
        [text(title, 'title')],
        [null, null, null, ...outcomes.map(() => null), text(reaches[language], 'note')],
        [
          ...heads.map((head) => text(head[language], 'head')),
          ...[...outcomes, ...policies.map(({ name }) => name)].map((name) => text(name, 'head')),
        ],
        ...lines.map(row),
      ],
      widths: [36, 28, 14, ...outcomes.map(() => 16), ...policies.map(() => 16)],
      frozen: { rows: 3, columns: 2 },
    },
    expected: policies.map((_, policy) =>
      outcomes.map((_outcome, outcome) => {
        const cells = (column: number): string => on(sheet, down(column, firstRow, last));
        return `SUMPRODUCT(${cells(payColumn(outcome))},${cells(reachColumn(policy))})`;
      }),
    ),
  };
}
