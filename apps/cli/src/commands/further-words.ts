import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import type { Text } from '@daero/domain/text';
import type { FurtherResults } from '@daero/economics/analyses/further-results';
import type { ResearchResult } from '@daero/economics/analyses/research';
import type { EconomicModel } from '@daero/economics/model/economic-model';
import { figureOf } from '@daero/figures/figure-of';
import { language, print, tableText } from '../terminal.ts';
import { wonOf } from './model-words.ts';

const words = {
  turning: {
    ko: '결정이 바뀌는 값 (한 모수만 움직일 때)',
    en: 'Where the decision turns (one parameter alone)',
  },
  parameter: { ko: '모수', en: 'Parameter' },
  strategy: { ko: '대안', en: 'Strategy' },
  base: { ko: '기본값', en: 'Base' },
  at: { ko: '바뀌는 값', en: 'Turns at' },
  range: { ko: '살펴본 범위', en: 'Looked for in' },
  none: {
    ko: '살펴본 범위 안에서 결정이 바뀌는 모수가 없습니다.',
    en: 'No parameter turns the decision within its range.',
  },
  grids: { ko: '이원 민감도', en: 'Two-way analysis' },
  equity: { ko: '분배', en: 'Distribution' },
  gain: { ko: '평균', en: 'mean' },
  ede: { ko: '고르게 나눈 값(EDE)', en: 'equally distributed equivalent' },
  research: { ko: '연구의 가치', en: 'Value of research' },
  study: { ko: '연구', en: 'Study' },
  size: { ko: '가장 나은 크기', en: 'Best size' },
  net: { ko: '순가치', en: 'Net value' },
  notWorth: { ko: '하지 않음', en: 'none' },
  explain: { ko: '설명이 필요한 점검', en: 'Checks to be explained' },
} as const satisfies Readonly<Record<string, Text>>;
const say = (text: Text): string => text[language];
const plain = (x: number): string =>
  trimZeros(formatNumber(x, Math.abs(x) >= 1000 ? 0 : Math.abs(x) >= 1 ? 3 : 6));

/** Thresholds, grids, equity, value of research and what the battery wants explained. */
export function tellFurther(
  { model }: EconomicModel,
  { turningPoints, grids, equity, checks }: FurtherResults,
  research: ResearchResult | null,
): void {
  const won = wonOf(model.priceYear);
  print(`\n${say(words.turning)}`);
  const turning = turningPoints.filter(({ at }) => at !== null);
  if (turning.length === 0) print(`  ${say(words.none)}`);
  else
    print(
      tableText([
        [words.parameter, words.strategy, words.base, words.at, words.range].map(say),
        ...turning.map(({ label, strategy, base, at, low, high }) => [
          ...[say(label), say(strategy.label), plain(base), plain(at ?? NaN)],
          `${plain(low)} – ${plain(high)}`,
        ]),
      ]),
    );
  if (grids.length > 0) print(`\n${say(words.grids)}`);
  for (const grid of grids) print(`  ${say(grid.label)}: ${figureOf(grid, language).title}`);
  if (equity !== null) {
    print(`\n${say(words.equity)}`);
    for (const { strategy, change } of equity.rows)
      print(
        `  ${say(strategy.label)}: ${say(words.gain)} ${plain(change.meanGain)}, ${say(words.ede)} ${plain(change.edeGain)}`,
      );
  }
  if (research !== null) {
    print(`\n${say(words.research)}`);
    print(
      tableText([
        [words.study, words.size, words.net].map(say),
        ...research.shape.studies.map(({ label, sizes, best }) => {
          const size = best === null ? undefined : sizes[best];
          return size === undefined
            ? [say(label), say(words.notWorth), '']
            : [say(label), formatCount(size.n), won(size.netBenefit)];
        }),
      ]),
    );
  }
  const open = checks.filter(({ verdict }) => verdict === 'to-explain');
  if (open.length > 0) {
    print(`\n${say(words.explain)}`);
    for (const { title } of open) print(`  ! ${say(title)}`);
  }
}
