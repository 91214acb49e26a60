import { contractRules } from '../procurement/contract-rules.ts';
import { rankingOf, type Ranked } from '../procurement/ranking.ts';
import type { ProcurementState } from '../procurement/state.ts';
import { priceFormWords } from '../words/purchase-words.ts';
import { missingFact, quantityFact, textFact, type Fact, type Section } from './fact.ts';
import type { LayerInput } from './layer-view.ts';

/** Offers compared, and the rules that the contract is held against. */
export function offerSections({ purchase }: LayerInput): readonly Section[] {
  const name = { ko: '제안 비교', en: 'offers compared' };
  const missing = (because: 'no-purchase' | 'no-offers'): readonly Section[] => [
    { id: 'offers', name, facts: [missingFact({ id: 'offers', name }, because)] },
  ];
  if (purchase === null) return missing('no-purchase');
  const ranking = rankingOf(purchase);
  if (ranking.length === 0) return missing('no-offers');
  return [
    { id: 'offers', name, facts: ranking.flatMap(offerFacts) },
    { id: 'contract-rules', name: { ko: '계약 규정', en: 'rules of contract' }, facts: ruleFacts(purchase) },
  ];
}

function offerFacts({ offer, score, value }: Ranked): readonly Fact[] {
  const known = { state: 'stated', source: { is: 'paper', reference: offer.id } } as const;
  const named = (id: string, ko: string, en: string): { id: string; name: { ko: string; en: string } } => ({
    id: `${offer.id}/${id}`,
    name: { ko: `${offer.vendor}: ${ko}`, en: `${offer.vendor}: ${en}` },
  });
  const rated = named('score', '평가 점수', 'score');
  return [
    score === null
      ? missingFact(rated, 'not-done')
      : quantityFact(rated, { value: score, unit: 'score' }, { ...known, state: 'observed' }),
    quantityFact(named('value', '계약 금액', 'value of the contract'), { value, unit: 'KRW' }, known),
    textFact(named('price', '가격 방식', 'form of price'), priceFormWords[offer.price.form], known),
    quantityFact(
      named('availability', '가용성', 'availability'),
      { value: offer.serviceLevel.availability, unit: 'share' },
      known,
    ),
  ];
}

const ruleFacts = ({ request }: ProcurementState): readonly Fact[] =>
  contractRules
    .filter(({ buyers }) => buyers.includes(request.buyer))
    .map(({ id, name, ceiling, note, grounds }) => {
      const known = { state: 'stated', source: { is: 'rule', ...grounds } } as const;
      return ceiling === null
        ? textFact({ id, name }, note, known)
        : quantityFact({ id, name }, { value: ceiling, unit: 'KRW' }, known);
    });
