import type { Text } from '@daero/domain/text';
import { itemsOf, type FilledFramework, type Framework } from './framework.ts';

export const hiraLevels: Framework = {
  id: 'hira-levels',
  name: { ko: '심평원 근거 수준', en: 'HIRA levels of evidence' },
  source: 'HIRA and the Korean Society of Radiology (2019), as reported by Daily Medi 2019-01-10',
  grounds: { source: 'Daily Medi 2019-01-10', confidence: 'stated-in-source' },
  items: itemsOf({ ko: '수준', en: 'Level' }, [
    ['1', ['workload'], '업무 효율이 좋아집니다.', 'Work becomes more efficient.'],
    [
      '2',
      ['diagnostic-gain', 'comparator'],
      '진단에 임상적으로 의미 있는 이득이 있습니다.',
      'Diagnosis gains in a clinically meaningful way.',
    ],
    ['3', ['treatment-gain', 'comparator'], '치료 결과가 좋아집니다.', 'The result of treatment is better.'],
    ['4', ['cost-effectiveness', 'costs'], '비용-효과적입니다.', 'It is cost-effective.'],
  ]),
};

export const hiraMeaning: readonly Text[] = [
  { ko: '근거 없음', en: 'no level reached' },
  { ko: '별도 보상의 대상이 아닙니다', en: 'not payable' },
  { ko: '보상을 검토할 수 있습니다', en: 'payment may be considered' },
  { ko: '보상을 검토할 수 있으며 근거가 더 강합니다', en: 'payment may be considered, on stronger evidence' },
  { ko: '가장 높은 수준입니다', en: 'the highest level' },
];

/** The highest level that a proof carries; 0 where there is none. A level does not need those below it. */
export const hiraLevelOf = (filled: FilledFramework): number =>
  filled.items.reduce(
    (level, { is, item }) => (is === 'ticked' ? Math.max(level, Number(item.id)) : level),
    0,
  );
