import type { Text } from '@daero/domain/text';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { Grounds } from '../record/event.ts';

/** Whose rules of contract a buyer follows. */
export const buyers = ['state', 'national-university-hospital', 'private-hospital'] as const;
export type Buyer = (typeof buyers)[number];

/** How a contract may be made. */
export const contractMethods = [
  'open-competition',
  'small-private-contract',
  'small-private-contract-favoured', // firms of women or of people with disabilities
  'innovative-product',
  'own-rules',
] as const;
export type ContractMethod = (typeof contractMethods)[number];

/** A rule of contract as dated data: a new amount is a new row, and an old one is never rewritten. */
export type ContractRule = {
  readonly id: string;
  readonly method: ContractMethod;
  readonly buyers: readonly Buyer[];
  readonly name: Text;
  /** In won; null where the rule names no ceiling. */
  readonly ceiling: number | null;
  /** The years for which a designation as an innovative product counts. */
  readonly designationYears: number | null;
  /** The day from which we know that it held: of the source where the law's own day was not found. */
  readonly knownFrom: IsoDate;
  readonly knownTo: IsoDate | null;
  readonly grounds: Grounds;
  readonly note: Text;
};

const publicBuyers = ['state', 'national-university-hospital'] as const;
const from = (day: string): { readonly knownFrom: IsoDate; readonly knownTo: null } => ({
  knownFrom: isoDate(day),
  knownTo: null,
});

export const contractRules: readonly ContractRule[] = [
  {
    ...{
      id: 'small-private-2021',
      method: 'small-private-contract',
      buyers: publicBuyers,
      ...from('2021-01-01'),
    },
    name: { ko: '소액 수의계약', en: 'small private contract' },
    ...{ ceiling: 20_000_000, designationYears: null },
    grounds: {
      source:
        'State Contract Act Enforcement Decree 26(1)5, as answered by the Public Procurement Service in 2021',
      confidence: 'stated-in-source',
    },
    note: {
      ko: '이후의 인상은 확인하지 못했습니다. 국립대학교병원이 국가계약법을 따른다는 것은 확인되지 않은 일반 지식입니다.',
      en: 'Later increases were not confirmed. That national university hospitals follow the State Contract Act is general knowledge, unverified.',
    },
  },
  {
    ...{ id: 'small-private-favoured-2014', method: 'small-private-contract-favoured', buyers: publicBuyers },
    ...from('2014-01-01'),
    name: {
      ko: '여성기업·장애인기업 소액 수의계약',
      en: 'small private contract with a firm of women or of people with disabilities',
    },
    ...{ ceiling: 50_000_000, designationYears: null },
    grounds: { source: 'daehannews.kr 313935 (2014)', confidence: 'stated-in-source' },
    note: { ko: '이후의 변경은 확인하지 못했습니다.', en: 'Later changes were not confirmed.' },
  },
  {
    ...{ id: 'innovative-2021', method: 'innovative-product', buyers: publicBuyers, ...from('2021-01-01') },
    name: { ko: '혁신제품 수의계약', en: 'negotiated contract for a designated innovative product' },
    ...{ ceiling: null, designationYears: 3 },
    grounds: { source: 'Edaily 2021; csrbriefing.kr 3093', confidence: 'stated-in-source' },
    note: {
      ko: '지정 기간은 2021년에 3년이며, 더 새로운 공고에는 최대 6년이라고 적혀 있습니다.',
      en: 'A designation counted three years in 2021; newer notices speak of up to six.',
    },
  },
  {
    ...{ id: 'open-competition', method: 'open-competition', buyers: publicBuyers, ...from('2014-01-01') },
    name: { ko: '경쟁입찰', en: 'open competition' },
    ...{ ceiling: null, designationYears: null },
    grounds: { source: null, confidence: 'general-knowledge-unverified' },
    note: { ko: '금액의 상한이 없습니다.', en: 'It has no ceiling.' },
  },
  {
    ...{ id: 'own-rules', method: 'own-rules', buyers: ['private-hospital'], ...from('2014-01-01') },
    name: { ko: '병원 자체 구매 규정', en: "the hospital's own rules of purchase" },
    ...{ ceiling: null, designationYears: null },
    grounds: { source: null, confidence: 'general-knowledge-unverified' },
    note: {
      ko: '사립병원은 자체 규정을 따릅니다. 상한이 있으면 병원이 적습니다.',
      en: 'Private hospitals follow their own rules; a ceiling of its own is for the hospital to state.',
    },
  },
];

/** The newest rule for a method and a buyer that was known to hold on a day, or null. */
export const contractRuleOn = (method: ContractMethod, buyer: Buyer, on: IsoDate): ContractRule | null =>
  contractRules
    .filter((rule) => rule.method === method && rule.buyers.includes(buyer))
    .filter(({ knownFrom, knownTo }) => knownFrom <= on && (knownTo === null || on <= knownTo))
    .sort((a, b) => (a.knownFrom < b.knownFrom ? 1 : -1))[0] ?? null;
