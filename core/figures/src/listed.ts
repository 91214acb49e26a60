import { formatNumber } from '@daero/domain/format/number';
import type { Shape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import type { Cell, Figure } from './figure.ts';

/** A shape as its numbers alone. */
export function listedFigure(
  shape: Shape,
  numbers: readonly (readonly number[])[],
  language: Language,
): Figure {
  const width = Math.max(1, ...numbers.map((row) => row.length));
  const cellAt = (value: number | undefined): Cell =>
    value === undefined ? '' : { value, text: formatNumber(value, 3) };
  return {
    kind: shape.shape,
    language,
    title: shape.label[language],
    subtitle: '',
    notes: [],
    plot: { width: 520, height: 20, panels: [] },
    table: {
      columns: Array.from({ length: width }, (_, at) => ({ title: String(at + 1), align: 'end' as const })),
      rows: numbers.map((row) => Array.from({ length: width }, (_, at) => cellAt(row[at]))),
    },
  };
}
