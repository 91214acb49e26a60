import { type EconomicModel, type EconomicOutput } from '../model/economic-model.ts';
import { type FurtherResults } from '../analyses/further-results.ts';
import { type ResearchResult } from '../analyses/research.ts';
import { type BudgetImpactShape, type CashFlowShape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';

/** Everything a report may draw on: the model, what came out of it, what was asked besides, and the files that lie beside it. */
export type ReportFacts = {
  readonly model: EconomicModel;
  readonly output: EconomicOutput;
  readonly further: FurtherResults;
  readonly research: ResearchResult | null;
  readonly budget: BudgetImpactShape | null;
  readonly hospital: CashFlowShape | null;
};

/** What the model says to an item, and what somebody has to write beside it; one of the two at least. */
export type ItemAnswer =
  { readonly filled: Text; readonly open: Text | null } | { readonly filled: null; readonly open: Text };

/** One item of a reporting standard, in words of our own; the standard itself is named and must be read there. */
export type ReportingItem = {
  readonly item: string;
  readonly about: Text;
  readonly answer: (facts: ReportFacts) => ItemAnswer;
};

export type ReportingStandard = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly note: Text;
  readonly items: readonly ReportingItem[];
};

export type AnsweredItem = Pick<ReportingItem, 'item' | 'about'> & ItemAnswer;
export type AnsweredStandard = Omit<ReportingStandard, 'items'> & {
  readonly items: readonly AnsweredItem[];
  readonly counts: { readonly filled: number; readonly partly: number; readonly open: number };
};

export const answerState = ({ filled, open }: ItemAnswer): 'filled' | 'partly' | 'open' =>
  filled === null ? 'open' : open === null ? 'filled' : 'partly';

/** A standard with every item answered, and how far the model fills it. */
export function answerStandard(
  { items, ...standard }: ReportingStandard,
  facts: ReportFacts,
): AnsweredStandard {
  const answered = items.map(({ item, about, answer }): AnsweredItem => ({ item, about, ...answer(facts) }));
  const count = (state: ReturnType<typeof answerState>): number =>
    answered.filter((each) => answerState(each) === state).length;
  return {
    ...standard,
    items: answered,
    counts: { filled: count('filled'), partly: count('partly'), open: count('open') },
  };
}
