import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposal } from './call.test-fixture.ts';
import { proposalSchema } from './event.ts';
import { overlapOf, overlaps } from './overlap.ts';
import { resemblance } from './similarity.ts';

const named = (name: string, changed: object = {}) => ({
  name,
  proposal: proposalSchema.parse(proposal(name, changed)),
});

describe('overlap between proposals', () => {
  test('same product and indication are serious, with the reasons', () => {
    const found = overlapOf(named('ada'), named('ben', { product: { deviceId: 'ada-cxr', version: '3.0' } }));
    expect(found.serious).toBe(true);
    expect(found.reasons.map(({ because }) => because)).toEqual(
      expect.arrayContaining(['product', 'indication', 'hospitals', 'budget-lines']),
    );
    const hospitals = found.reasons.find(({ because }) => because === 'hospitals');
    expect(hospitals?.what).toEqual(['hospital-a', 'hospital-b']);
  });
  test('what has nothing in common is not listed', () => {
    const other = named('zoe', {
      product: null,
      indication: null,
      title: { ko: '간호사 교육', en: 'Courses for nurses' },
      summary: { ko: '응급실에서 배우는 과정', en: 'Learning on the emergency ward' },
      consortium: {
        consortiumId: 'k-zoe',
        name: { ko: '조이', en: 'Zoe' },
        members: [{ partyId: 'zoe', name: { ko: '조이', en: 'Zoe' }, kind: 'company', size: 'small', region: 'KR-11', role: 'lead', persons: ['zoe-1'] }], // prettier-ignore
      },
      lines: [{ lineId: 'x', year: 2026, category: 'travel', party: 'zoe', text: { ko: '출장', en: 'Trips' }, grant: 10, ownCash: 5, ownKind: 0 }], // prettier-ignore
    });
    expect(overlaps([named('ada'), other])).toEqual([]);
  });
});

describe('resemblance of Broder', () => {
  test('is the share of common runs of three letters', () => {
    // abcd: abc bcd; bcde: bcd cde; one of three in common
    expect(resemblance('abcd', 'BC-de')).toBeCloseTo(1 / 3, 12);
    expect(resemblance('병원에서 판독합니다', '병원에서, 판독합니다.')).toBe(1);
    expect(resemblance('', 'abc')).toBe(0);
  });
  test('is symmetric, between 0 and 1, and 1 for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const found = resemblance(a, b);
        expect(found).toBe(resemblance(b, a));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(resemblance(a, a));
      }),
    );
  });
});
