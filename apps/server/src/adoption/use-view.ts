import { defaultUseRules } from '@daero/adoption/use/rules';
import { countsOf, readersOf, weeksOf } from '@daero/adoption/use/weeks';
import { frictionSection } from '@daero/adoption/view/use';
import { useCountWords } from '@daero/adoption/words/use-words';
import type { UsageView } from '@daero/api/schemas/adoption';
import { adoptionRow, periodView } from './board-view.ts';
import { smallestCell, type Care } from './care.ts';
import { sectionView, type Seen } from './fact-view.ts';
import { groundsOf } from './naming.ts';
import type { OpenedAdoption } from './records.ts';

/**
 * Use by week and by reader for those inside the hospital, with the states it went through and the rules that say so. Readers go by
 * number: colleagues are not ranked by name. What outsiders would see stands beside it, with small counts withheld.
 */
export function useView(opened: OpenedAdoption, care: Care, { input, chain }: Seen): UsageView {
  const { grounds, ...rules } = defaultUseRules;
  const { opportunities, measured } = care;
  return {
    ...adoptionRow(opened, care, true),
    smallestCell,
    countNames: useCountWords,
    outside: measured?.use.total ?? null,
    total: measured === null ? null : countsOf(opportunities),
    weeks: weeksOf(opportunities, opened.asOf),
    readers: readersOf(opportunities)
      .toSorted((a, b) => b.eligible - a.eligible)
      .map(({ reader: _name, ...counts }, at) => ({ reader: at + 1, ...counts })),
    history: care.history.map(periodView),
    rules: { ...rules, grounds: groundsOf(grounds) },
    friction: sectionView(frictionSection(input), chain, null),
  };
}
