import { type CashFlowShape } from '@daero/domain/shape';
import { type HospitalCaseForm } from './form.ts';
import { hospitalCase } from './hospital-case.ts';

/** A hospital's money month by month, and from which month on it has come back. */
export function cashFlowShape(file: HospitalCaseForm): CashFlowShape {
  const { months, paybackMonth, netPresentValue } = hospitalCase(file);
  return {
    shape: 'cash-flow',
    label: file.title,
    hospital: file.hospital,
    currency: file.currency,
    priceYear: file.priceYear,
    monthsEach: 1,
    net: months.map(({ flow }) => flow.net),
    cumulative: months.map(({ cumulative }) => cumulative),
    paybackMonth,
    netPresentValue,
  };
}
