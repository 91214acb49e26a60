import type { CaseRowView } from '@daero/api/schemas/pathway';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';

const dayAt = (on: IsoDate): number => Date.parse(on) / 86_400_000;

/** The days that all lanes share: from the first opening to the last forecast. */
export type Span = { readonly from: number; readonly to: number; readonly today: number };

export function spanOf(cases: readonly CaseRowView[], asOf: IsoDate): Span {
  const days = cases.flatMap(({ openedOn, listing, window }) => [
    dayAt(openedOn),
    ...(listing.state === 'forecast' ? listing.ranges.map(({ toOn }) => dayAt(toOn)) : []),
    ...(window === null ? [] : [dayAt(window.toOn)]),
  ]);
  const today = dayAt(asOf);
  const [from, to] = [Math.min(today - 30, ...days), Math.max(today + 30, ...days)];
  const pad = (to - from) * 0.015;
  return { from: from - pad, to: to + pad, today };
}

const share = (day: number, { from, to }: Span): number => (100 * (day - from)) / (to - from);

/** First days of years, which the head of the column names. */
export function yearsIn({ from, to }: Span): readonly { readonly year: number; readonly left: number }[] {
  const first = new Date(from * 86_400_000).getUTCFullYear() + 1;
  const last = new Date(to * 86_400_000).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
    year: first + at,
    left: share(dayAt(isoDate(`${first + at}-01-01`)), { from, to, today: 0 }),
  }));
}

/** One thin road: solid is done, dashed ahead, bands are when it may be listed. The columns beside it say the same in words. */
export function Lane({ row, span }: { readonly row: CaseRowView; readonly span: Span }): ReactElement {
  const at = (on: IsoDate): string => `${share(dayAt(on), span)}%`;
  const width = (from: IsoDate, to: IsoDate): string =>
    `${Math.max(0.4, share(dayAt(to), span) - share(dayAt(from), span))}%`;
  const today = `${share(span.today, span)}%`;
  const end = row.ended?.on ?? null;
  const { listing, window } = row;
  return (
    <div className="lane" aria-hidden="true">
      <span className="lane-today" style={{ left: today }} />
      <span
        className="lane-done"
        style={{
          left: at(row.openedOn),
          width: `calc(${end === null ? today : at(end)} - ${at(row.openedOn)})`,
        }}
      />
      {listing.state === 'forecast' && (
        <>
          <span
            className="lane-ahead"
            style={{ left: today, width: `calc(${at(listing.median)} - ${today})` }}
          />
          {[...listing.ranges]
            .sort((a, b) => b.level - a.level)
            .map(({ level, fromOn, toOn }) => (
              <span
                key={level}
                className={`lane-band lane-band-${Math.round(100 * level)}`}
                style={{ left: at(fromOn), width: width(fromOn, toOn) }}
              />
            ))}
          <span className="lane-median" style={{ left: at(listing.median) }} />
        </>
      )}
      {row.standings.flatMap(({ state, on }) =>
        on === null ? [] : [<span key={state} className="lane-mark" style={{ left: at(on) }} />],
      )}
      {window !== null && window.standing !== 'closed' && (
        <span className="lane-end" style={{ left: at(window.toOn) }} />
      )}
    </div>
  );
}
