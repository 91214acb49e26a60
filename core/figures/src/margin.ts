import { formatNumber, trimZeros } from '@daero/domain/format/number';
import type { Interval } from '@daero/domain/shape';
import type { Language } from '@daero/domain/text';
import { standing } from './standing.ts';
import { say } from './words.ts';

/** Where nothing is different; null where there is no such value, and a margin is then a goal to be passed. */
type NoEffect = number | null;

/** The margins that say more than the value of no effect does: a margin on it asks for a difference, which is told anyway. */
export const apart = (margins: readonly number[], noEffect: NoEffect): readonly number[] =>
  margins.filter((margin) => margin !== noEffect);

export const marginLabel = (margin: number, noEffect: NoEffect, language: Language): string =>
  say(noEffect === null ? 'goal.label' : 'margin.label', language, { margin: printed(margin) });

const printed = (margin: number): string => trimZeros(formatNumber(margin, 4));

/** A little farther out than a margin, so that its rule stands clear of the end of the axis. */
export const beyond = (margin: number, centre: number): number => margin + 0.12 * (margin - centre);

/** Whether an interval keeps clear of a margin: above one that lies below no effect, below one that lies above it. */
const excludes = ({ low, high }: Interval, margin: number, noEffect: number): boolean =>
  margin < noEffect ? low !== null && low > margin : high !== null && high < margin;

/** A finding, and what it says of each margin or goal that was asked for. */
export const withMargins = (
  title: string,
  {
    bounds,
    margins,
    noEffect,
  }: { readonly bounds: Interval; readonly margins: readonly number[]; readonly noEffect: NoEffect },
  language: Language,
): string =>
  apart(margins, noEffect).reduce((said, margin) => {
    const slots = { title: said, margin: printed(margin) };
    if (noEffect === null) return say(`goal.${standing(bounds, margin)}`, language, slots);
    return say(
      excludes(bounds, margin, noEffect) ? 'margin.excluded' : 'margin.notExcluded',
      language,
      slots,
    );
  }, title);
