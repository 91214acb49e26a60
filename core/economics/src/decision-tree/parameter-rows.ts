import { type DrawColumn } from '@daero/domain/expression/compile';
import { type Text } from '@daero/domain/text';
import { quantile } from '@daero/statistics/summary/quantile';
import { type BoundParameter } from '../model/binding.ts';
import { type ParameterColumns } from '../model/parameter-columns.ts';
import { type ParameterKind, type Source } from '../model/parameter.ts';
import { distributionQuantile, printDistribution } from '../uncertainty/distribution.ts';

/** A line of the parameter table. A derived one has its expression as source, and the percentiles of its draws as range. */
export type ParameterRow = {
  readonly name: string;
  readonly label: Text;
  readonly kind: ParameterKind;
  readonly unit: string;
  readonly value: number;
  /** 2.5 % and 97.5 %; null where the parameter is certain. */
  readonly low: number | null;
  readonly high: number | null;
  /** `Beta(12, 34)`; null where the parameter is certain or derived. */
  readonly distribution: string | null;
  readonly state: Source['state'];
  readonly source: Text;
  readonly estimateId?: string;
};

export const parameterRows = (
  parameters: readonly BoundParameter[],
  base: ParameterColumns,
  draws: ParameterColumns,
): readonly ParameterRow[] =>
  parameters.map((parameter, index) => {
    const { name, label, kind, unit, source, distribution } = parameter;
    const { low, high } = limits(parameter, draws[index] ?? Float64Array.of(NaN));
    return {
      ...{ name, label, kind, unit, low, high },
      value: base[index]?.[0] ?? NaN,
      distribution: distribution === null ? null : printDistribution(distribution),
      state: source.state,
      source: sourceText(source),
      ...(source.state === 'estimate' ? { estimateId: source.estimateId } : {}),
    };
  });

function limits(
  { distribution }: BoundParameter,
  column: DrawColumn,
): { readonly low: number | null; readonly high: number | null } {
  if (distribution !== null) {
    return {
      low: distributionQuantile(distribution, 0.025),
      high: distributionQuantile(distribution, 0.975),
    };
  }
  if (column.length === 1) return { low: null, high: null };
  const rising = Float64Array.from(column).sort();
  return { low: quantile(rising, 0.025), high: quantile(rising, 0.975) };
}

function sourceText(source: Source): Text {
  switch (source.state) {
    case 'estimate':
      return { ko: `추정값 ${source.estimateId}`, en: `Estimate ${source.estimateId}` };
    case 'assumption': {
      const { statement, by, on } = source;
      return { ko: `가정: ${statement.ko} (${by}, ${on})`, en: `Assumption: ${statement.en} (${by}, ${on})` };
    }
    case 'literature': {
      const rest = [source.year, source.url].filter((part) => part !== null).join(', ');
      const behind = rest === '' ? '' : ` (${rest})`;
      return { ko: `${source.reference.ko}${behind}`, en: `${source.reference.en}${behind}` };
    }
    case 'derived':
      return { ko: `식: ${source.expression}`, en: `Expression: ${source.expression}` };
  }
}
