import { textWidth } from './measure.ts';
import { word, type Dash, type Ink, type Mark, type Marker, type Panel } from './plot.ts';

/** How a series looks, and what it is called: marker and line repeat each other, so that colour is never the only key. */
export type LegendEntry = {
  readonly ink: Ink;
  readonly marker: Marker | null;
  /** `none` for points without a line. */
  readonly dash: Dash | 'none';
  readonly text: string;
};

const lineHeight = 18;
const keyWidth = 26;

/** Entries in data order in the lower right corner of a frame: where a good ROC curve does not go. */
export function legendBelow(entries: readonly LegendEntry[], frame: Panel['frame']): Panel {
  const width = Math.min(
    frame.width,
    Math.max(0, ...entries.map(({ text }) => textWidth(text, 12))) + keyWidth + 10,
  );
  const height = entries.length * lineHeight + 8;
  return legendAt(entries, {
    left: frame.left + frame.width - width,
    top: frame.top + frame.height - height,
    width,
    height,
  });
}

/** A panel in pixels from its own corner, with one line an entry. */
export function legendAt(entries: readonly LegendEntry[], frame: Panel['frame']): Panel {
  const plain = { scale: 'linear', ticks: [], title: '', grid: false } as const;
  return {
    frame,
    x: { ...plain, domain: [0, frame.width] },
    y: { ...plain, domain: [frame.height, 0] },
    marks: entries.flatMap(({ ink, marker, dash, text }, index): readonly Mark[] => {
      const y = 4 + (index + 0.5) * lineHeight;
      return [
        ...(dash === 'none'
          ? []
          : [{ mark: 'rules', rules: [[0, y, keyWidth - 6, y]], ink, width: 2, dash } as const]),
        ...(marker === null
          ? []
          : [
              {
                mark: 'dots',
                points: [[(keyWidth - 6) / 2, y]],
                ink,
                marker,
                radius: 4,
                opacity: 1,
              } as const,
            ]),
        { mark: 'words', words: [word(keyWidth, y, text)] },
      ];
    }),
  };
}
