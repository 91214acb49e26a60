import { scoreTable } from './score-table.ts';

/** National Early Warning Score 2, SpO2 scale 1, as published; `consciousness` is the sign "not alert" (C, V, P or U). */
export const news2 = scoreTable.parse({
  name: 'NEWS2',
  source:
    'Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS. London: RCP, 2017. Chart 1',
  items: [
    {
      item: 'respiratory-rate',
      kind: 'measurement',
      unit: '/min',
      decimals: 0,
      bands: [
        { from: null, to: 8, points: 3 },
        { from: 9, to: 11, points: 1 },
        { from: 12, to: 20, points: 0 },
        { from: 21, to: 24, points: 2 },
        { from: 25, to: null, points: 3 },
      ],
    },
    {
      item: 'oxygen-saturation',
      kind: 'measurement',
      unit: '%',
      decimals: 0,
      bands: [
        { from: null, to: 91, points: 3 },
        { from: 92, to: 93, points: 2 },
        { from: 94, to: 95, points: 1 },
        { from: 96, to: null, points: 0 },
      ],
    },
    { item: 'supplemental-oxygen', kind: 'sign', pointsWhenPresent: 2 },
    {
      item: 'systolic-pressure',
      kind: 'measurement',
      unit: 'mm[Hg]',
      decimals: 0,
      bands: [
        { from: null, to: 90, points: 3 },
        { from: 91, to: 100, points: 2 },
        { from: 101, to: 110, points: 1 },
        { from: 111, to: 219, points: 0 },
        { from: 220, to: null, points: 3 },
      ],
    },
    {
      item: 'heart-rate',
      kind: 'measurement',
      unit: '/min',
      decimals: 0,
      bands: [
        { from: null, to: 40, points: 3 },
        { from: 41, to: 50, points: 1 },
        { from: 51, to: 90, points: 0 },
        { from: 91, to: 110, points: 1 },
        { from: 111, to: 130, points: 2 },
        { from: 131, to: null, points: 3 },
      ],
    },
    { item: 'consciousness', kind: 'sign', pointsWhenPresent: 3 },
    {
      item: 'temperature',
      kind: 'measurement',
      unit: 'Cel',
      decimals: 1,
      bands: [
        { from: null, to: 35, points: 3 },
        { from: 35.1, to: 36, points: 1 },
        { from: 36.1, to: 38, points: 0 },
        { from: 38.1, to: 39, points: 1 },
        { from: 39.1, to: null, points: 2 },
      ],
    },
  ],
});
