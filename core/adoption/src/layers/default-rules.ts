import type { Text } from '@daero/domain/text';
import { unverified, type Grounds } from '../record/event.ts';
import { defaultReadiness } from '../readiness/default-readiness.ts';
import type { HospitalRules, Layer, LayerKind } from './layer.ts';

type Row = {
  readonly kind: LayerKind;
  readonly name: Text;
  readonly office: Text;
  readonly after: readonly LayerKind[];
  readonly papers: readonly (readonly [id: string, must: boolean, ko: string, en: string])[];
  readonly stop: Text;
  readonly stopGrounds?: Grounds;
  readonly renewAfterMonths?: number;
};

const stated = (source: string): Grounds => ({ source, confidence: 'stated-in-source' });
const dailyMedi = stated('Daily Medi 2025-08-28');

/** The order that hospitals commonly follow. No public Korean rule was found: it is general knowledge, unverified, to be set per hospital. */
const rows: readonly Row[] = [
  {
    kind: 'need',
    name: { ko: '필요성', en: 'Need' },
    office: { ko: '진료과장', en: 'head of the clinical department' },
    after: [],
    papers: [
      ['request', true, '도입 요청서', 'request'],
      ['use-case', true, '사용 계획', 'use case'],
      ['literature', false, '문헌 요약', 'literature'],
    ],
    stop: { ko: '책임질 사람이 없거나 업무가 늘어남', en: 'nobody owns it, or it adds work' },
    stopGrounds: { source: null, confidence: 'from-seeds' },
  },
  {
    kind: 'clinical-review',
    name: { ko: '임상 검토', en: 'Clinical review' },
    office: { ko: '진료과 또는 인공지능위원회', en: 'department or AI committee' },
    after: ['need'],
    papers: [
      ['authorisation', true, '허가증', 'authorisation'],
      ['intended-use', true, '사용 목적', 'intended use'],
      ['subgroups', false, '하위집단 결과', 'results by subgroup'],
    ],
    stop: { ko: '우리 장비와 환자에서 검증되지 않음', en: 'not validated on local scanners or patients' },
  },
  {
    kind: 'local-validation',
    name: { ko: '자체 검증', en: 'Local validation' },
    office: { ko: '진료과와 데이터팀', en: 'department and data team' },
    after: ['clinical-review'],
    papers: [
      ['protocol', true, '검증 계획서', 'protocol'],
      ['review-board', true, 'IRB·데이터심의위원회 결과', 'decision of the IRB or data review board'],
      ['result', true, '자체 검증 결과', 'local result'],
    ],
    stop: { ko: '자료 접근과 정답 표지', en: 'access to data, and labels' },
  },
  {
    kind: 'it-integration',
    name: { ko: '전산과 PACS·EMR 연동', en: 'IT, PACS and EMR' },
    office: { ko: '의료정보팀', en: 'medical informatics' },
    after: ['clinical-review'],
    papers: [
      ['interfaces', true, 'DICOM·HL7·FHIR 연동 명세', 'DICOM, HL7 and FHIR interfaces'],
      ['load', false, '망 부하와 통합 로그인', 'network load and single sign-on'],
    ],
    stop: { ko: '연동 비용을 병원이 부담', en: 'the cost of integration falls on the hospital' },
    stopGrounds: dailyMedi,
  },
  {
    kind: 'security-privacy',
    name: { ko: '보안과 개인정보', en: 'Security and privacy' },
    office: { ko: '정보보호·개인정보보호 책임자', en: 'security and privacy officers' },
    after: ['clinical-review'],
    papers: [
      ['questionnaire', true, '보안 질의 답변', 'answers on security'],
      ['sbom', true, '소프트웨어 자재명세서(SBOM)', 'SBOM'],
      ['processing', true, '개인정보 처리위탁 계약', 'data processing contract'],
    ],
    stop: { ko: '병원 망 밖의 클라우드', en: 'a cloud outside the hospital network' },
  },
  {
    kind: 'fee-finance',
    name: { ko: '수가와 재무', en: 'Fee and finance' },
    office: { ko: '보험심사팀과 재무팀', en: 'insurance review and finance' },
    after: ['need'],
    papers: [
      ['fee-basis', true, '코드와 수가 또는 비급여 가격', 'code, fee or non-benefit price'],
      ['business-case', true, '손익분기 분석', 'break-even'],
    ],
    stop: {
      ko: '수가 없음, 비급여 고시와 동의 업무',
      en: 'no fee; posting of non-benefit prices and consent work',
    },
    stopGrounds: dailyMedi,
  },
  {
    kind: 'device-committee',
    name: { ko: '의료기기·재료위원회', en: 'Device committee' },
    office: { ko: '부원장과 위원회', en: 'deputy director and committee' },
    after: ['local-validation', 'it-integration', 'security-privacy', 'fee-finance'],
    papers: [
      ['comparison', true, '제품 비교', 'comparison'],
      ['quotations', true, '견적서', 'quotations'],
    ],
    stop: { ko: '예산 주기와 다른 투자와의 경쟁', en: 'the budget cycle and competing capital' },
  },
  {
    kind: 'purchase',
    name: { ko: '구매', en: 'Purchase' },
    office: { ko: '구매팀', en: 'procurement' },
    after: ['device-committee'],
    papers: [
      ['evaluation', true, '평가 결과', 'evaluation'],
      ['contract', true, '계약서와 서비스 수준', 'contract and service level'],
    ],
    stop: { ko: '공공 계약 규정', en: 'public rules of contract' },
  },
  {
    kind: 'go-live',
    name: { ko: '사용 시작', en: 'Go-live' },
    office: { ko: '진료과와 의료질관리팀', en: 'department and quality' },
    after: ['purchase'],
    papers: [['plan', true, '사용 시작 계획', 'plan of go-live']],
    stop: { ko: '낮은 동의율과 알림 피로', en: 'low consent, and alert fatigue' },
  },
  {
    kind: 'monitoring',
    name: { ko: '사용 중 관찰', en: 'Monitoring' },
    office: { ko: '의료질관리팀 또는 인공지능위원회', en: 'quality or AI committee' },
    after: ['go-live'],
    papers: [['report', true, '사용·일치·오류·비용 보고', 'report of volume, agreement, incidents and cost']],
    stop: { ko: '맡은 사람이 없어 2~3년 뒤 제품이 철수', en: 'nobody owns it; withdrawn after 2-3 years' },
    stopGrounds: dailyMedi,
    renewAfterMonths: 12,
  },
];

/** Who holds which key, by the kind of layer; a layer that is not named has no holder yet. */
export type Holders = Partial<Readonly<Record<LayerKind, readonly string[]>>>;

const layerOf = (row: Row, holders: Holders): Layer => ({
  ...{ id: row.kind, kind: row.kind, name: row.name, office: row.office },
  holders: [...(holders[row.kind] ?? [])],
  after: [...row.after],
  papers: row.papers.map(([id, must, ko, en]) => ({ id, must, name: { ko, en } })),
  renewAfterMonths: row.renewAfterMonths ?? null,
  commonStop: { text: row.stop, grounds: row.stopGrounds ?? unverified },
  grounds: unverified,
});

/** The rules a hospital begins with until it sets its own; marked as general knowledge, unverified. */
export const defaultRules = (holders: Holders = {}): HospitalRules => ({
  version: 'default-2026-1',
  layers: rows.map((row) => layerOf(row, holders)),
  readiness: [...defaultReadiness],
  grounds: unverified,
});
