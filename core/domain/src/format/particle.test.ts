import fc from 'fast-check';
import { expect, test } from 'vitest';
import { particleAfter, settleParticles, withParticle, type Particle } from './particle.ts';

test.each([
  ['민감도', '은/는', '민감도는'],
  ['병원', '은/는', '병원은'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['0.71', '이었다/였다', '0.71이었다'],
  ['0.842', '이/가', '0.842가'],
  ['0.80', '을/를', '0.80을'],
  ['10', '이/가', '10이'],
  ['3', '으로/로', '3으로'],
  ['7', '으로/로', '7로'],
  ['83.4%', '은/는', '83.4%는'],
  ['AUC', '을/를', 'AUC를'],
  ['ICER', '으로/로', 'ICER로'],
  ['ICER', '은/는', 'ICER은'],
  ['QALY', '이/가', 'QALY가'],
  ['EMR', '이/가', 'EMR이'],
  ['NEWS2', '은/는', 'NEWS2는'],
  ['12 mg', '을/를', '12 mg을'],
  ['5 cm', '을/를', '5 cm를'],
  ['Daero', '은/는', 'Daero는'],
  ['Wilson', '과/와', 'Wilson과'],
  ['0.71 (0.66–0.76)', '이었다/였다', '0.71 (0.66–0.76)이었다'],
  ['3,810만 원', '으로/로', '3,810만 원으로'],
] satisfies readonly (readonly [string, Particle, string])[])('%s %s', (word, particle, whole) => {
  expect(withParticle(word, particle)).toBe(whole);
});

test('marks in a sentence are settled by what stands before them', () => {
  expect(settleParticles('AUC[은/는] 0.842[으로/로] 우연[을/를] 넘음')).toBe('AUC는 0.842로 우연을 넘음');
  expect(settleParticles('[이었다/였다].', '민감도는 0.71')).toBe('이었다.');
  expect(() => settleParticles('값[은/을] 봄')).toThrow('no such particle');
});

test('every Hangul syllable gets one of the two forms, by its final consonant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (code) => {
      const syllable = String.fromCharCode(code);
      const closed = syllable.normalize('NFD').length === 3; // an independent way to see a final consonant
      expect(particleAfter(syllable, '은/는')).toBe(closed ? '은' : '는');
    }),
  );
});
