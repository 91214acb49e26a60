import type { PurchaseView } from '@daero/api/schemas/adoption-purchase';
import { peopleIn } from './act.tsx';

export type Step =
  | 'opened'
  | 'criteria-set'
  | 'offered'
  | 'scored'
  | 'conflict-declared'
  | 'awarded'
  | 'contracted'
  | 'renewed'
  | 'cancelled';
export type Field =
  | 'need'
  | 'buyer'
  | 'budget'
  | 'uses'
  | 'years'
  | 'holders'
  | 'criteriaLines'
  | 'reviewerIds'
  | 'vendor'
  | 'version'
  | 'form'
  | 'perUse'
  | 'leastPerYear'
  | 'perYear'
  | 'offer'
  | 'criterion'
  | 'points'
  | 'method'
  | 'whyNotFirst'
  | 'reference'
  | 'fromOn'
  | 'toOn'
  | 'exit';

/** What somebody writes stands in both languages as they wrote it. */
const both = (words: string): { readonly ko: string; readonly en: string } => ({ ko: words, en: words });
const amount = (text: string): number => Number(text.replaceAll(',', '').trim() || 'NaN');

/** A service level that an offer names unless it says otherwise. */
const usualLevel = {
  ...{ availability: 0.99, resultWithinSeconds: 300, answerWithinHours: 4, repairWithinHours: 24 },
  penalty: null,
};

/** The change as the server takes it. */
export function purchaseChange(
  type: Step,
  value: (field: Field) => string,
  { id, hospital, purchase }: PurchaseView,
): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'opened':
      return {
        ...{ type, hospital: hospital.id, need: both(value('need')), buyer: value('buyer') },
        ...{ budget: amount(value('budget')), usesPerYear: amount(value('uses')) },
        ...{ years: amount(value('years')), buyerIds: peopleIn(value('holders')) },
      };
    case 'criteria-set':
      return {
        type,
        criteria: criteriaIn(value('criteriaLines')),
        reviewers: peopleIn(value('reviewerIds')),
      };
    case 'offered':
      return { type, offer: offerIn(value, `${id}-offer-${(purchase?.offers.length ?? 0) + 1}`) };
    case 'scored':
      return { type, offer: value('offer'), criterion: value('criterion'), score: amount(value('points')) };
    case 'conflict-declared':
      return { type, reviewer: value('reviewerIds').trim(), offer: value('offer') };
    case 'awarded': {
      const why = value('whyNotFirst').trim();
      return { type, offer: value('offer'), method: value('method'), whyNotFirst: why === '' ? null : why };
    }
    case 'contracted':
      return contractIn(value, purchase);
    case 'renewed':
      return { type, reference: value('reference'), toOn: value('toOn') };
    case 'cancelled':
      return { type };
  }
}

/** One criterion a line: name, weight, least score. */
const criteriaIn = (lines: string): readonly unknown[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const [name = '', weight = '', least = ''] = line.split(',').map((part) => part.trim());
      return {
        ...{ id: `c${at + 1}`, name: both(name), weight: amount(weight) },
        leastScore: least === '' ? null : amount(least),
      };
    });

const offerIn = (value: (field: Field) => string, id: string): unknown => ({
  ...{ id, vendor: value('vendor'), productVersion: value('version') },
  price:
    value('form') === 'licence'
      ? { form: 'licence', perYear: amount(value('perYear')) }
      : {
          form: 'per-use',
          perUse: amount(value('perUse')),
          leastPerYear: amount(value('leastPerYear')),
        },
  ...{ serviceLevel: usualLevel, innovativeProduct: null },
});

/** A contract takes price and service level of the offer that was awarded. */
function contractIn(
  value: (field: Field) => string,
  purchase: PurchaseView['purchase'],
): Readonly<Record<string, unknown>> {
  const awarded = purchase?.offers.find(({ id }) => id === purchase.award?.offer);
  return {
    ...{ type: 'contracted', reference: value('reference'), fromOn: value('fromOn'), toOn: value('toOn') },
    ...{ price: awarded?.terms, serviceLevel: awarded?.serviceLevel, exit: both(value('exit')) },
  };
}
