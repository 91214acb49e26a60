import type { GapsView } from '@daero/api/schemas/pathway';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { CaseState } from '@daero/pathway/case/state';
import type { Binding } from '@daero/pathway/record/entry';
import type { CaseRecord } from '@daero/pathway/record/record';
import { gapsOf, gapWords, questionWords, type Gap, type GapList } from '@daero/pathway/requirements/gaps';
import type { PlainClaim, Policy, Requirement } from '@daero/pathway/requirements/requirement';
import { evidenceWords } from '@daero/pathway/words/terms';
import type { Projects } from '../projects.ts';
import { claimsView, estimatesView } from '../views/chain-view.ts';
import { groundsOf, nameOf } from './naming.ts';

/** A claim of the evidence repository as it stands in the chain now. */
type Known = {
  readonly node: string;
  readonly text: Text;
  readonly n: number;
  readonly on: IsoDate;
  readonly productVersion: string;
  readonly current: boolean;
};

/** The claims of a case's repository, read from its chain: how many people, of which version, and whether they are up to date. */
export async function claimsOf(
  projects: Projects,
  project: string | null,
): Promise<ReadonlyMap<string, Known>> {
  if (project === null) return new Map();
  const found = await projects.find(project);
  if (!found.ok || !found.value.reading.ok) return new Map();
  const { reader } = found.value;
  const reading = found.value.reading.value;
  const { product } = reading.project.checked.plan;
  const [claims, estimates] = await Promise.all([
    claimsView(reader, reading),
    estimatesView(reader, reading),
  ]);
  const people = new Map(estimates.map(({ node, estimate }) => [node, estimate?.n ?? 0]));
  return new Map(
    claims.map(({ id, node, ko, en }) => [
      id,
      {
        node,
        text: { ko: sentence(ko), en: sentence(en) },
        n: Math.max(0, ...en.flatMap((part) => ('node' in part ? [people.get(part.node) ?? 0] : []))),
        on: isoDate((reading.builtAt ?? new Date().toISOString()).slice(0, 10)),
        productVersion: `${product.device}@${product.version}`,
        current: reading.isCurrent && reading.there.has(node),
      },
    ]),
  );
}

type Parts = Awaited<ReturnType<typeof claimsView>>[number]['ko'];
const sentence = (parts: Parts): string =>
  parts.map((part) => ('words' in part ? part.words : (part.shown ?? '—'))).join('');

/** Refuses a binding that names a claim or a requirement that there is not. */
export function checkBinding(
  { state, about, caseId }: CaseRecord,
  binding: Binding,
  known: ReadonlyMap<string, Known>,
  on: IsoDate,
): Result<unknown> {
  if (about.project === null) return fail({ kind: 'case-without-project', case: caseId });
  const found = known.get(binding.claim);
  if (found === undefined)
    return fail({ kind: 'case-claim-unknown', project: about.project, claim: binding.claim });
  return gapsOf(state, [plainClaim(binding, found)], [], on);
}

const plainClaim = (
  { claim, serves, level, population, comparator }: Binding,
  { n, on, productVersion }: Known,
): PlainClaim => ({ id: claim, serves, level, population, comparator, n, productVersion, on });

/** What the gates before the case ask against what is bound to it. A stale claim closes no gap. */
export function gapListOf(
  { state, bindings, policies }: Pick<CaseRecord, 'state' | 'bindings' | 'policies'>,
  known: ReadonlyMap<string, Known>,
  on: IsoDate,
): Result<GapList> {
  const claims = bindings.flatMap((binding) => {
    const found = known.get(binding.claim);
    const serves = binding.serves.filter((one) => state.rules.stages.has(one.split(':')[0] ?? ''));
    return found?.current === true && serves.length > 0 ? [plainClaim({ ...binding, serves }, found)] : [];
  });
  return gapsOf(state, claims, policies, on);
}

export type Claims = ReadonlyMap<string, Known>;

/** What each gate before the case still lacks, with the claims that are bound to it and those that may be. */
export function gapsView(
  { state, bindings, policies }: CaseRecord,
  known: Claims,
  on: IsoDate,
): Result<GapsView> {
  const list = gapListOf({ state, bindings, policies }, known, on);
  if (!list.ok) return list;
  const stages = [...new Set(list.value.requirements.map(({ stage }) => stage))];
  return succeed({
    gates: stages.map((stage) => ({
      stage: nameOf(state.rules, stage),
      requirements: list.value.requirements
        .filter((one) => one.stage === stage)
        .map((one) => requirementView(state, list.value, one)),
    })),
    claims: [...known].map(([claim, { text, node, n, on: of, productVersion, current }]) => ({
      ...{ claim, text, node, n, on: of, productVersion, current },
    })),
    policies: [...policies],
    bound: bindings.map(({ claim, serves, level, population, comparator }) => {
      const found = known.get(claim);
      return {
        ...{ claim, serves, level, population, comparator },
        n: found?.n ?? null,
        on: found?.on ?? null,
        productVersion: found?.productVersion ?? null,
        node: found?.node ?? null,
        standing: found === undefined ? 'unknown' : found.current ? 'current' : 'stale',
      };
    }),
  });
}

type RequirementView = GapsView['gates'][number]['requirements'][number];

function requirementView(
  { rules, key }: CaseState,
  { met, gaps }: GapList,
  { id, evidence, must, text, level, comparator, minimumN, maxAgeMonths, policy, ...grounds }: Requirement,
): RequirementView {
  const own = gaps.filter(({ requirement }) => requirement.id === id);
  const study = own[0]?.study ?? null;
  return {
    ...{ id, must, text, level, comparator, minimumN, maxAgeMonths },
    policy: policy === null ? null : policyView(rules, policy),
    evidence: evidenceWords[evidence],
    grounds: groundsOf(rules, grounds),
    metBy: met.find((one) => one.requirement === id)?.claim ?? null,
    gaps: own.map(({ kind, claim, found, asked }) => ({
      ...{ kind, claim, found, asked },
      name: gapWords[kind],
    })),
    study: study === null ? null : studyView(study, key.productVersion),
  };
}

/** What somebody asks on top of the rules carries its own source, or says that it has none. */
const policyView = (rules: CaseState['rules'], policy: Policy): RequirementView['policy'] => ({
  level: policy.level ?? null,
  comparator: policy.comparator ?? null,
  minimumN: policy.minimumN ?? null,
  maxAgeMonths: policy.maxAgeMonths ?? null,
  by: policy.by,
  reason: policy.reason,
  grounds: groundsOf(rules, policy),
});

const studyView = (study: Gap['study'], productVersion: string): RequirementView['study'] => ({
  ...study,
  productVersion,
  name: questionWords[study.question],
});
