import type { CaseForecastShape } from '@daero/domain/shape';
import { isoDate } from '@daero/domain/time';

const day = isoDate;

/** A case half-way: one stage over, one running with a stopped clock, two ahead, one of them withheld. */
export const caseForecast: CaseForecastShape = {
  shape: 'case-forecast',
  label: { ko: '흉부 X선 판독 보조 · 평가유예', en: 'Chest reading aid · deferral' },
  asOf: day('2026-11-22'),
  draws: 10_000,
  rows: [
    {
      label: { ko: '신고·인증·허가', en: 'Authorisation' },
      kind: 'regulatory',
      passed: [{ fromOn: day('2025-12-01'), toOn: day('2026-04-10') }],
      pauses: [{ fromOn: day('2026-02-02'), toOn: day('2026-03-02') }],
      ahead: null,
      withheld: null,
      limitOn: day('2026-04-28'),
      critical: false,
    },
    {
      label: { ko: '사용기간 중 근거창출', en: 'Evidence generation' },
      kind: 'evidence-window',
      passed: [{ fromOn: day('2026-06-01'), toOn: null }],
      pauses: [],
      ahead: {
        fromOn: day('2026-11-22'),
        medianOn: day('2028-06-01'),
        ranges: [
          { level: 0.5, fromOn: day('2028-06-01'), toOn: day('2028-06-01') },
          { level: 0.8, fromOn: day('2028-06-01'), toOn: day('2028-06-01') },
          { level: 0.95, fromOn: day('2028-06-01'), toOn: day('2028-06-01') },
        ],
      },
      withheld: null,
      limitOn: null,
      critical: true,
    },
    {
      label: { ko: '사용기간 종료 재평가', en: 'Reassessment at the end of the use period' },
      kind: 'hta',
      passed: [],
      pauses: [],
      ahead: {
        fromOn: day('2028-06-01'),
        medianOn: day('2029-02-10'),
        ranges: [
          { level: 0.5, fromOn: day('2029-01-15'), toOn: day('2029-03-01') },
          { level: 0.8, fromOn: day('2028-12-28'), toOn: day('2029-03-28') },
          { level: 0.95, fromOn: day('2028-12-20'), toOn: day('2029-04-20') },
        ],
      },
      withheld: null,
      limitOn: null,
      critical: true,
    },
    {
      label: { ko: '요양급여 결정', en: 'Formal listing decision' },
      kind: 'payer',
      passed: [],
      pauses: [],
      ahead: null,
      withheld: { ko: '일수 기준이 정해지지 않음', en: 'type of days not settled' },
      limitOn: null,
      critical: false,
    },
  ],
  window: { endsOn: day('2028-05-31'), chanceOfMissing: 0.31 },
  mark: {
    name: { ko: '재평가', en: 'Reassessment' },
    range: { level: 0.8, fromOn: day('2028-12-28'), toOn: day('2029-03-28') },
    medianOn: day('2029-02-10'),
  },
};
