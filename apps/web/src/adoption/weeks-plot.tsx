import type { UsageView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { formatPercent } from '@daero/domain/format/probability';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { wholePercent } from './percent.ts';

const [width, height] = [1000, 250];
const frame = { left: 40, right: 12, top: 34, bottom: 24 };
const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
const lately = 12;

/** Eligible and seen by week as bars, the states of use as a band above, and the line that makes a week a used one. */
export function WeeksPlot({ found }: { readonly found: UsageView }): ReactElement {
  const { language, say, text } = useWords();
  const { weeks, rules, history, withdrawn, total } = found;
  const [first, last] = [weeks[0], weeks.at(-1)];
  const most = Math.max(1, ...weeks.map(({ eligible }) => eligible));
  const each = inner.width / Math.max(1, weeks.length);
  const x = (at: number): number => frame.left + each * at;
  const y = (count: number): number => frame.top + inner.height * (1 - count / most);
  const recent = weeks.filter(({ over }) => over).slice(-lately);
  const sum = (of: 'eligible' | 'seen'): number => recent.reduce((all, week) => all + week[of], 0);
  const finding =
    sum('eligible') === 0
      ? say('use.noFinding')
      : say('use.finding', { weeks: recent.length, share: formatPercent(sum('seen'), sum('eligible')) });
  const ends = weeks.findIndex(({ weekOf }) => withdrawn !== null && weekOf >= withdrawn.on);
  const bands = history.flatMap((period, at) => {
    const from = weeks.findIndex(({ weekOf }) => weekOf >= period.since);
    const next = history[at + 1];
    const to = next === undefined ? weeks.length : weeks.findIndex(({ weekOf }) => weekOf >= next.since);
    const start = from < 0 ? (ends < 0 ? weeks.length : ends) : from;
    return [{ period, from: start, to: to < 0 ? weeks.length : to }];
  });
  const step = Math.max(1, Math.ceil(weeks.length / 8));
  return (
    <figure className="plot panel adoption-plot">
      <figcaption>
        <h3 className="plot-title">{finding}</h3>
        <p className="t-dense quiet">
          {say('use.subtitle', {
            share: wholePercent(rules.usedWeekShare),
            from: first === undefined ? '—' : formatDate(first.weekOf, language),
            to: last === undefined ? '—' : formatDate(last.weekOf, language),
            n: formatCount(total?.eligible ?? 0),
          })}
        </p>
      </figcaption>
      <svg className="weeks-plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className="grid"
              x1={frame.left}
              x2={frame.left + inner.width}
              y1={y(part * most)}
              y2={y(part * most)}
            />
            <text className="tick" x={frame.left - 6} y={y(part * most) + 4} textAnchor="end">
              {formatCount(Math.round(part * most))}
            </text>
          </g>
        ))}
        {weeks.map((week, at) => (
          <g key={week.weekOf}>
            <rect
              className="eligible"
              x={x(at) + 0.5}
              width={Math.max(1, each - 1)}
              y={y(week.eligible)}
              height={y(0) - y(week.eligible)}
            />
            <rect
              className="seen"
              x={x(at) + 0.5}
              width={Math.max(1, each - 1)}
              y={y(week.seen)}
              height={y(0) - y(week.seen)}
            />
            <line
              className="needed"
              x1={x(at)}
              x2={x(at + 1)}
              y1={y(week.eligible * rules.usedWeekShare)}
              y2={y(week.eligible * rules.usedWeekShare)}
            />
            {at % step === 0 && (
              <text className="tick" x={x(at)} y={height - 6}>
                {week.weekOf.slice(0, 7)}
              </text>
            )}
          </g>
        ))}
        {bands.map(({ period, from, to }) => (
          <g key={`${period.is} ${period.since}`}>
            <line className="state" x1={x(from)} x2={x(from)} y1={6} y2={y(0)} />
            {to > from && (
              <text className="name" x={x(from) + 4} y={18}>
                {text(period.name)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
