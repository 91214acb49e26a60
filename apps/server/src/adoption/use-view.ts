import { defaultUseRules } from '@daero/adoption/use/rules';
import { frictionSection } from '@daero/adoption/view/use';
import { useCountWords } from '@daero/adoption/words/use-words';
import type { UsageView } from '@daero/api/schemas/adoption';
import { adoptionRow, periodView } from './board-view.ts';
import { smallestCell, type Care } from './care.ts';
import { sectionView, type Seen } from './fact-view.ts';
import { groundsOf } from './naming.ts';
import type { OpenedAdoption } from './records.ts';

/** Use by week and by reader, in numbers that may be shown, with the states it went through and the rules that say so. */
export function useView(opened: OpenedAdoption, care: Care, { input, chain }: Seen): UsageView {
  const { grounds, ...rules } = defaultUseRules;
  const use = care.measured?.use ?? null;
  return {
    ...adoptionRow(opened, care, true),
    smallestCell,
    countNames: useCountWords,
    total: use?.total ?? null,
    weeks: use?.weeks ?? [],
    readers: use?.readers ?? [],
    history: care.history.map(periodView),
    rules: { ...rules, grounds: groundsOf(grounds) },
    friction: sectionView(frictionSection(input), chain, null),
  };
}
