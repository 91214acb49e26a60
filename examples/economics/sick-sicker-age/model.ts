import { cohortModel } from '@daero/economics/cohort/build';
import { frame, numbers, tutorial } from './numbers.ts';

/** Sick-Sicker with mortality that rises with age, and with what falling ill and dying cost at the moment. The numbers stand beside. */
export default cohortModel({
  ...frame,
  title: { ko: '나이에 따라 달라지는 Sick-Sicker 모형', en: 'The Sick-Sicker model with age' },
  parameters: {
    ...numbers,
    r_S1S2: {
      ...{ kind: 'rate', unit: 'per year', value: 0.105, label: { ko: '진행률', en: 'progression' } },
      distribution: { form: 'gamma', shape: 84, scale: 0.00125 },
      source: tutorial,
    },
    p_S1S2: {
      ...{ kind: 'probability', label: { ko: '주기당 진행', en: 'progression in a cycle' } },
      expression: '1 - exp(-r_S1S2*if(on_B, hr_B, 1)*cycle)',
    },
  },
  states: {
    H: { ko: '건강', en: 'Healthy' },
    S1: { ko: '아픔', en: 'Sick' },
    S2: { ko: '더 아픔', en: 'Sicker' },
    D: { ko: '사망', en: 'Dead' },
  },
});
