import type { ModelStructureShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { none, type Cell, type Figure } from './figure.ts';
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
        title: say('structure.states', language, {
          states: drawing.states.length,
          passages: drawing.passages.filter(({ from, to }) => from !== to).length,
        }),
        subtitle: say('structure.statesSubtitle', language, slots),
        plot: statesPlot(drawing, language),
        table: {
          columns: [
            { title: say('structure.from', language), align: 'start' },
            { title: say('structure.to', language), align: 'start' },
            { title: say('structure.probability', language), align: 'start' },
          ],
          rows: drawing.passages.map(({ from, to, amount }) => [
            drawing.states[from]?.label[language] ?? '',
            drawing.states[to]?.label[language] ?? '',
            amountIn(amount, language),
          ]),
        },
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
            branch === null ? '' : (drawing.nodes[branch.from]?.name ?? ''),
            branch?.label[language] ?? name,
            say(`structure.${kind}`, language),
            probabilityIn(branch, language),
            payoffs.length === 0 ? none : payoffs.join('; '),
          ]),
        },
      };
    }
    default:
      return unreachable(drawing);
  }
}

type Branch = TreeDrawing['nodes'][number]['branch'];

const probabilityIn = (branch: Branch, language: Language): Cell =>
  branch === null || branch.probability === null ? none : amountIn(branch.probability, language);

/** What is left over has a word in each language. */
export const amountIn = (amount: string, language: Language): string =>
  amount === 'rest' || amount === 'complement' ? say('structure.rest', language) : amount;
