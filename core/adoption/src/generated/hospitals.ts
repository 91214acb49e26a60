import type { Text } from '@daero/domain/text';
import type { LayerKind } from '../layers/layer.ts';
import type { WithdrawalReason } from '../layers/event.ts';

/** The day on which the demonstration is looked at. */
export const demonstrationOn = '2026-11-16';

/** Products that do not exist; the days of their authorisation are as made up as they are. */
export const products = {
  chest: {
    ...{ deviceId: 'demonstration-chest-aid', version: '2.0' },
    ...{ begunOn: '2023-06-05', authorisedOn: '2024-11-04' },
    name: { ko: '시연용 흉부 판독 보조', en: 'Demonstration chest aid' },
    indication: {
      ko: '성인 흉부 X선에서 폐결절의 판독 보조',
      en: 'Aid in reading pulmonary nodules on chest radiographs of adults',
    },
  },
  ecg: {
    ...{ deviceId: 'demonstration-ecg-aid', version: '1.4' },
    ...{ begunOn: '2024-02-12', authorisedOn: '2025-03-17' },
    name: { ko: '시연용 심전도 판독 보조', en: 'Demonstration ECG aid' },
    indication: {
      ko: '성인 심전도에서 부정맥의 판독 보조',
      en: 'Aid in reading arrhythmias on electrocardiograms of adults',
    },
  },
} as const;
export type ProductName = keyof typeof products;

/** How often the result is seen: from `from` weeks after the first use on, this share. */
export type Uptake = readonly { readonly fromWeek: number; readonly seen: number; readonly ran: number }[];

/** One hospital of the demonstration, and how its road went. */
export type Road = {
  readonly site: string;
  readonly name: Text;
  readonly product: ProductName;
  readonly buyer: 'national-university-hospital' | 'private-hospital';
  readonly startOn: string;
  /** 1 takes as long as is usual. */
  readonly pace: number;
  /** The last layer that said yes. */
  readonly until: LayerKind | null;
  /** What became of the layer after it. */
  readonly then: 'goes-on' | 'deferred' | 'refused' | 'condition-overdue';
  readonly ready: 'all' | 'downtime-missing' | 'nothing';
  readonly trialWeeks: number;
  readonly uptake: Uptake;
  readonly perWeek: number;
  readonly paidOn: string | null;
  /** Whether its contract was renewed before it ended. */
  readonly renewed: boolean;
  readonly withdrawn: { readonly on: string; readonly because: readonly WithdrawalReason[] } | null;
};

const hospital = (ko: string, en: string): Text => ({
  ko: `시연 ${ko}병원`,
  en: `Demonstration Hospital ${en}`,
});
const untouched = {
  ready: 'nothing',
  trialWeeks: 0,
  uptake: [],
  perWeek: 0,
  paidOn: null,
  renewed: false,
  withdrawn: null,
} as const;
const steady: Uptake = [
  { fromWeek: 0, seen: 0.55, ran: 0.9 },
  { fromWeek: 6, seen: 0.78, ran: 0.97 },
];

export const roads: readonly Road[] = [
  {
    ...{
      site: 'generated-dawn',
      name: hospital('새벽', 'Dawn'),
      product: 'chest',
      buyer: 'private-hospital',
    },
    ...{ startOn: '2026-10-19', pace: 1, until: 'need', then: 'goes-on', ...untouched },
  },
  {
    ...{
      site: 'generated-moon',
      name: hospital('달빛', 'Moon'),
      product: 'chest',
      buyer: 'national-university-hospital',
    },
    ...{
      startOn: '2026-02-02',
      pace: 1.2,
      until: 'local-validation',
      then: 'condition-overdue',
      ...untouched,
    },
  },
  {
    ...{
      site: 'generated-river',
      name: hospital('가람', 'River'),
      product: 'ecg',
      buyer: 'private-hospital',
    },
    ...{ startOn: '2026-03-09', pace: 1.1, until: 'fee-finance', then: 'deferred', ...untouched },
  },
  {
    ...{
      site: 'generated-hill',
      name: hospital('언덕', 'Hill'),
      product: 'ecg',
      buyer: 'private-hospital',
      ...untouched,
    },
    ...{ startOn: '2025-09-01', pace: 1.3, until: 'clinical-review', then: 'refused' },
  },
  {
    ...{
      site: 'generated-field',
      name: hospital('들녘', 'Field'),
      product: 'chest',
      buyer: 'national-university-hospital',
    },
    ...{
      startOn: '2026-01-12',
      pace: 1.3,
      until: 'purchase',
      then: 'goes-on',
      ...untouched,
      ready: 'downtime-missing',
    },
  },
  {
    ...{ site: 'generated-wind', name: hospital('바람', 'Wind'), product: 'ecg', buyer: 'private-hospital' },
    ...{
      startOn: '2026-01-05',
      pace: 1.1,
      until: 'go-live',
      then: 'goes-on',
      ready: 'all',
      trialWeeks: 6,
      perWeek: 12,
    },
    ...{ uptake: steady, paidOn: null, renewed: false, withdrawn: null },
  },
  {
    ...{
      site: 'generated-star',
      name: hospital('샛별', 'Star'),
      product: 'chest',
      buyer: 'national-university-hospital',
    },
    ...{
      startOn: '2025-01-13',
      pace: 1,
      until: 'monitoring',
      then: 'goes-on',
      ready: 'all',
      trialWeeks: 8,
      perWeek: 14,
    },
    ...{ uptake: steady, paidOn: '2025-12-01', renewed: true, withdrawn: null },
  },
  {
    ...{
      site: 'generated-rain',
      name: hospital('단비', 'Rain'),
      product: 'chest',
      buyer: 'private-hospital',
    },
    ...{
      startOn: '2025-02-03',
      pace: 1.1,
      until: 'go-live',
      then: 'goes-on',
      ready: 'all',
      trialWeeks: 4,
      perWeek: 11,
    },
    uptake: [...steady, { fromWeek: 48, seen: 0.4, ran: 0.9 }, { fromWeek: 56, seen: 0.12, ran: 0.8 }],
    ...{ paidOn: '2026-02-02', renewed: false, withdrawn: null },
  },
  {
    ...{ site: 'generated-sea', name: hospital('바다', 'Sea'), product: 'ecg', buyer: 'private-hospital' },
    ...{
      startOn: '2025-04-07',
      pace: 0.9,
      until: 'go-live',
      then: 'goes-on',
      ready: 'all',
      trialWeeks: 4,
      perWeek: 12,
    },
    uptake: [
      { fromWeek: 0, seen: 0.78, ran: 0.95 },
      { fromWeek: 20, seen: 0.22, ran: 0.85 },
      { fromWeek: 30, seen: 0.1, ran: 0.6 },
    ],
    paidOn: null,
    renewed: false,
    withdrawn: { on: '2026-07-06', because: ['alert-fatigue', 'no-fee', 'workload'] },
  },
  {
    ...{
      site: 'generated-leaf',
      name: hospital('잎새', 'Leaf'),
      product: 'chest',
      buyer: 'private-hospital',
    },
    ...{
      startOn: '2025-03-10',
      pace: 1,
      until: 'go-live',
      then: 'goes-on',
      ready: 'all',
      trialWeeks: 0,
      perWeek: 11,
    },
    uptake: [
      { fromWeek: 0, seen: 0.76, ran: 0.95 },
      { fromWeek: 28, seen: 0, ran: 0 },
    ],
    ...{ paidOn: null, renewed: false, withdrawn: null },
  },
];
