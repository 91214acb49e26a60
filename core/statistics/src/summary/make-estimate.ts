import type { Estimate, Warning } from '@daero/domain/estimate';
import type { Limits } from './interval.ts';

type Given = Pick<Estimate, 'value' | 'level' | 'unit' | 'n' | 'parts' | 'method' | 'source'> & {
  readonly limits: Limits | null;
  readonly standardError?: number | null;
  readonly seed?: number;
  readonly warnings?: readonly Warning[];
};

/** An estimate in full; one without limits, or with limits that are no numbers, says so itself. */
export const makeEstimate = ({ limits, standardError = null, warnings = [], ...rest }: Given): Estimate => {
  const whole = limits !== null && Number.isFinite(limits.low) && Number.isFinite(limits.high);
  return {
    ...rest,
    low: whole ? limits.low : null,
    high: whole ? limits.high : null,
    standardError: standardError !== null && Number.isFinite(standardError) ? standardError : null,
    warnings: whole ? warnings : [...warnings, { kind: 'no-interval', facts: {} }],
  };
};
