import type { ModelStructureShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { code, none, type Cell, type Figure } from './figure.ts';
import { statesPlot } from './states-plot.ts';
import { treePlot } from './tree-plot.ts';
import { say } from './words.ts';

type Drawing = ModelStructureShape['drawing'];
export type StatesDrawing = Extract<Drawing, { form: 'states' }>;
export type TreeDrawing = Extract<Drawing, { form: 'tree' }>;

export function modelStructureFigure(shape: ModelStructureShape, language: Language): Figure {
  const about = { kind: 'model-structure', language, notes: [say('structure.note', language)] } as const;
  const slots = { label: shape.label[language] };
  const { drawing } = shape;
  switch (drawing.form) {
    case 'states':
      return {
        ...about,
        title:
          drawing.moves === 'between-curves'
            ? say('structure.curves', language, {
                states: drawing.states.length,
                curves: drawing.states.length - 1,
              })
            : say('structure.states', language, {
                states: drawing.states.length,
                passages: drawing.passages.filter(({ from, to }) => from !== to).length,
              }),
        subtitle: say(subtitles[drawing.moves], language, slots),
        plot: statesPlot(drawing, language),
        table: statesTable(drawing, language),
      };
    case 'tree': {
      const count = (kind: TreeDrawing['nodes'][number]['kind']): number =>
        drawing.nodes.filter((node) => node.kind === kind).length;
      return {
        ...about,
        title: say('structure.tree', language, {
          leaves: count('leaf'),
          decisions: count('decision'),
          chances: count('chance'),
        }),
        subtitle: say('structure.treeSubtitle', language, slots),
        plot: treePlot(drawing, language),
        table: {
          columns: [
            { title: say('structure.from', language), align: 'start' },
            { title: say('structure.to', language), align: 'start' },
            { title: say('structure.kind', language), align: 'start' },
            { title: say('structure.probability', language), align: 'start' },
            { title: say('structure.payoffs', language), align: 'start' },
          ],
          rows: drawing.nodes.map(({ kind, name, branch, payoffs }) => [
            branch === null ? '' : nameOf(drawing.nodes[branch.from], language),
            nameOf({ name, branch }, language),
            say(`structure.${kind}`, language),
            probabilityIn(branch, language),
            payoffs.length === 0 ? none : code(payoffs.join('; ')),
          ]),
        },
      };
    }
    default:
      return unreachable(drawing);
  }
}

const subtitles = {
  'by-cycle': 'structure.statesSubtitle',
  'by-time': 'structure.timesSubtitle',
  'between-curves': 'structure.curvesSubtitle',
} as const satisfies Readonly<Record<StatesDrawing['moves'], string>>;

/** Every passage; where there are none, the states in their order. */
function statesTable({ states, passages, moves }: StatesDrawing, language: Language): Figure['table'] {
  if (moves === 'between-curves')
    return {
      columns: [{ title: say('structure.state', language), align: 'start' }],
      rows: states.map(({ label }) => [label[language]]),
    };
  const amount = moves === 'by-time' ? 'structure.time' : 'structure.probability';
  return {
    columns: [
      { title: say('structure.from', language), align: 'start' },
      { title: say('structure.to', language), align: 'start' },
      { title: say(amount, language), align: 'start' },
    ],
    rows: passages.map((passage) => [
      states[passage.from]?.label[language] ?? '',
      states[passage.to]?.label[language] ?? '',
      amountCell(passage.amount, language),
    ]),
  };
}

type Branch = TreeDrawing['nodes'][number]['branch'];

/** A node is called by the branch that leads to it; the root by its name in the file. */
const nameOf = (
  node: Pick<TreeDrawing['nodes'][number], 'name' | 'branch'> | undefined,
  language: Language,
): Cell => node?.branch?.label[language] ?? code(node?.name ?? '');

const probabilityIn = (branch: Branch, language: Language): Cell =>
  branch === null || branch.probability === null ? none : amountCell(branch.probability, language);

/** What is left over has a word in each language. */
export const amountIn = (amount: string, language: Language): string =>
  isRest(amount) ? say('structure.rest', language) : amount;

export const isRest = (amount: string | null): boolean => amount === 'rest' || amount === 'complement';

const amountCell = (amount: string, language: Language): Cell =>
  isRest(amount) ? amountIn(amount, language) : code(amount);
