/** A cohort of two strategies over two years: its risk is bound to the estimate `death`, the rest is assumed. */
export const smallCohort = `kind: cohort
title: { ko: 작은 코호트, en: A small cohort }
currency: KRW
priceYear: 2026
perspective: { ko: 보건의료체계, en: Healthcare system }
conventions:
  cycle: { length: 1, unit: years }
  horizon: { length: 2, unit: years }
  discount: { costs: 0, effects: 0, form: annual, from: time-zero }
  withinCycle: { at: cycles, population: end, discountedAt: end }
parameters:
  - name: p_sick
    label: { ko: 병이 날 위험, en: Risk of falling sick }
    kind: probability
    source: { estimate: death, as: beta-from-counts }
  - name: rr_aid
    label: { ko: 기기와 함께일 때의 상대위험, en: Relative risk with the aid }
    kind: relative-risk
    value: 1
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: c_sick
    label: { ko: 아픈 한 해의 비용, en: Cost of a sick year }
    kind: cost
    unit: KRW per year
    distribution: { form: gamma, mean: 1000, sd: 100 }
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: c_aid
    label: { ko: 기기의 한 해 비용, en: A year of the aid }
    kind: cost
    unit: KRW per year
    value: 0
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
states:
  - { name: well, label: { ko: 건강, en: Well } }
  - { name: sick, label: { ko: 아픔, en: Sick } }
initial: { well: 1 }
transitions:
  - { from: well, to: sick, probability: p_sick * rr_aid }
  - { from: well, to: well, probability: rest }
  - { from: sick, to: sick, probability: 1 }
rewards:
  - name: cost
    label: { ko: 비용, en: Cost }
    counts: cost
    per: year
    states: { well: c_aid, sick: c_sick + c_aid }
  - name: qaly
    label: { ko: 건강수명, en: Health }
    counts: effect
    per: year
    states: { well: 1, sick: 0.5 }
strategies:
  - { name: alone, label: { ko: 판독의 단독, en: Reader alone } }
  - { name: aided, label: { ko: 기기와 함께, en: With the aid }, set: { rr_aid: 0.5, c_aid: 150 } }
reference: alone
analyses:
  willingness: { from: 0, to: 10000, step: 1000, stated: 5000 }
  probabilistic: { draws: 2000, seed: 7 }
`;
