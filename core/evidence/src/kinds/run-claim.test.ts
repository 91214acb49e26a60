import { formatEstimate, printEstimate } from '@daero/domain/format/estimate';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { unwrap } from '@daero/domain/result';
import { describe, expect, it, test } from 'vitest';
import { estimate } from '../estimate.test-fixture.ts';
import { sentence } from '../explain.ts';
import { typedNumber } from '../plan/sentence.ts';
import type { EstimateOutput } from './outputs.ts';
import { runClaim, type ClaimFacts } from './run-claim.ts';

const sens = estimate({ events: 507, trials: 550 }, { value: 0.9218, low: 0.8963, high: 0.9414 });
const bare = estimate({ sites: 4 }, { low: null, high: null, standardError: null, value: 0.25 });
const facts: ClaimFacts = {
  estimates: new Map<string, EstimateOutput>([
    ['sens-5', { state: 'shown', estimate: sens }],
    ['i2', { state: 'shown', estimate: bare }],
    ['drawn', { state: 'shown', estimate: { ...sens, seed: 1 } }],
    ['small', { state: 'withheld', smallestCell: 10, estimate: sens }],
    ['icer', { state: 'not given', warnings: [] }],
  ]),
  settings: new Map<string, unknown>([
    ['accuracy.threshold', 5],
    ['accuracy.cut', 2.50001],
    ['accuracy.interval', 'wilson'],
  ]),
};

const both = (slots: string): readonly string[] => {
  const claim = unwrap(runClaim(`가 ${slots} 나`, `a ${slots} b`, facts));
  return languages.map((language) => sentence(claim, language));
};

describe('a slot becomes what the estimate says, in both languages', () => {
  it.each([
    {
      slot: '{sens-5}',
      ko: formatEstimate(sens, 'ko', 'confidence'),
      en: formatEstimate(sens, 'en', 'confidence'),
    },
    {
      slot: '{drawn}',
      ko: formatEstimate(sens, 'ko', 'uncertainty'),
      en: formatEstimate(sens, 'en', 'uncertainty'),
    },
    { slot: '{sens-5:value}', ko: printEstimate(sens, 'ko').value, en: printEstimate(sens, 'en').value },
    { slot: '{sens-5:interval}', ko: String(printEstimate(sens, 'ko').interval), en: '0.896–0.941' },
    { slot: '{sens-5:n}', ko: '550', en: '550' },
    { slot: '{sens-5:events}', ko: '507', en: '507' },
    { slot: '{accuracy.threshold}', ko: '5', en: '5' },
    { slot: '{accuracy.cut}', ko: '2.5', en: '2.5' },
    { slot: '{accuracy.interval}', ko: 'wilson', en: 'wilson' },
    { slot: '{i2:value}', ko: '0.250', en: '0.250' },
  ])('$slot', ({ slot, ko, en }) => expect(both(slot)).toEqual([`가 ${ko} 나`, `a ${en} b`]));

  test('the words of the interval differ, the digits do not', () => {
    const [ko = '', en = ''] = both('{sens-5}');
    expect([ko, en].map((text) => text.match(/[\d.]+/g))).toEqual(
      Array(2).fill(['0.922', '95', '0.896', '0.941']),
    );
    expect([ko.includes('신뢰구간'), en.includes('CI')]).toEqual([true, true]);
  });
});

test('a withheld or meaningless number is a dash, and none of its digits is said', () => {
  for (const slot of ['{small}', '{small:n}', '{small:events}', '{icer}']) {
    for (const text of both(slot)) {
      expect(text).toContain('—');
      expect(typedNumber(text)).toBeUndefined();
    }
  }
});

describe('what cannot be filled is one fault that says what could', () => {
  it.each([
    { slot: '{sens-5:deaths}', known: 'value, interval, n, events, trials' },
    { slot: '{i2:interval}', known: 'value, n, sites' },
    { slot: '{gone}', known: 'sens-5, i2, drawn, small, icer' },
  ])('$slot', ({ slot, known }) => {
    const found = runClaim('가', `a ${slot}`, facts);
    if (found.ok) throw new Error('it was filled');
    for (const language of languages) {
      const spoken = speakFault(found.fault, language);
      expect(spoken).toContain(slot.slice(1, -1));
      expect(spoken).toContain(known);
    }
  });
});
