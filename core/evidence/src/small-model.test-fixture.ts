/** A decision tree of two strategies: its risk is bound to the estimate `death`, the rest is assumed, one cost is derived. */
export const smallModel = `kind: decision-tree
title: { ko: 작은 모형, en: A small model }
currency: KRW
priceYear: 2026
perspective: { ko: 보건의료체계, en: Healthcare system }
timeHorizon: { ko: 입원 기간, en: The stay }
discounting: { costs: 0, effects: 0, statement: { ko: 시간이 없음, en: It has no time } }
outcomes:
  cost: { unit: KRW }
  qaly: { unit: QALY }
parameters:
  - name: p_event
    label: { ko: 사건의 위험, en: Risk of the event }
    kind: probability
    source: { estimate: death, as: beta-from-counts }
  - name: p_averted
    label: { ko: 막는 몫, en: Share averted }
    kind: probability
    distribution: { form: beta, mean: 0.1, sd: 0.02 }
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: c_event
    label: { ko: 사건의 비용, en: Cost of an event }
    kind: cost
    distribution: { form: gamma, mean: 1000, sd: 100 }
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: c_alert
    label: { ko: 경보의 비용, en: Cost of an alert }
    kind: cost
    distribution: { form: gamma, mean: 100, sd: 10 }
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: q_life
    label: { ko: 한 해의 삶, en: A year of life }
    kind: qaly
    distribution: { form: gamma, mean: 1, sd: 0.1 }
    source: { assumption: { ko: 가정, en: Assumed }, by: test, on: 2026-11-22 }
  - name: c_expected
    label: { ko: 기대 비용, en: Cost to expect }
    kind: cost
    expression: p_event * c_event
reference: usual
root:
  type: decision
  name: strategy
  branches:
    - name: usual
      label: { ko: 통상, en: Usual care }
      node:
        type: chance
        name: course
        branches:
          - { name: event, probability: p_event, node: { type: leaf, name: had it, payoffs: { cost: c_event } } }
          - { name: none, probability: complement, node: { type: leaf, name: had none, payoffs: { qaly: q_life } } }
    - name: alert
      label: { ko: 경보, en: Alerts }
      payoffs: { cost: c_alert }
      node:
        type: chance
        name: course with alerts
        branches:
          - name: event
            probability: p_event * (1 - p_averted)
            node: { type: leaf, name: had it all the same, payoffs: { cost: c_event } }
          - { name: none, probability: complement, node: { type: leaf, name: had none then, payoffs: { qaly: q_life } } }
analyses:
  willingness: { from: 0, to: 2000, step: 1000, stated: 1000 }
  probabilistic: { draws: 200, seed: 1 }
  tornado: all
`;
