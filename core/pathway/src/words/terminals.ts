import type { Text } from '@daero/domain/text';

/** How a case may end, by country. */
export const terminalWords: Readonly<Record<string, Text>> = {
  'KR t.existing': {
    ko: '기존기술: 기존 수가로 바로 사용, AI에 대한 별도 수가 없음',
    en: 'Existing technology: usable at once under the existing fee; no separate AI fee',
  },
  'KR t.nonbenefit': { ko: '비급여 등재', en: 'Listed as non-benefit' },
  'KR t.benefit': { ko: '급여 등재(수가 있음)', en: 'Listed as benefit (with fee)' },
  'KR t.selective': { ko: '선별급여 등재', en: 'Listed as selective benefit' },
  'KR t.exit': {
    ko: '사용 중단(연구단계·기간 만료·철회·위해)',
    en: 'Use must stop (research-stage, expiry, withdrawal, harm)',
  },
  'KR t.notdevice': { ko: '의료기기 아님', en: 'Not a medical device' },
  'KR t.nouse': { ko: '병원이 도입하지 않거나 사용을 멈춤', en: 'Hospital declines or suspends' },
  'US t.market': { ko: '판매 가능', en: 'May be marketed' },
  'US t.nse': { ko: '실질적으로 동등하지 않음', en: 'Not substantially equivalent' },
  'US t.covered': { ko: '전국 급여', en: 'National coverage' },
  'US t.noncovered': { ko: '급여 대상 아님', en: 'Not covered' },
  'US t.paid': { ko: '별도 지불', en: 'Separate payment' },
  'DE t.ce': { ko: 'CE 표시', en: 'CE marked' },
  'DE t.listed': { ko: '목록에 영구 등재', en: 'Permanently in the directory' },
  'DE t.delisted': { ko: '삭제되거나 거절됨', en: 'Removed or refused' },
  'DE t.hospital': {
    ko: '병원이 자체 예산으로 구매(대부분의 영상 AI)',
    en: 'Bought by hospitals from their own budgets (most imaging AI)',
  },
  'FR t.lppr': { ko: '일반 등재(LPPR 또는 LATM)', en: 'Ordinary listing (LPPR or LATM)' },
  'FR t.end': { ko: '급여 종료', en: 'Coverage ends' },
  'UK t.mark': { ko: 'UKCA/CE 표시', en: 'UKCA/CE marked' },
  'UK t.canuse': { ko: '사용 가능', en: 'Can be used' },
  'UK t.research': { ko: '연구에서만', en: 'Only in research' },
  'UK t.no': { ko: '권고하지 않음', en: 'Not recommended' },
  'JP t.listed': { ko: '건강보험 적용', en: 'Covered by NHI' },
  'JP t.packaged': { ko: '기존 수가에 포함(A1·A2)', en: 'Covered inside an existing fee (A1/A2)' },
  'JP t.selected': { ko: '선정요양: 차액은 환자 부담', en: 'Selected therapy: patient pays the extra' },
  'JP t.end': { ko: '종료', en: 'Ends' },
};
