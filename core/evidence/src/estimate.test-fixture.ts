import type { Estimate } from '@daero/domain/estimate';

/** An estimate over these counts; the rest is of no account to a test that asks for it here. */
export const estimate = (parts: Estimate['parts'], over: Partial<Estimate> = {}): Estimate => ({
  value: 0.5,
  low: 0.4,
  high: 0.6,
  standardError: 0.05,
  level: 0.95,
  unit: 'probability',
  n: parts.trials ?? Object.values(parts).reduce((sum, count) => sum + count, 0),
  parts,
  method: { ko: '방법', en: 'method' },
  source: 'source',
  warnings: [],
  ...over,
});
