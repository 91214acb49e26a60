import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { readIndicator } from '../indicators/indicator.ts';
import type { Observation } from '../indicators/observation.ts';
import { spendingOutlook } from '../indicators/spending.ts';
import { accrualOutlook } from '../indicators/warning.ts';
import { totalOf } from '../money/journal.ts';
import { statementOf } from '../money/statement.ts';
import { yearsOf, type ProjectState } from '../project/state.ts';

/** What puts a project at risk, and how much a flag weighs: at 3 the risk is high, at 1 it is to be watched. */
export const riskFlags = {
  'milestone-failed': { weight: 3, text: { ko: '마일스톤 미달', en: 'a milestone failed' } },
  'milestone-overdue': { weight: 2, text: { ko: '마일스톤 기한 경과', en: 'a milestone is overdue' } },
  'accrual-out-of-reach': {
    weight: 3,
    text: { ko: '모집 목표 달성 불가 예측', en: 'accrual will miss its target' },
  },
  'accrual-behind': { weight: 1, text: { ko: '모집 지연', en: 'accrual is behind' } },
  'spending-behind': { weight: 1, text: { ko: '집행 지연', en: 'spending is behind' } },
  'spending-ahead': { weight: 1, text: { ko: '집행 과속', en: 'money runs out early' } },
  'own-share-behind': { weight: 1, text: { ko: '자부담 지연', en: 'the own share lags behind the grant' } },
  'money-claimed': { weight: 2, text: { ko: '불인정액 미회수', en: 'disallowed money is not back' } },
  'indicator-missing': {
    weight: 1,
    text: { ko: '지표 없음', en: 'an indicator is neither measured nor declared' },
  },
  stopped: { weight: 3, text: { ko: '협약 중단', en: 'the agreement was stopped' } },
} as const satisfies Readonly<Record<string, { readonly weight: number; readonly text: Text }>>;
export type RiskFlag = keyof typeof riskFlags;

export const riskLevels = ['low', 'watch', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
export type Risk = { readonly level: RiskLevel; readonly flags: readonly RiskFlag[] };

export function riskOf(state: ProjectState, observations: readonly Observation[], asOf: IsoDate): Risk {
  const flags = new Set<RiskFlag>();
  if (state.completedOn === null) {
    for (const flag of [
      ...milestoneFlags(state, asOf),
      ...moneyFlags(state, asOf),
      ...indicatorFlags(state, observations, asOf),
    ])
      // prettier-ignore
      flags.add(flag);
  }
  if (state.stoppedOn !== null) flags.add('stopped');
  const weight = [...flags].reduce((sum, flag) => sum + riskFlags[flag].weight, 0);
  return { level: weight >= 3 ? 'high' : weight >= 1 ? 'watch' : 'low', flags: [...flags] };
}

const milestoneFlags = ({ milestones }: ProjectState, asOf: IsoDate): readonly RiskFlag[] =>
  milestones.flatMap(({ standing, dueOn }) =>
    standing.is === 'failed'
      ? ['milestone-failed' as const]
      : standing.is === 'open' && dueOn < asOf
        ? ['milestone-overdue' as const]
        : [],
  );

function moneyFlags(state: ProjectState, asOf: IsoDate): readonly RiskFlag[] {
  const open = yearsOf(state).filter((year) => !state.settled.some((one) => one.year === year));
  return [
    ...(totalOf(state.balances, 'claim') > 0 ? ['money-claimed' as const] : []),
    ...open.flatMap((year): readonly RiskFlag[] => {
      const outlook = spendingOutlook(state, year, asOf);
      const { grant, ownShare } = statementOf(state, year);
      // the own share should keep pace with the grant: given / agreed at least nine tenths of spent / agreed
      const lags =
        BigInt(ownShare.given) * BigInt(grant.agreed) * 10n <
        BigInt(grant.spent) * BigInt(ownShare.agreed) * 9n;
      return [
        ...(outlook?.standing === 'behind' ? ['spending-behind' as const] : []),
        ...(outlook?.standing === 'ahead' ? ['spending-ahead' as const] : []),
        ...(lags ? ['own-share-behind' as const] : []),
      ];
    }),
  ];
}

const indicatorFlags = (
  { agreement, declared }: ProjectState,
  observations: readonly Observation[],
  asOf: IsoDate,
): readonly RiskFlag[] =>
  agreement.indicators.flatMap((indicator): readonly RiskFlag[] => {
    const due = indicator.plan.some(({ on, value }) => on <= asOf && value > 0);
    const reading = readIndicator(indicator, observations, declared, asOf);
    const outlook = accrualOutlook(indicator, observations, asOf);
    return [
      ...(due && reading.state === 'missing' ? ['indicator-missing' as const] : []),
      ...(outlook?.standing === 'behind' ? ['accrual-behind' as const] : []),
      ...(outlook?.standing === 'out-of-reach' ? ['accrual-out-of-reach' as const] : []),
    ];
  });
