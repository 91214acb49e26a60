import type { MilestoneView } from '@daero/api/schemas/pathway-parts';
import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import { formatLevel } from '@daero/domain/format/estimate';
import type { IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';

export const shownLevel = 0.8;
type Ranges = readonly { readonly level: number; readonly fromOn: IsoDate; readonly toOn: IsoDate }[];

/** A day that is done. */
export function Done({ on }: { readonly on: IsoDate }): ReactElement {
  const { language, say } = useWords();
  return (
    <span className="nowrap">
      <span className="role-ok">
        <Glyph name="observed" /> {say('case.done')}
      </span>{' '}
      {formatDate(on, language)}
    </span>
  );
}

/** A range first, with its level and the word for what it is; the median second. */
export function ForecastRange({
  ranges,
  median,
  whole = false,
}: {
  readonly ranges: Ranges;
  readonly median: IsoDate;
  /** With the median and the days of the range. */
  readonly whole?: boolean;
}): ReactElement {
  const { language, say } = useWords();
  const range = ranges.find(({ level }) => level === shownLevel);
  if (range === undefined) return <span>{formatDate(median, language)}</span>;
  const level = say('case.interval', { level: formatLevel(range.level) });
  return (
    <span className="milestone">
      <span className="nowrap">
        <span className="role-forecast">
          <Glyph name="forecast" /> {say('state.forecast')}
        </span>{' '}
        <span className={whole ? 'strong' : ''}>
          {whole
            ? `${formatDate(range.fromOn, language)} – ${formatDate(range.toOn, language)}`
            : formatMonthRange(range.fromOn, range.toOn, language)}
        </span>
      </span>{' '}
      <span className="quiet t-dense">
        {whole
          ? `${level} · ${say('case.median', { date: formatDate(median, language) })}`
          : formatLevel(range.level)}
      </span>
    </span>
  );
}

/** A mark of the road in words: done, forecast, withheld with its reason, or not on this route. */
export function Milestone({
  milestone,
  whole = false,
}: {
  readonly milestone: MilestoneView;
  readonly whole?: boolean;
}): ReactElement {
  const { say, text } = useWords();
  switch (milestone.state) {
    case 'reached':
      return <Done on={milestone.on} />;
    case 'forecast':
      return <ForecastRange ranges={milestone.ranges} median={milestone.median} whole={whole} />;
    case 'withheld':
      return (
        <span className="quiet t-dense">
          <Glyph name="withheld" />{' '}
          {milestone.needs
            .slice(0, whole ? 4 : 1)
            .map(({ stage, reason }) =>
              say('case.withheld', { stage: text(stage.name), reason: text(reason.name) }),
            )
            .join(' · ')}
        </span>
      );
    case 'not-on-route':
      return (
        <span className="quiet t-dense">
          <Glyph name="withheld" /> {say('case.notOnRoute')}
        </span>
      );
  }
}
