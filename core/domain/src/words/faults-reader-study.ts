import type { Text } from '../text.ts';

/** Faults of reader studies in sessions, in clusters and with marks. */
export const readerStudyFaults = {
  'crossover-not-two': {
    ko: '교차 판독 연구에는 방식 2개와 기간 2개가 필요합니다. 방식 {modalities}개, 기간 {periods}개입니다. 계획서의 방식과 기간 열을 확인하십시오.',
    en: 'A crossover of readings takes 2 modalities and 2 periods. There are {modalities} modalities and {periods} periods. Check the modality and period columns in the plan.',
  },
  'crossover-one-order': {
    ko: '판독자 {readers}명이 모두 같은 순서로 읽었습니다. 방식과 기간의 효과를 가를 수 없습니다. 순차 판독 분석(reader-sequential)을 쓰십시오.',
    en: 'All {readers} readers read in one order, so modality and period cannot be told apart. Use the analysis of sequential readings (reader-sequential).',
  },
  'readers-below-terms': {
    ko: '판독자 {readers}명으로는 항 {terms}개를 추정할 수 없습니다. 판독자를 표본으로 보려면 판독자가 항보다 많아야 합니다. 판독자를 늘리거나 판독자를 고정하십시오(to: cases).',
    en: '{readers} readers do not allow {terms} terms to be estimated. Readers who are a sample must outnumber the terms: add readers, or speak of these readers only (to: cases).',
  },
  'session-mixed': {
    ko: '판독자 {reader}의 판독이 방식과 기간의 {cells}개 칸에 있습니다. 모든 판독자가 방식마다 한 기간(2칸)이거나, 모든 판독자가 방식마다 두 기간(4칸)이어야 합니다. 기간 열을 확인하십시오.',
    en: 'The readings of {reader} lie in {cells} cells of modality and period. Either every reader has one period for each modality (2 cells), or every reader has both (4 cells). Check the period column.',
  },
  'session-one-class': {
    ko: '판독자 {reader}, 방식 {modality}, 기간 {period}: 질병 있는 증례 {diseased}개, 없는 증례 {healthy}개입니다. 각각 2개 이상이 필요합니다.',
    en: 'Reader {reader} read {diseased} diseased and {healthy} healthy cases in modality {modality} in period {period}. At least 2 of each are needed.',
  },
  'case-twice-in-session': {
    ko: '판독자 {reader}, 증례 {case}: 한 기간({period})에 두 방식으로 읽혔습니다. 교차 설계에서는 두 판독이 다른 기간에 있어야 합니다. 같은 자리에서 이어 읽었다면 reader-sequential을 쓰십시오.',
    en: 'Reader {reader} read case {case} in both modalities in one period ({period}). In a crossover they lie in different periods; for readings that follow one another at one sitting use reader-sequential.',
  },
  'order-not-sequential': {
    ko: '판독자 {reader}, 증례 {case}: 도움을 받은 판독이 도움 없는 판독보다 먼저이거나 같은 차례입니다. 순차 설계가 아니라면 reader-crossover를 쓰십시오.',
    en: 'Reader {reader} read case {case} with the aid before, or at the same step as, without it. If this is no sequential design, use reader-crossover.',
  },
  'cluster-holds-class': {
    ko: '군집 {cluster}: 이 군집을 빼면 판독자 {reader}, 방식 {modality}에 질병 있는 증례나 없는 증례가 남지 않습니다. 잭나이프에는 어느 군집을 빼도 두 쪽이 남아야 합니다.',
    en: 'Without cluster {cluster} nothing of one class is left to reader {reader} in modality {modality}. The jackknife needs both classes whichever cluster is left out.',
  },
  'case-of-two-clusters': {
    ko: '증례 {case}: 두 군집에 들어 있습니다. 군집 열을 확인하십시오.',
    en: 'Case {case} lies in two clusters. Check the cluster column.',
  },
  'blocks-not-dividing': {
    ko: '판독자 {readers}명을 {blocks}개 묶음으로 똑같이 나눌 수 없습니다. 묶음 수를 판독자 수의 약수로 고치십시오.',
    en: '{readers} readers do not divide into {blocks} blocks of one size. Choose a number of blocks that divides the readers.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Warnings of the same. */
export const readerStudyWarnings = {
  'order-confounded': {
    ko: '모든 증례를 도움 없이 먼저, 도움을 받아 나중에 읽었습니다. 이 차이에는 도움의 효과와 두 번째로 본 효과가 섞여 있으며, 이 설계로는 가를 수 없습니다.',
    en: 'Every case was read without the aid first and with it afterwards. The difference holds the effect of the aid and of a second look together; this design cannot tell them apart.',
  },
  'carry-over-weak': {
    ko: '이월 효과 검정은 검정력이 낮습니다. 유의하지 않아도 이월이 없다는 증거가 아니며, 그 결과로 분석을 골라서는 안 됩니다.',
    en: 'The test of carry-over has little power. That it finds none is no evidence of none, and it must not decide which analysis is reported.',
  },
  'carry-over-suspected': {
    ko: '이월 효과가 의심됩니다({value}, p = {p}). 나중 기간의 판독이 먼저 쓴 방식에 따라 달라져, 두 방식의 차이가 그 절반만큼 치우칠 수 있습니다.',
    en: 'Carry-over is suspected ({value}, p = {p}): what was read later depends on what was used first, and the difference may be off by half of it.',
  },
  'readers-too-few-for-power': {
    ko: '판독자 {readers}명으로는 증례 {cases}개에서도 검정력이 {power}에 그쳐, 그 수의 증례 수는 적지 않았습니다.',
    en: 'With {readers} readers even {cases} cases give a power of {power} only; no number of cases is given for them.',
  },
  'cases-without-rows': {
    ko: '판독자와 방식의 {cells}개 칸에서 증례 {cases}개의 행이 없습니다. 표시 없이 읽은 것으로 계산했습니다.',
    en: 'In {cells} cells of reader and modality {cases} cases have no row. They are counted as read and left unmarked.',
  },
} as const satisfies Readonly<Record<string, Text>>;
