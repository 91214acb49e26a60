import type { Text } from '@daero/domain/text';
import type { Grounds } from '../record/event.ts';
import type { Proposal } from './event.ts';
import { hospitalsOf } from './state.ts';
import { resemblance } from './similarity.ts';

/** From where on two proposals are looked at by a person. Nobody publishes such limits: these are ours. */
export type OverlapRule = Grounds & {
  readonly inForceFrom: string;
  readonly textLeast: number;
  readonly lineTextLeast: number;
  readonly hospitalShareLeast: number;
};
export const overlapRule: OverlapRule = {
  inForceFrom: '2026-01-01',
  textLeast: 0.5,
  lineTextLeast: 0.8,
  hospitalShareLeast: 0.5,
  source: null,
  confidence: 'general-knowledge-unverified',
};

export const overlapReasons = ['product', 'indication', 'hospitals', 'budget-lines', 'text'] as const;
export type OverlapReason = (typeof overlapReasons)[number];

export type Overlap = {
  readonly first: string;
  readonly second: string;
  readonly reasons: readonly { readonly because: OverlapReason; readonly what: readonly string[] }[];
  /** Of title and summary, in the language in which they are more alike. */
  readonly resemblance: number;
  /** Product and indication are the same, or the text is: to be looked at before anything is granted. */
  readonly serious: boolean;
};

export type Compared = { readonly name: string; readonly proposal: Proposal };

/** Every pair that has something in common, the serious ones and the most alike first. */
export function overlaps(
  proposals: readonly Compared[],
  rule: OverlapRule = overlapRule,
): readonly Overlap[] {
  const found = proposals.flatMap((first, at) =>
    proposals.slice(at + 1).flatMap((second) => {
      const one = overlapOf(first, second, rule);
      return one.reasons.length > 0 ? [one] : [];
    }),
  );
  return found.toSorted(
    (a, b) =>
      Number(b.serious) - Number(a.serious) || b.reasons.length - a.reasons.length || b.resemblance - a.resemblance, // prettier-ignore
  );
}

export function overlapOf(first: Compared, second: Compared, rule: OverlapRule = overlapRule): Overlap {
  const [a, b] = [first.proposal, second.proposal];
  const product =
    a.product !== null && a.product.deviceId === b.product?.deviceId ? [a.product.deviceId] : [];
  const indication = a.indication !== null && a.indication === b.indication ? [a.indication] : [];
  const hospitals = common(a, b);
  const fewer = Math.min(hospitalsOf(a).length, hospitalsOf(b).length);
  const lines = sameLines(a, b, rule);
  const alike = Math.max(
    resemblance(`${a.title.ko} ${a.summary.ko}`, `${b.title.ko} ${b.summary.ko}`),
    resemblance(`${a.title.en} ${a.summary.en}`, `${b.title.en} ${b.summary.en}`),
  );
  const text = alike >= rule.textLeast;
  const reasons = [
    { because: 'product', what: product },
    { because: 'indication', what: indication },
    {
      because: 'hospitals',
      what: fewer > 0 && hospitals.length / fewer >= rule.hospitalShareLeast ? hospitals : [],
    },
    { because: 'budget-lines', what: lines },
    { because: 'text', what: text ? [alike.toFixed(2)] : [] },
  ] as const;
  return {
    first: first.name,
    second: second.name,
    reasons: reasons.filter(({ what }) => what.length > 0),
    resemblance: alike,
    serious: text || (product.length > 0 && indication.length > 0),
  };
}

const common = (a: Proposal, b: Proposal): readonly string[] => {
  const there = new Set(hospitalsOf(b).map(({ partyId }) => partyId));
  return hospitalsOf(a).flatMap(({ partyId }) => (there.has(partyId) ? [partyId] : []));
};

/** The same thing bought by the same member in the same year under the same category. */
function sameLines(a: Proposal, b: Proposal, rule: OverlapRule): readonly string[] {
  const alike = (x: Text, y: Text): boolean =>
    Math.max(resemblance(x.ko, y.ko), resemblance(x.en, y.en)) >= rule.lineTextLeast;
  return a.lines.flatMap((line) =>
    b.lines
      .filter(
        (other) => other.year === line.year && other.category === line.category && other.party === line.party,
      ) // prettier-ignore
      .filter((other) => alike(line.text, other.text))
      .map((other) => `${line.lineId} = ${other.lineId}`),
  );
}
