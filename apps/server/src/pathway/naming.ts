import type { GroundsView, MilestoneView, Named } from '@daero/api/schemas/pathway-parts';
import type { Text } from '@daero/domain/text';
import type { Dates } from '@daero/pathway/forecast/dates';
import type { Milestone } from '@daero/pathway/forecast/forecast';
import type { Withheld } from '@daero/pathway/forecast/plan';
import { sourceNames } from '@daero/pathway/jurisdiction/read-jurisdiction';
import type { Rules } from '@daero/pathway/jurisdiction/rules';
import type { Confidence, Grounds, Source } from '@daero/pathway/jurisdiction/schema';
import { actorName, placeName } from '@daero/pathway/words/name-words';
import { withheldWords } from '@daero/pathway/words/route-words';

/** Names in both languages for what the rules call by ids, and what each statement rests on. */
const certainty = {
  'stated-in-source': 'stated',
  'inferred-from-sources': 'inferred',
  'from-seeds': 'press',
  'general-knowledge-unverified': 'unverified',
} as const satisfies Readonly<Record<Confidence, GroundsView['confidence']>>;

const tierOf = {
  law: 'law',
  government: 'official',
  'government-affiliated': 'official',
  journal: 'journal',
  'public-hospital': 'expert',
  'professional-society': 'expert',
  'law-firm': 'expert',
  trade: 'press',
  news: 'press',
  report: 'expert',
  consultancy: 'expert',
  vendor: 'expert',
  cluster: 'expert',
  reproduction: 'press',
  blog: 'press',
  aggregator: 'press',
} as const satisfies Readonly<Record<Source['tier'], GroundsView['sources'][number]['tier']>>;

export const groundsOf = (rules: Rules, { source, confidence }: Grounds): GroundsView => ({
  confidence: certainty[confidence],
  sources: sourceNames(source).flatMap((id) => {
    const found = rules.file.sources[id];
    // What somebody assumes may rest on a paper of their own, which no file of rules lists.
    if (found === undefined)
      return [{ id, title: id, publisher: '', year: null, url: null, tier: 'expert' as const }];
    const { title, publisher, year, url, tier } = found;
    return [{ id, title, publisher, year, url, tier: tierOf[tier] }];
  }),
});

export const nameOf = (rules: Rules, id: string): Named => ({
  id,
  name: rules.stages.has(id) || id in rules.file.terminals ? placeName(rules, id) : { ko: id, en: id },
});

/** Who a stage waits on, without the applicant. */
export const actorsOf = (rules: Rules, stage: string): readonly Text[] =>
  (rules.stages.get(stage)?.actors ?? [])
    .filter((actor) => actor !== 'company')
    .map((actor) => actorName(rules, actor));

export const needsOf = (rules: Rules, needs: readonly Withheld[]) =>
  needs.map(({ stage, reason }) => ({
    stage: nameOf(rules, stage),
    reason: { id: reason, name: withheldWords[reason] },
  }));

export const datesOf = ({ median, intervals }: Dates) => ({ median, ranges: intervals });

export function milestoneOf(rules: Rules, milestone: Milestone): MilestoneView {
  switch (milestone.state) {
    case 'forecast':
      return { state: 'forecast', ...datesOf(milestone.dates) };
    case 'withheld':
      return { state: 'withheld', needs: needsOf(rules, milestone.needs) };
    default:
      return milestone;
  }
}
