import type { Text } from '@daero/domain/text';
import { missingFact, quantityFact, textFact, type Fact, type FactUnit, type Section } from './fact.ts';
import type { BusinessCase, Fee, LayerInput } from './layer-view.ts';

/** What may be charged, and whether the hospital's own case pays for itself. The payer's savings are another matter. */
export const feeSections = ({ fee, businessCase, on }: LayerInput): readonly Section[] => [
  { id: 'fee', name: { ko: '수가', en: 'fee' }, facts: feeFacts(fee, on) },
  {
    id: 'business-case',
    name: { ko: '병원의 손익', en: "the hospital's own case" },
    facts:
      businessCase === null
        ? [
            missingFact(
              { id: 'business-case', name: { ko: '손익 분석', en: 'business case' } },
              'no-business-case',
            ),
          ]
        : caseFacts(businessCase),
  },
  {
    id: 'assumptions',
    name: { ko: '손익 분석의 가정', en: 'what the case assumes' },
    facts: businessCase === null ? [] : assumptionFacts(businessCase),
  },
];

function feeFacts(fee: Fee | null, on: LayerInput['on']): readonly Fact[] {
  const name = { ko: '건당 수가', en: 'fee per use' };
  if (fee === null) return [missingFact({ id: 'fee', name }, 'no-fee')];
  if (fee.untilOn !== null && fee.untilOn < on) return [missingFact({ id: 'fee', name }, 'expired')];
  const known = { state: 'stated', source: { is: 'paper', reference: fee.reference } } as const;
  return [
    quantityFact({ id: 'fee', name }, { value: fee.perUse, unit: 'KRW' }, known),
    textFact({ id: 'fee-basis', name: { ko: '근거', en: 'basis' } }, fee.basis, known),
    textFact({ id: 'fee-code', name: { ko: '코드', en: 'code' } }, { ko: fee.code, en: fee.code }, known),
  ];
}

function caseFacts({ result, node }: BusinessCase): readonly Fact[] {
  const known = { state: 'estimate', source: { is: 'chain', node } } as const;
  const row = (id: string, ko: string, en: string, value: number | null, unit: FactUnit): Fact => {
    const named = { id, name: { ko, en } };
    return value === null
      ? missingFact(named, 'never-pays-back')
      : quantityFact(named, { value, unit }, known);
  };
  return [
    row('break-even', '손익분기 사용량', 'break-even uses', result.breakEvenUsesPerMonth, 'uses per month'),
    row('payback', '회수 시점', 'month of payback', result.paybackMonth, 'months'),
    row('net-present-value', '순현재가치', 'net present value', result.netPresentValue, 'KRW'),
    row('net', '전체 기간의 순현금', 'net cash over the whole time', result.total.net, 'KRW'),
    row(
      'hours-not-released',
      '돈이 되지 않는 절약 시간',
      'hours saved that nobody gets',
      result.hoursNotReleased,
      'hours',
    ),
  ];
}

/** The numbers that somebody put in; they are shown as what they are. */
function assumptionFacts({ form, node }: BusinessCase): readonly Fact[] {
  const known = { state: 'assumption', source: { is: 'chain', node } } as const;
  const row = (id: string, name: Text, value: number, unit: FactUnit): Fact =>
    quantityFact({ id, name }, { value, unit }, known);
  const { volume, fee, discountRate, time } = form;
  return [
    row('volume', { ko: '한 달 검사 수', en: 'examinations a month' }, volume.perMonth, 'uses per month'),
    row('use', { ko: '마지막 사용 비율', en: 'share used in the end' }, volume.use.at(-1) ?? NaN, 'share'),
    row('charged', { ko: '청구되는 비율', en: 'share charged' }, fee.chargedShare, 'share'),
    row('discount', { ko: '할인율', en: 'discount rate' }, discountRate, 'share'),
    ...time.map(({ label, minutesPerUse }, at) => row(`time-${at + 1}`, label, minutesPerUse, 'minutes')),
  ];
}
