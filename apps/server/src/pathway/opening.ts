import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { rulesOf } from '@daero/pathway/jurisdiction/rules';
import { readFacts } from '@daero/pathway/routes/facts';
import { whichRoutes } from '@daero/pathway/routes/which-routes';

type Opening = {
  readonly jurisdiction: string;
  readonly version: string;
  readonly route: string;
  readonly on: IsoDate;
  readonly facts: Readonly<Record<string, number>>;
};

/** Refuses a route that what is known of the product closes, with the rule that closes it. A question left open closes nothing. */
export function checkRoute({ jurisdiction, version, route, on, facts }: Opening): Result<null> {
  const rules = rulesOf(jurisdiction, version);
  if (!rules.ok) return rules;
  const known = readFacts(jurisdiction, facts);
  if (!known.ok) return known;
  const answer = whichRoutes(rules.value, on, known.value).find((one) => one.route === route);
  const [closedBy] = answer?.closedBy ?? [];
  return closedBy === undefined
    ? succeed(null)
    : fail({ kind: 'case-route-closed', route, ruleKo: closedBy.text.ko, ruleEn: closedBy.text.en });
}
