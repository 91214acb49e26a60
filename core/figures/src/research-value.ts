import { formatMoney, moneyAxis } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import type { ResearchValueShape } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { linearAxis } from './axis.ts';
import { currencyOf } from './currency.ts';
import type { Figure } from './figure.ts';
import { separate, textWidth, wrapText } from './measure.ts';
import { pixels, seriesAt, word, type Mark, type PlotDescription, type Point } from './plot.ts';
import { say } from './words.ts';

export function researchValueFigure(shape: ResearchValueShape, language: Language): Figure {
  const { studies, population, willingness, effectUnit, priceYear } = shape;
  const money = moneyOf(shape, language);
  return {
    kind: 'research-value',
    language,
    title: findingOf(shape, language),
    subtitle: say('research.subtitle', language, {
      ...{ population: formatCount(Math.round(population)), willingness: money(willingness) },
      ...{ effect: effectUnit, year: priceYear },
    }),
    notes: [say('research.note', language)],
    plot: plotOf(shape, language),
    table: {
      columns: [
        { title: say('research.study', language), align: 'start' },
        { title: say('research.measures', language), align: 'start' },
        ...(['n', 'evsi', 'all', 'cost', 'net'] as const).map((name) => ({
          title: say(`research.${name}`, language),
          align: 'end' as const,
        })),
      ],
      rows: studies.flatMap(({ label, parameter, sizes }) =>
        sizes.map(({ n, evsi, cost, netBenefit }) => [
          ...[label[language], parameter[language], { value: n, text: formatCount(n) }],
          ...[evsi, evsi * population, cost, netBenefit].map((value) => ({ value, text: money(value) })),
        ]),
      ),
    },
  };
}

const moneyOf =
  ({ currency }: ResearchValueShape, language: Language) =>
  (amount: number): string =>
    formatMoney({ amount, currency: currencyOf(currency), priceYear: 2000 }, language);

function findingOf(shape: ResearchValueShape, language: Language): string {
  const chosen = shape.studies.flatMap(({ label, sizes, best }) => {
    const size = best === null ? undefined : sizes[best];
    return size === undefined ? [] : [{ label, size }];
  });
  const [first] = chosen.sort((a, b) => b.size.netBenefit - a.size.netBenefit);
  if (first === undefined) return say('research.none', language);
  return say('research.best', language, {
    label: first.label[language],
    n: formatCount(first.size.n),
    value: moneyOf(shape, language)(first.size.netBenefit),
  });
}

const [width, top, height, left] = [680, 34, 280, 60];

function plotOf(shape: ResearchValueShape, language: Language): PlotDescription {
  const { studies } = shape;
  const lines = studies.map(({ sizes }) => sizes.map(({ n, netBenefit }): Point => [n, netBenefit]));
  const values = lines.flat().map(([, value]) => value);
  const money = moneyAxis(Math.max(...values.map(Math.abs), 1), currencyOf(shape.currency), language);
  const names = studies.map(({ label }) => wrapText(label[language], 13, 170));
  const right = Math.max(60, ...names.flat().map((line) => textWidth(line, 13))) + 28;
  const frame = { left, top, width: width - left - right, height };
  const x = linearAxis([0, ...lines.flat().map(([n]) => n)], {
    title: say('research.x', language),
    grid: false,
  });
  const y = linearAxis([0, ...values], {
    title: say('research.y', language, { unit: money.unit }),
    divideBy: money.by,
  });
  const [low, high] = y.domain;
  const places = separate(
    lines.map((points) => ((high - (points.at(-1)?.[1] ?? 0)) / (high - low)) * height),
    Math.max(1, ...names.map((rows) => rows.length)) * 15 + 6,
    8,
    height - 8,
  );
  const best = studies.flatMap(({ sizes, best: at }): readonly Point[] => {
    const size = at === null ? undefined : sizes[at];
    return size === undefined ? [] : [[size.n, size.netBenefit]];
  });
  const marks: readonly Mark[] = [
    { mark: 'rules', rules: [[x.domain[0], 0, x.domain[1], 0]], ink: 'slate', width: 1.5, dash: 'dashed' },
    ...lines.flatMap((points, index): readonly Mark[] => [
      {
        ...{ mark: 'line', points, curve: 'linear', ink: seriesAt(index, lines.length).ink },
        ...{ width: 2, dash: 'solid' },
      },
      { mark: 'dots', points, ...seriesAt(index, lines.length), radius: 3.5, opacity: 1 },
    ]),
    { mark: 'dots', points: best, ink: 'ink', marker: 'diamond', radius: 6, opacity: 1 },
  ];
  return {
    width,
    height: top + height + 50,
    panels: [
      { frame, x, y, marks },
      {
        ...pixels(frame.left + frame.width, top, right, height),
        marks: names.flatMap((rows, index): readonly Mark[] => [
          {
            ...{ mark: 'dots', points: [[12, places[index] ?? 0]], ...seriesAt(index, lines.length) },
            ...{ radius: 4, opacity: 1 },
          },
          {
            mark: 'words',
            words: rows.map((line, at) =>
              word(22, (places[index] ?? 0) + (at - (rows.length - 1) / 2) * 15, line, { size: 13 }),
            ),
          },
        ]),
      },
    ],
  };
}
