import type { DeploymentView } from '@daero/api/schemas/adoption';
import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';

const [width, height] = [1000, 260];
const frame = { left: 44, right: 290, top: 10, bottom: 40 };
const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
const dashes = ['none', 'none', '7 4', '2 4'] as const;

/** The share that has come by each day, as steps; every curve is named where it ends. */
export function WaitingPlot({ measures }: { readonly measures: DeploymentView['measures'] }): ReactElement {
  const { say, text } = useWords();
  const most = Math.max(365, ...measures.map(({ seenUntilDays }) => seenUntilDays));
  const step = [100, 200, 250, 500].find((size) => most / size <= 6) ?? 500;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const x = (days: number): number => frame.left + (inner.width * days) / most;
  const y = (share: number): number => frame.top + inner.height * (1 - share);
  const names = spread(measures.map(({ curve }) => y(curve.at(-1)?.share ?? 0)));
  return (
    <svg
      className="waiting-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={measures
        .map(({ name, n, reached }) => `${text(name)}: ${say('times.reached')} ${reached}/${n}`)
        .join(', ')}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={frame.left} x2={frame.left + inner.width} y1={y(share)} y2={y(share)} />
          <text className="tick" x={frame.left - 6} y={y(share) + 4} textAnchor="end">
            {Math.round(100 * share)}%
          </text>
        </g>
      ))}
      {ticks.map((days) => (
        <text key={days} className="tick" x={x(days)} y={height - 22} textAnchor="middle">
          {formatCount(days)}
        </text>
      ))}
      <text className="tick" x={frame.left + inner.width} y={height - 4} textAnchor="end">
        {say('times.axis')}
      </text>
      {measures.map(({ name, curve, seenUntilDays, reached, n }, at) => {
        const last = curve.at(-1)?.share ?? 0;
        const path = curve.reduce(
          (drawn, { days, share }) => `${drawn} H${x(days)} V${y(share)}`,
          `M${x(0)} ${y(0)}`,
        );
        return (
          <g key={name.en} className={`series series-${at + 1}`}>
            <path d={`${path} H${x(seenUntilDays)}`} fill="none" strokeDasharray={dashes[at] ?? 'none'} />
            <line
              className="leader"
              x1={x(seenUntilDays)}
              y1={y(last)}
              x2={frame.left + inner.width + 8}
              y2={names[at] ?? 0}
            />
            <text className="name" x={frame.left + inner.width + 12} y={(names[at] ?? 0) + 4}>
              {text(name)} {reached}/{n}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names that would lie on each other are moved apart. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  let below = -Infinity;
  const moved = order.map(({ place, at }) => {
    below = Math.max(place, below + 17);
    return { at, place: below };
  });
  const over = Math.max(0, below - (height - frame.bottom));
  return places.map((_, at) => (moved.find((one) => one.at === at)?.place ?? 0) - over);
}
