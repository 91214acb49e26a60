import sickSicker from '../sick-sicker/model.ts';

/**
 * Sick-Sicker by the month, with costs and effects discounted at different rates. Nothing else changes: rates become probabilities with
 * `cycle`, and costs and utilities are per year. Equal rates and a cycle of one year hide mistakes that this model brings out.
 */
export default {
  ...sickSicker,
  title: { ko: '월 주기의 Sick-Sicker 모형', en: 'The Sick-Sicker model by the month' },
  conventions: {
    cycle: { length: 1, unit: 'months' },
    horizon: { length: 75, unit: 'years' },
    discount: { costs: 0.045, effects: 0.015, form: 'annual', from: 'time-zero' },
    withinCycle: { at: 'points', weights: 'half-cycle' },
  },
  analyses: { ...sickSicker.analyses, probabilistic: { draws: 1_000, seed: 71_818 } },
} satisfies typeof sickSicker;
