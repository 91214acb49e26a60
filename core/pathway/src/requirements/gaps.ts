import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { addMonths } from '../calendar/day-number.ts';
import type { CaseState } from '../case/state.ts';
import type { EvidenceKind } from '../jurisdiction/schema.ts';
import { requirementsOf, type PlainClaim, type Policy, type Requirement } from './requirement.ts';

export const gapKinds = [
  'missing',
  'level',
  'population',
  'comparator',
  'sample',
  'outdated',
  'other-version',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** A study that would close a gap, as the study designer takes it up. */
export type StudyQuestion = {
  readonly question: 'accuracy' | 'effect' | 'safety' | 'cost-effectiveness' | 'routine-use';
  readonly requirement: string;
  readonly productVersion: string;
  readonly population: string;
  readonly comparator: string | null;
  readonly level: number | null;
  readonly minimumN: number | null;
};

/** What a requirement still lacks: nothing serves it, or what does falls short, with the rule that says so. */
export type Gap = {
  readonly requirement: Requirement;
  readonly kind: GapKind;
  readonly claim: string | null;
  readonly found: string | null;
  readonly asked: string | null;
  readonly study: StudyQuestion;
};

export type GapList = {
  readonly requirements: readonly Requirement[];
  readonly met: readonly { readonly requirement: string; readonly claim: string }[];
  readonly gaps: readonly Gap[];
};

/** Every requirement before a case against the claims there are; of several claims the one that lacks least is told. */
export function gapsOf(
  state: CaseState,
  claims: readonly PlainClaim[],
  policies: readonly Policy[],
  on: IsoDate,
): Result<GapList> {
  const requirements = requirementsOf(state, policies);
  const stages = [...state.rules.stages.keys()];
  for (const { id, serves } of claims) {
    // A claim may serve a gate that is passed, or one of another route; it may not serve what no gate asks.
    const name = serves.find((one) => !stages.includes(one.split(':')[0] ?? ''));
    if (name !== undefined) {
      const known = requirements.map((one) => one.id);
      return fail({ kind: 'requirement-unknown', claim: id, name, route: state.key.route, known });
    }
  }
  const judged = requirements.map((requirement) => ({
    requirement,
    best: claims
      .filter(({ serves }) => serves.includes(requirement.id))
      .map((claim) => ({ claim, lacks: lacksOf(state, requirement, claim, on) }))
      .reduce<Judged | null>(
        (least, one) => (least === null || one.lacks.length < least.lacks.length ? one : least),
        null,
      ),
  }));
  return succeed({
    requirements,
    met: judged.flatMap(({ requirement, best }) =>
      best !== null && best.lacks.length === 0 ? [{ requirement: requirement.id, claim: best.claim.id }] : [],
    ),
    gaps: judged.flatMap(({ requirement, best }) => gaps(state, requirement, best)),
  });
}

type Lack = Pick<Gap, 'kind' | 'found' | 'asked'>;
type Judged = { readonly claim: PlainClaim; readonly lacks: readonly Lack[] };

function gaps(state: CaseState, requirement: Requirement, best: Judged | null): readonly Gap[] {
  const study = studyFor(state, requirement);
  if (best === null) return [{ requirement, kind: 'missing', claim: null, found: null, asked: null, study }];
  return best.lacks.map((lack) => ({ requirement, ...lack, claim: best.claim.id, study }));
}

function lacksOf({ key }: CaseState, asks: Requirement, claim: PlainClaim, on: IsoDate): readonly Lack[] {
  const lacks: Lack[] = [];
  const lack = (kind: GapKind, found: string | null, asked: string): number =>
    lacks.push({ kind, found, asked });
  if (claim.productVersion !== key.productVersion)
    lack('other-version', claim.productVersion, key.productVersion);
  if (asks.level !== null && (claim.level ?? 0) < asks.level)
    lack('level', claim.level === null ? null : String(claim.level), String(asks.level));
  if (asks.ownPopulation && !claim.population.includes(key.indication))
    lack('population', claim.population.join(', '), key.indication);
  if (asks.comparator !== null && claim.comparator !== asks.comparator)
    lack('comparator', claim.comparator, asks.comparator);
  if (asks.minimumN !== null && claim.n < asks.minimumN)
    lack('sample', String(claim.n), String(asks.minimumN));
  if (asks.maxAgeMonths !== null && addMonths(claim.on, asks.maxAgeMonths) < on)
    lack('outdated', claim.on, addMonths(on, -asks.maxAgeMonths));
  return lacks;
}

const questions: Readonly<Record<EvidenceKind, StudyQuestion['question']>> = {
  clinicalValidity: 'accuracy',
  clinicalUtility: 'effect',
  safety: 'safety',
  costEffectiveness: 'cost-effectiveness',
  rwdRwe: 'routine-use',
};

const studyFor = ({ key }: CaseState, asks: Requirement): StudyQuestion => ({
  question: questions[asks.evidence],
  requirement: asks.id,
  productVersion: key.productVersion,
  population: key.indication,
  comparator: asks.comparator,
  level: asks.level,
  minimumN: asks.minimumN,
});

export const gapWords: Readonly<Record<GapKind, Text>> = {
  missing: { ko: '근거 없음', en: 'missing' },
  level: { ko: '근거 단계가 낮음', en: 'level too low' },
  population: { ko: '다른 대상', en: 'other population' },
  comparator: { ko: '다른 비교 대상', en: 'other comparator' },
  sample: { ko: '표본이 작음', en: 'sample too small' },
  outdated: { ko: '오래된 근거', en: 'outdated' },
  'other-version': { ko: '다른 제품 판의 근거', en: 'bound to another version' },
};

export const questionWords: Readonly<Record<StudyQuestion['question'], Text>> = {
  accuracy: { ko: '정확도 연구', en: 'accuracy study' },
  effect: { ko: '비교 효과 연구', en: 'comparative study of effect' },
  safety: { ko: '안전성 연구', en: 'safety study' },
  'cost-effectiveness': { ko: '경제성 평가', en: 'economic evaluation' },
  'routine-use': { ko: '실사용 연구', en: 'study of routine use' },
};
