import type { Text } from '@daero/domain/text';
import type { EvidenceKind, Grounds } from '../jurisdiction/schema.ts';

/** What a gate asks of its evidence beyond that there be some. A number that no source gives is null: nobody's guess stands here. */
export type GateRule = Grounds & {
  readonly stage: string;
  readonly evidence: EvidenceKind;
  readonly text: Text;
  /** The least evidence level of the HIRA-KSR ladder: 1 work efficiency, 2 diagnostic gain, 3 better result, 4 cost-effectiveness. */
  readonly level: 1 | 2 | 3 | 4 | null;
  readonly comparator: string | null;
  /** Whether the people studied must be those of the indication. */
  readonly ownPopulation: boolean;
  readonly minimumN: number | null;
  readonly maxAgeMonths: number | null;
};

const rule = (
  stage: string,
  evidence: EvidenceKind,
  text: Text,
  asks: Partial<Pick<GateRule, 'level' | 'comparator' | 'ownPopulation'>>,
  grounds: Grounds,
): GateRule => ({
  stage,
  evidence,
  text,
  level: asks.level ?? null,
  comparator: asks.comparator ?? null,
  ownPopulation: asks.ownPopulation ?? false,
  minimumN: null,
  maxAgeMonths: null,
  ...grounds,
});
const stated = (...source: readonly string[]): Grounds => ({ source, confidence: 'stated-in-source' });
const inferred = (...source: readonly string[]): Grounds => ({ source, confidence: 'inferred-from-sources' });

const compared: Text = {
  ko: '기존 방법과 견준 임상연구에서 안전성과 유효성이 그 이상이어야 합니다.',
  en: 'Clinical studies against existing methods must show safety and effectiveness at least equal to theirs.',
};
const gathered: Text = {
  ko: '사용기간에 모은 근거로 유효성을 보여야 합니다.',
  en: 'Effectiveness must be shown with evidence gathered during the use period.',
};
const existing = { comparator: 'existing-method', ownPopulation: true };

export const gateRules: readonly GateRule[] = [
  rule(
    'kr.authorise',
    'clinicalValidity',
    {
      ko: '독립된 자료에서의 성능과 임상적 타당성이 필요합니다.',
      en: 'Performance on an independent set and clinical validation are needed.',
    },
    { ownPopulation: true },
    inferred('elendi'),
  ),
  rule(
    'kr.immediate',
    'clinicalValidity',
    {
      ko: '국제 수준의 강화된 임상평가를 거쳐야 합니다.',
      en: 'The enhanced clinical evaluation of international standard must be passed.',
    },
    { ownPopulation: true },
    stated('mt.ie'),
  ),
  rule('kr.nhta', 'clinicalValidity', compared, existing, stated('slides2410')),
  rule('kr.nhta', 'clinicalUtility', compared, existing, stated('slides2410')),
  rule('kr.nhta', 'safety', compared, existing, stated('slides2410')),
  rule('kr.reassess', 'clinicalValidity', gathered, { ownPopulation: true }, stated('hineca')),
  rule('kr.reassess', 'clinicalUtility', gathered, existing, inferred('hineca', 'slides2410')),
  rule('kr.reassess', 'rwdRwe', gathered, { ownPopulation: true }, stated('hineca')),
  rule(
    'kr.listing',
    'clinicalValidity',
    {
      ko: '의도한 임상 환경의 코호트에서 외부 타당성을 보여야 합니다.',
      en: 'External validation in a cohort of the intended clinical setting is asked for.',
    },
    { ownPopulation: true },
    stated('data2019'),
  ),
  rule(
    'kr.listing',
    'clinicalUtility',
    {
      ko: '임상적으로 의미 있는 진단 향상(2단계)부터 검토합니다. 업무 효율(1단계)에는 수가가 없습니다.',
      en: 'Clinically meaningful diagnostic gain (level 2) may be considered; work efficiency (level 1) is not paid for.',
    },
    { level: 2, ownPopulation: true },
    stated('dm4lv'),
  ),
  rule(
    'kr.listing',
    'costEffectiveness',
    {
      ko: '비용효과성(4단계)의 근거를 봅니다.',
      en: 'Evidence of cost-effectiveness (level 4) is looked at.',
    },
    { level: 4 },
    inferred('dm4lv', 'jungnp'),
  ),
  rule(
    'de.diga',
    'clinicalUtility',
    {
      ko: '긍정적 진료 효과를, 대개 무작위시험으로 보여야 합니다.',
      en: 'A positive care effect must be shown, mostly by randomised trials.',
    },
    existing,
    inferred('lauer'),
  ),
];
