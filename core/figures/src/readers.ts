import { formatInterval, formatLevel } from '@daero/domain/format/estimate';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatP } from '@daero/domain/format/probability';
import type { ReadersShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { cell, none, type Figure, type FigureTable } from './figure.ts';
import { withMargins } from './margin.ts';
import { pairName, readersPlot } from './readers-plot.ts';
import { standing } from './standing.ts';
import { say } from './words.ts';

export function readersFigure(shape: ReadersShape, language: Language): Figure {
  return {
    kind: 'readers',
    language,
    title: findingOf(shape, language),
    subtitle: say('readers.subtitle', language, {
      quantity: shape.quantity[language],
      readers: formatCount(shape.readers.length),
      n: formatCount(shape.n),
      level: formatLevel(shape.level),
    }),
    notes: [say('readers.note', language)],
    plot: readersPlot(shape, language),
    table: tableOf(shape, language),
  };
}

/** The one difference that was asked for; with several, or none, only the means are told. */
function findingOf(shape: ReadersShape, language: Language): string {
  const [only] = shape.differences;
  const [label, quantity] = [shape.label[language], shape.quantity[language]];
  if (only === undefined || shape.differences.length > 1) {
    const values = shape.modalities
      .map((modality, at) => `${modality[language]} ${formatNumber(shape.means[at]?.value ?? 0, 3)}`)
      .join(', ');
    return say('readers.means', language, { label, quantity, values });
  }
  const { difference } = only;
  const where = standing(difference, 0);
  const apart = where === 'above' || where === 'below';
  const printed = formatInterval(
    apart ? { value: Math.abs(difference.value), low: difference.low, high: difference.high } : difference,
    true,
  );
  const title = say(`readers.${where}`, language, {
    label,
    quantity,
    value: printed.value,
    first: shape.modalities[only.first]?.[language] ?? '',
    second: shape.modalities[only.second]?.[language] ?? '',
  });
  return withMargins(
    title,
    { bounds: difference, margins: shape.margin === null ? [] : [shape.margin], noEffect: 0 },
    language,
  );
}

function tableOf(shape: ReadersShape, language: Language): FigureTable {
  const level = formatLevel(shape.level);
  const ends = ({ value, low, high }: ReadersShape['means'][number], signed: boolean) => [
    cell(value, formatInterval({ value, low, high }, signed).value),
    cell(low, formatNumber(low ?? 0, 3)),
    cell(high, formatNumber(high ?? 0, 3)),
  ];
  const of = (reader: string, modality: string, rest: readonly FigureTable['rows'][number][number][]) => [
    reader,
    modality,
    ...rest,
  ];
  return {
    columns: [
      { title: say('readers.reader', language), align: 'start' },
      { title: say('readers.modality', language), align: 'start' },
      { title: shape.quantity[language], align: 'end' },
      { title: `${say('low', language)} (${level})`, align: 'end' },
      { title: `${say('high', language)} (${level})`, align: 'end' },
      { title: 'p', align: 'end' },
    ],
    rows: [
      ...shape.readers.flatMap(({ label, values }) =>
        values.map((value, at) =>
          of(label[language], shape.modalities[at]?.[language] ?? '', [
            cell(value, formatNumber(value ?? 0, 3)),
            none,
            none,
            none,
          ]),
        ),
      ),
      ...shape.means.map((mean, at) =>
        of(say('readers.mean', language), shape.modalities[at]?.[language] ?? '', [
          ...ends(mean, false),
          none,
        ]),
      ),
      ...shape.differences.map((one) =>
        of(say('readers.mean', language), pairName(shape, one, language), [
          ...ends(one.difference, true),
          { value: one.p, text: formatP(one.p) },
        ]),
      ),
    ],
  };
}
