import { formatNumber } from '@daero/domain/format/number';
import type { Axis, Tick } from './plot.ts';

const powerOfTen = (exponent: number): number => Number(`1e${exponent}`); // exact, unlike Math.pow on some engines

/** The widest of 1, 2, 2.5, 5 times a power of ten that still gives about so many intervals. */
function niceStep(span: number, intervals: number): number {
  const rough = span / intervals;
  const base = powerOfTen(Math.floor(Math.log10(rough)));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * base >= rough * 0.999) ?? 10;
  return factor * base;
}

const decimalsOf = (step: number): number =>
  (Number(step.toPrecision(3)).toFixed(9).replace(/0+$/, '').split('.')[1] ?? '').length;

/** Four to six ticks at round numbers inside [low, high]. */
export function ticksBetween(low: number, high: number, divideBy = 1): readonly Tick[] {
  const [from, to] = [low / divideBy, high / divideBy];
  const step = niceStep(to - from, 5);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = Number(((first + index) * step).toPrecision(12));
    return { at: at * divideBy, label: formatNumber(at, decimalsOf(step)) };
  });
}

/** A linear axis over these values, ended at round numbers. */
export function linearAxis(
  values: readonly number[],
  rest: { readonly title: string; readonly grid?: boolean; readonly divideBy?: number },
): Axis {
  const by = rest.divideBy ?? 1;
  const [low, high] = spread(values.map((value) => value / by));
  const step = niceStep(high - low, 5) / 2;
  const domain = [
    Math.floor(low / step + 1e-9) * step * by,
    Math.ceil(high / step - 1e-9) * step * by,
  ] as const;
  return {
    domain,
    scale: 'linear',
    ticks: ticksBetween(...domain, by),
    title: rest.title,
    grid: rest.grid ?? true,
  };
}

function spread(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

const ratioTicks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** A log axis for ratios, with labels as people say them: 0.5 1 2. */
export function ratioAxis(values: readonly number[], title: string): Axis {
  const positive = values.filter((value) => value > 0);
  const [low, high] = [Math.min(...positive, 0.5), Math.max(...positive, 2)];
  const ticks = ratioTicks.filter((tick) => tick >= low && tick <= high);
  const kept =
    ticks.length > 6 ? ticks.filter((tick) => /^(0\.0?1|0\.5|1|2|10|100)$/.test(String(tick))) : ticks;
  return {
    domain: [low, high],
    scale: 'log',
    ticks: kept.map((at) => ({ at, label: String(at) })),
    title,
    grid: true,
  };
}

/** A probability from 0 to 1. */
export const unitAxis = (title: string, grid = true): Axis => ({
  domain: [0, 1],
  scale: 'linear',
  ticks: ticksBetween(0, 1),
  title,
  grid,
});

/** Rows from the top down, one unit each. */
export const rowAxis = (rows: number): Axis => ({
  domain: [rows, 0],
  scale: 'linear',
  ticks: [],
  title: '',
  grid: false,
});
