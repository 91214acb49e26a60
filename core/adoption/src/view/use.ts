import type { Text } from '@daero/domain/text';
import { useCountWords, useStandingWords } from '../words/use-words.ts';
import type { Friction, Share, Spread } from '../use/friction.ts';
import { missingFact, quantityFact, textFact, type Fact, type FactUnit, type Section } from './fact.ts';
import type { LayerInput, Measured } from './layer-view.ts';

type SpreadName =
  | 'latencySeconds'
  | 'resultToScreenMinutes'
  | 'turnaroundSeenMinutes'
  | 'turnaroundUnseenMinutes'
  | 'responseSeconds';

const spreads: Readonly<Record<SpreadName, { readonly name: Text; readonly unit: FactUnit }>> = {
  latencySeconds: {
    name: { ko: '결과까지 걸린 시간(중앙값)', en: 'time to the result (median)' },
    unit: 'seconds',
  },
  resultToScreenMinutes: {
    name: { ko: '결과가 화면에 뜨기까지(중앙값)', en: 'from result to screen (median)' },
    unit: 'minutes',
  },
  turnaroundSeenMinutes: {
    name: { ko: '판독까지, 결과를 본 경우(중앙값)', en: 'turnaround where the result was seen (median)' },
    unit: 'minutes',
  },
  turnaroundUnseenMinutes: {
    name: { ko: '판독까지, 결과를 보지 않은 경우(중앙값)', en: 'turnaround where it was not seen (median)' },
    unit: 'minutes',
  },
  responseSeconds: {
    name: { ko: '응답에 걸린 시간(중앙값)', en: 'time to respond (median)' },
    unit: 'seconds',
  },
};

const shares: Readonly<Record<Exclude<keyof Friction, SpreadName>, Text>> = {
  failed: { ko: '실패한 비율', en: 'share that failed' },
  overridden: { ko: '다르게 결정한 비율', en: 'share overridden' },
  answered: { ko: '응답이 남은 비율', en: 'share with a response' },
};

/** Friction and turnaround, measured at this hospital. */
export const frictionSection = ({ measured }: LayerInput): Section => ({
  id: 'friction',
  name: { ko: '사건에서 잰 마찰과 소요 시간', en: 'friction and turnaround, measured from events' },
  facts: [
    ...entries(spreads).map(([id, { name, unit }]) => spreadFact(id, name, unit, measured)),
    ...entries(shares).map(([id, name]) => shareFact(id, name, measured?.friction[id] ?? null, measured)),
  ],
});

const entries = <Key extends string, Value>(
  of: Readonly<Record<Key, Value>>,
): readonly (readonly [Key, Value])[] => Object.entries(of) as [Key, Value][];

const source = ({ from, to }: Measured): { readonly is: 'measured' } & Pick<Measured, 'from' | 'to'> => ({
  is: 'measured',
  from,
  to,
});

function spreadFact(id: SpreadName, name: Text, unit: FactUnit, measured: Measured | null): Fact {
  const spread: Spread | null = measured?.friction[id] ?? null;
  if (measured === null) return missingFact({ id, name }, 'not-in-use');
  if (spread === null) return missingFact({ id, name }, 'too-few-or-none');
  return {
    ...{ id, name, known: true, state: 'observed', source: source(measured) },
    value: {
      ...{ form: 'quantity', value: spread.median, low: spread.quarter, high: spread.threeQuarters },
      ...{ range: 'quartiles', unit, n: spread.n },
    },
  };
}

function shareFact(id: string, name: Text, share: Share | null, measured: Measured | null): Fact {
  if (measured === null) return missingFact({ id, name }, 'not-in-use');
  if (share === null) return missingFact({ id, name }, 'too-few-or-none');
  const value = { value: share.share, unit: 'share', n: share.of } as const;
  return quantityFact({ id, name }, value, { state: 'observed', source: source(measured) });
}

/** How far it is used, in numbers that may be shown. */
export function useSection({ measured }: LayerInput): Section {
  const name = { ko: '사용', en: 'use' };
  const standing = { id: 'standing', name: { ko: '사용 상태', en: 'state of use' } };
  if (measured === null) return { id: 'use', name, facts: [missingFact(standing, 'not-in-use')] };
  const from = { state: 'observed', source: source(measured) } as const;
  const last = measured.history.at(-1);
  return {
    ...{ id: 'use', name },
    facts: [
      last === undefined
        ? missingFact(standing, 'not-in-use')
        : textFact(standing, useStandingWords[last.standing.is], from),
      ...entries(useCountWords).map(([id, word]) => {
        const value = measured.use.total[id];
        return value === null
          ? missingFact({ id, name: word }, 'too-few-or-none')
          : quantityFact({ id, name: word }, { value, unit: 'cases' }, from);
      }),
    ],
  };
}
