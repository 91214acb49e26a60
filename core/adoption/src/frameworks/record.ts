import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';

/** What one record holds so that many frameworks can be filled from it, and to what a proof of it is bound. */
type Bound = 'version' | 'site' | 'neither';
const field = (ko: string, en: string, bound: Bound): { readonly name: Text; readonly bound: Bound } => ({
  name: { ko, en },
  bound,
});

export const recordFields = {
  // The core that all frameworks share.
  'intended-use': field('사용 목적과 제품 판', 'intended use, with version', 'version'),
  population: field('대상 환자와 기관', 'population and site', 'version'),
  comparator: field('비교 대상', 'comparator', 'version'),
  endpoint: field('평가지표와 정의', 'endpoint, with definition', 'version'),
  'sample-size': field('표본 수와 근거', 'sample size and its reason', 'version'),
  'input-quality': field('입력 자료의 질', 'quality of input', 'version'),
  'human-role': field('사람의 역할과 감독', 'human role and oversight', 'version'),
  subgroups: field('하위집단 결과', 'results by subgroup', 'version'),
  'errors-harms': field('오류와 위해 기록', 'log of errors and harms', 'version'),
  workload: field('업무량과 시간', 'workload and time', 'site'),
  costs: field('비용 항목과 가격 연도', 'cost items with price year', 'neither'),
  'change-log': field('변경 기록', 'change log', 'version'),
  approvals: field('누가 언제 어느 판을 승인했는지', 'who approved what, when, on which version', 'site'),
  // Results of studies.
  accuracy: field('정확도', 'accuracy', 'version'),
  'local-accuracy': field('우리 병원에서의 정확도', 'accuracy at the site', 'site'),
  'diagnostic-gain': field('진단의 임상적 이득', 'clinically meaningful gain in diagnosis', 'version'),
  'treatment-gain': field('치료 결과의 개선', 'better result of treatment', 'version'),
  'cost-effectiveness': field('비용-효과', 'cost-effectiveness', 'neither'),
  'budget-impact': field('재정 영향', 'budget impact', 'neither'),
  'real-world': field('실제 사용에서의 근거', 'evidence from routine use', 'version'),
  protocol: field('연구 계획과 심의', 'protocol and ethical review', 'neither'),
  analysis: field('분석 계획', 'plan of analysis', 'neither'),
  robustness: field('조건이 달라질 때의 성능', 'performance under changed conditions', 'version'),
  // About the product.
  authorisation: field('허가와 적합성', 'authorisation and conformity', 'version'),
  algorithm: field('알고리즘과 학습 자료', 'algorithm and training data', 'version'),
  'data-protection': field('개인정보와 자료 관리', 'privacy and data governance', 'neither'),
  security: field('보안', 'security', 'version'),
  usability: field('사용성과 사용자 참여', 'usability and part of users in design', 'version'),
  explanation: field('결과의 설명', 'explanation of results', 'version'),
  risks: field('위험 관리', 'management of risk', 'version'),
  transparency: field('이해관계와 공개', 'interests declared, data and code available', 'neither'),
  environment: field('환경과 사회 영향', 'environmental and social effect', 'neither'),
  // About the institution.
  governance: field('운영 조직', 'governing body', 'site'),
  inventory: field('제품 목록과 문서', 'inventory with documentation', 'site'),
  integration: field('업무 흐름과 시스템 연동', 'workflow and integration', 'site'),
  training: field('교육과 역량', 'training and competence', 'site'),
  consent: field('설명과 동의', 'information and consent', 'site'),
  monitoring: field('사용 중 관찰', 'monitoring in use', 'site'),
  registry: field('레지스트리 참여', 'part in a registry', 'site'),
  scalability: field('확장성', 'scalability', 'neither'),
} as const;
export type RecordField = keyof typeof recordFields;

/** Where a proof can be seen: a node of the evidence chain, an event of the log, or a paper. */
export type ProofSource =
  | { readonly is: 'chain'; readonly node: string }
  | { readonly is: 'event'; readonly eventId: string }
  | { readonly is: 'paper'; readonly reference: string };

export type Proof = {
  readonly field: RecordField;
  readonly what: Text;
  readonly source: ProofSource;
  readonly productVersion: string;
  /** The hospital that it is about; null where it holds for all. */
  readonly site: string | null;
  readonly on: IsoDate;
};

/** The one record of a product version at a hospital, on a day. */
export type CommonRecord = {
  readonly productVersion: string;
  readonly site: string;
  readonly on: IsoDate;
  readonly proofs: readonly Proof[];
};

export type FieldProof =
  | { readonly is: 'proved'; readonly proofs: readonly Proof[] }
  /** There is a proof, but of another version or another hospital. */
  | { readonly is: 'outdated'; readonly proofs: readonly Proof[] }
  | { readonly is: 'open' };

/** How one field of the record stands. */
export function fieldOf({ proofs, productVersion, site, on }: CommonRecord, name: RecordField): FieldProof {
  const known = proofs.filter((proof) => proof.field === name && proof.on <= on);
  if (known.length === 0) return { is: 'open' };
  const { bound } = recordFields[name];
  const holds = known.filter((proof) => {
    if (bound === 'neither') return true;
    const here = proof.productVersion === productVersion;
    return bound === 'version'
      ? here && (proof.site === null || proof.site === site)
      : here && proof.site === site;
  });
  return holds.length > 0 ? { is: 'proved', proofs: holds } : { is: 'outdated', proofs: known };
}
