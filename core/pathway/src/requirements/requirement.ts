import { z } from 'zod';
import type { Text } from '@daero/domain/text';
import { dateSchema } from '../case/event.ts';
import { decisionOf, type CaseState } from '../case/state.ts';
import { confidences, evidenceKinds, type EvidenceKind, type Grounds } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';
import { gateRules, type GateRule } from './gate-rules.ts';

const text = z.string().min(1);

/** A claim of the chain as far as a gate looks at it: what it serves, and how strong it is. */
export const plainClaimSchema = z.strictObject({
  id: text,
  serves: z.array(text).min(1).describe('ids of requirements, for example kr.nhta:clinicalUtility'),
  level: z.literal([1, 2, 3, 4]).nullable().describe('the HIRA-KSR level that the claim carries'),
  population: z.array(text).describe('codes of the indications whose people were studied'),
  comparator: text.nullable(),
  n: z.int().min(0),
  productVersion: text,
  on: dateSchema.describe('the day of the evidence'),
});
export type PlainClaim = z.output<typeof plainClaimSchema>;

/** What somebody asks of a requirement on top of the rules, such as the sample that a protocol promised. */
export const policySchema = z.strictObject({
  requirement: text,
  minimumN: z.int().min(1).optional(),
  maxAgeMonths: z.int().min(1).optional(),
  level: z.literal([1, 2, 3, 4]).optional(),
  comparator: text.optional(),
  by: text,
  source: text.nullable(),
  confidence: z.enum(confidences),
  reason: text,
});
export type Policy = z.output<typeof policySchema>;

/** One kind of evidence at one gate. */
export type Requirement = Grounds & {
  readonly id: string;
  readonly stage: string;
  readonly evidence: EvidenceKind;
  readonly must: boolean;
  readonly text: Text | null;
  readonly level: number | null;
  readonly comparator: string | null;
  readonly ownPopulation: boolean;
  readonly minimumN: number | null;
  readonly maxAgeMonths: number | null;
  /** What somebody asks on top of the rule; its figures stand in place of those of the rule, with a source of their own. */
  readonly policy: Policy | null;
};

/** What the gates that are still before a case require and expect, in the order of the road. */
export function requirementsOf(state: CaseState, policies: readonly Policy[]): readonly Requirement[] {
  return networkOf(state.key.route).steps.flatMap(({ stage }) => {
    const rule = state.rules.stages.get(stage);
    if (rule === undefined || decisionOf(state, stage) !== null) return [];
    return evidenceKinds.flatMap((evidence) => {
      const need = rule.evidence[evidence];
      if (need !== 'required' && need !== 'expected') return [];
      const asked = gateRules.find((one) => one.stage === stage && one.evidence === evidence);
      const policy = policies.findLast((one) => one.requirement === `${stage}:${evidence}`);
      const grounds: Grounds = asked ?? rule.evidence;
      return [requirement({ stage, evidence, must: need === 'required', asked, policy, grounds })];
    });
  });
}

function requirement(of: {
  readonly stage: string;
  readonly evidence: EvidenceKind;
  readonly must: boolean;
  readonly asked: GateRule | undefined;
  readonly policy: Policy | undefined;
  readonly grounds: Grounds;
}): Requirement {
  const { stage, evidence, must, asked, policy, grounds } = of;
  return {
    id: `${stage}:${evidence}`,
    stage,
    evidence,
    must,
    text: asked?.text ?? null,
    level: policy?.level ?? asked?.level ?? null,
    comparator: policy?.comparator ?? asked?.comparator ?? null,
    ownPopulation: asked?.ownPopulation ?? false,
    minimumN: policy?.minimumN ?? asked?.minimumN ?? null,
    maxAgeMonths: policy?.maxAgeMonths ?? asked?.maxAgeMonths ?? null,
    policy: policy ?? null,
    source: grounds.source,
    confidence: grounds.confidence,
  };
}
