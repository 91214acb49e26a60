import { compile } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { Text } from '@daero/domain/text';
import type { Rules } from '../jurisdiction/rules.ts';
import type { EvidenceKind, EvidenceNeed, Fact, Grounds, Route, UseWindow } from '../jurisdiction/schema.ts';
import { evidenceKinds } from '../jurisdiction/schema.ts';
import { placeName, routeName } from '../words/name-words.ts';
import { eligibilityRules, type EligibilityRule } from './eligibility.ts';
import { routeFacts, type Facts, type RouteFact } from './facts.ts';
import { networkOf, type Network } from './network.ts';
import { nominalDays, type NominalDays } from './nominal.ts';

/** A condition of a route that does not hold, or of which it is not known whether it does. */
export type Condition = Grounds & { readonly text: Text; readonly facts: readonly RouteFact[] };

export type Standing = 'open' | 'closed' | 'undecided';

/** What each stage of a route asks for, as far as the rules say. */
export type Asked = {
  readonly stage: string;
  readonly name: Text;
  readonly needs: readonly { readonly evidence: EvidenceKind; readonly need: EvidenceNeed }[];
  readonly grounds: Grounds;
  /** In the words of the file, which are English. */
  readonly papers: readonly Fact[];
  readonly criteria: readonly Fact[];
};

/** What a route gives: how it may end well, who pays, and for how long it may be used before it is judged again. */
export type Given = {
  readonly payment: Network['payment'];
  readonly ends: readonly { readonly terminal: string; readonly name: Text }[];
  readonly window: (UseWindow & { readonly stage: string }) | null;
};

export type RouteAnswer = {
  readonly route: string;
  readonly name: Text;
  readonly standing: Standing;
  /** The rules that close it; empty while it is open. */
  readonly closedBy: readonly Condition[];
  /** The rules that cannot be judged yet, with the facts that are missing. */
  readonly waitsFor: readonly Condition[];
  readonly asks: readonly Asked[];
  readonly nominal: readonly NominalDays[];
  readonly total: Route['total'];
  readonly gives: Given;
  readonly facts: readonly Fact[];
};

/** Every route of a country for a product on a day: open, closed with the rule that closes it, or waiting for a fact. */
export function whichRoutes(rules: Rules, on: IsoDate, facts: Facts): readonly RouteAnswer[] {
  return rules.file.routes.map((route) => {
    const judged = eligibilityRules
      .filter((rule) => rule.route === route.id && holdsOn(rule, on))
      .map((rule) => ({ rule, ...judge(rules.code, rule, facts) }));
    const closedBy = [
      ...notYetInForce(route, on),
      ...judged.filter(({ verdict }) => verdict === 'no').map(({ rule, about }) => condition(rule, about)),
    ];
    const waitsFor = judged
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ rule, about }) => condition(rule, about));
    return {
      route: route.id,
      name: routeName(rules, route.id),
      standing: closedBy.length > 0 ? 'closed' : waitsFor.length > 0 ? 'undecided' : 'open',
      closedBy,
      waitsFor,
      asks: asksOf(rules, route),
      nominal: nominalDays(rules, route.id),
      total: route.total,
      gives: givesOf(rules, route),
      facts: route.facts,
    };
  });
}

const holdsOn = ({ from, until }: EligibilityRule, on: IsoDate): boolean =>
  (from === null || from <= on) && (until === null || on <= until);

const condition = (
  { text, source, confidence }: EligibilityRule,
  facts: readonly RouteFact[],
): Condition => ({
  text,
  source,
  confidence,
  facts,
});

/** A file may know only the year or the month: `2019` is taken as its first day. */
function notYetInForce({ inForceFrom, total }: Route, on: IsoDate): readonly Condition[] {
  if (inForceFrom === null || inForceFrom <= on) return [];
  const since = isoDate(`${inForceFrom}-01-01`.slice(0, 10));
  const text = { ko: `${since}부터 시행됩니다.`, en: `In force from ${since}.` };
  return [{ text, source: total.source, confidence: total.confidence, facts: [] }];
}

type Verdict = { readonly verdict: 'yes' | 'no' | 'unknown'; readonly about: readonly RouteFact[] };

/** A rule is judged when every value of the facts not known gives one answer; else those facts are asked for. */
function judge(code: string, { requires }: EligibilityRule, facts: Facts): Verdict {
  const asked = routeFacts(code);
  const names = asked.map(({ name }) => name);
  const formula = unwrap(compile(requires, names));
  const read = asked.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(requires));
  const open = read.filter(({ name }) => !facts.has(name));
  const answers = new Set<boolean>();
  for (const values of combinations(open)) {
    const at = names.map((name) => values.get(name) ?? facts.get(name) ?? 0);
    answers.add(formula(at) !== 0);
  }
  if (answers.size > 1) return { verdict: 'unknown', about: open };
  return { verdict: answers.has(true) ? 'yes' : 'no', about: read };
}

function combinations(facts: readonly RouteFact[]): readonly ReadonlyMap<string, number>[] {
  return facts.reduce<readonly ReadonlyMap<string, number>[]>(
    (all, { name, values }) => all.flatMap((map) => values.map((value) => new Map([...map, [name, value]]))),
    [new Map()],
  );
}

function asksOf(rules: Rules, route: Route): readonly Asked[] {
  return route.stages.flatMap((id) => {
    const stage = rules.stages.get(id);
    if (stage === undefined) return [];
    const needs = evidenceKinds
      .map((evidence) => ({ evidence, need: stage.evidence[evidence] }))
      .filter(({ need }) => need === 'required' || need === 'expected' || need === 'considered');
    const { source, confidence } = stage.evidence;
    return [
      {
        stage: id,
        name: placeName(rules, id),
        needs,
        grounds: { source, confidence },
        papers: stage.inputs,
        criteria: stage.criteria,
      },
    ];
  });
}

const good: readonly string[] = ['approve', 'conditional', 'elect', 'classified-existing'];

function givesOf(rules: Rules, route: Route): Given {
  const network = networkOf(route.id);
  const stages = new Set(network.steps.map(({ stage }) => stage));
  const ends = new Set(
    rules.file.stages
      .filter(({ id }) => stages.has(id))
      .flatMap(({ id, transitions }) =>
        transitions
          .filter(({ on, to }) => isGoodEnd(rules, route, { stage: id, on, to }))
          .map(({ to }) => to),
      ),
  );
  const window = network.window === null ? undefined : rules.stages.get(network.window)?.useWindow;
  return {
    payment: network.payment,
    ends: [...ends].map((terminal) => ({ terminal, name: placeName(rules, terminal) })),
    window: window === undefined || network.window === null ? null : { ...window, stage: network.window },
  };
}

/** Existing technology is an end of the route of that name only: elsewhere it is what closes the route. */
const isGoodEnd = (
  rules: Rules,
  route: Route,
  { stage, on, to }: { readonly stage: string; readonly on: string; readonly to: string },
): boolean =>
  good.includes(on) &&
  to in rules.file.terminals &&
  (on !== 'classified-existing' || route.stages.at(-1) === stage);
