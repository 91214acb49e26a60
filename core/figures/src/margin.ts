import { formatNumber, trimZeros } from '@daero/domain/format/number';
import type { Interval } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { say } from './words.ts';

export const printMargin = (margin: number): string => trimZeros(formatNumber(margin, 4));

/** A little farther out than a margin, so that its rule stands clear of the end of the axis. */
export const beyond = (margin: number, noEffect: number): number => margin + 0.12 * (margin - noEffect);

/** Whether an interval keeps clear of a margin: above one that lies below no effect, below one that lies above it. */
export const excludes = ({ low, high }: Interval, margin: number, noEffect: number): boolean =>
  margin < noEffect ? low !== null && low > margin : high !== null && high < margin;

/** A finding, and what it says of each margin that was asked for. */
export const withMargins = (
  title: string,
  {
    bounds,
    margins,
    noEffect,
  }: { readonly bounds: Interval; readonly margins: readonly number[]; readonly noEffect: number },
  language: Language,
): string =>
  margins.reduce(
    (said, margin) =>
      say(excludes(bounds, margin, noEffect) ? 'margin.excluded' : 'margin.notExcluded', language, {
        title: said,
        margin: printMargin(margin),
      }),
    title,
  );
