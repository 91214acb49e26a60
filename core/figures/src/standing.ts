import type { Interval } from '@daero/domain/shape';

/**
 * Where an interval stands to a reference. `includes` never reads as equality: only that no difference was shown.
 * `unknown` where there is no interval, and then nothing is said of a difference.
 */
export type Standing = 'above' | 'below' | 'includes' | 'unknown';

export function standing({ low, high }: Pick<Interval, 'low' | 'high'>, reference: number): Standing {
  if (low === null || high === null) return 'unknown';
  if (low > reference) return 'above';
  return high < reference ? 'below' : 'includes';
}
