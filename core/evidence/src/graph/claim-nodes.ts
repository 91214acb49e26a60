import { readSentence } from '../plan/sentence.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { GraphInput } from './graph-of-plan.ts';
import type { ChainNode } from './node.ts';
import { json, strictest } from './recipe.ts';
import { labelWords } from './words.ts';

/** What is said, and the requirements it serves. */
export function claimNodes({ checked: { plan, settings } }: GraphInput): ChainNode[] {
  const smallestCell = strictest(plan);
  const claims = plan.claims.map((claim): ChainNode => {
    const parts = [...readSentence(claim.ko), ...readSentence(claim.en)];
    const estimates = [
      ...new Set(parts.flatMap((part) => (part.part === 'estimate' ? [part.estimate] : []))),
    ];
    const thresholds = parts.flatMap((part) => {
      if (part.part !== 'setting') return [];
      const of: unknown = settings.get(part.analysis);
      const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, part.setting) : null;
      return [[`${part.analysis}.${part.setting}`, value] as const];
    });
    return {
      id: `claim:${claim.id}`,
      kind: 'claim',
      label: labelWords.claim(claim.id),
      recipe: json({
        kind: 'claim',
        ko: claim.ko,
        en: claim.en,
        estimates,
        settings: Object.fromEntries(thresholds),
      }),
      inputs: estimates.map((name) => `estimate:${name}`),
      origins: [],
      smallestCell,
    };
  });
  const requirements = plan.requirements.map((requirement): ChainNode => ({
    id: `requirement:${requirement.id}`,
    kind: 'requirement',
    label: requirement.text,
    recipe: json({ kind: 'requirement', ...requirement, claims: servedBy(plan, requirement.id) }),
    inputs: servedBy(plan, requirement.id).map((id) => `claim:${id}`),
    origins: [],
    smallestCell,
  }));
  return [...claims, ...requirements];
}

const servedBy = (plan: Plan, requirement: string): readonly string[] =>
  plan.claims.filter((claim) => claim.serves.includes(requirement)).map((claim) => claim.id);
