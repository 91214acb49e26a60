import { contractRules, buyers, type ContractRule } from '@daero/adoption/procurement/contract-rules';
import type { ProcurementChange, ProcurementEvent } from '@daero/adoption/procurement/event';
import { foldProcurement } from '@daero/adoption/procurement/fold';
import { contractValue, type Price } from '@daero/adoption/procurement/price';
import { rankingOf } from '@daero/adoption/procurement/ranking';
import type { ProcurementState } from '@daero/adoption/procurement/state';
import {
  buyerWords,
  contractMethodWords,
  priceFormWords,
  procurementChangeWords,
} from '@daero/adoption/words/purchase-words';
import type { PurchaseView } from '@daero/api/schemas/adoption-purchase';
import type { LoggedEvent } from '@daero/domain/event';
import { formatCount } from '@daero/domain/format/number';
import { succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { adoptionRow } from './board-view.ts';
import type { Care } from './care.ts';
import { groundsOf, named } from './naming.ts';
import type { OpenedAdoption } from './records.ts';
import { trailOf, withName } from './trail-view.ts';

export type OpenedPurchase = {
  readonly history: readonly ProcurementEvent[];
  readonly events: readonly LoggedEvent[];
};

/** One purchase with its offers in the order of the ranking; without one, the rules that would bind it. */
export function purchaseView(
  opened: OpenedAdoption,
  care: Care,
  purchase: OpenedPurchase | null,
): Result<PurchaseView> {
  const folded = purchase === null ? succeed(null) : foldProcurement(purchase.history);
  if (!folded.ok) return folded;
  const state = folded.value;
  return succeed({
    ...adoptionRow(opened, care, true),
    purchase: purchase === null || state === null ? null : stateView(state, purchase),
    rules: contractRules
      .filter((rule) => state === null || rule.buyers.includes(state.request.buyer))
      .map(ruleView),
    buyers: buyers.map((buyer) => named(buyer, buyerWords[buyer])),
  });
}

function stateView(
  state: ProcurementState,
  { history, events }: OpenedPurchase,
): NonNullable<PurchaseView['purchase']> {
  const { request, openedOn, criteria, reviewers, award, contract, cancelledOn, conflicts } = state;
  const { need, buyer, budget, usesPerYear, years, buyerIds } = request;
  const rule = contractRules.find(({ id }) => id === award?.ruleId);
  return {
    ...{ version: events.length, openedOn, need, buyer: buyerWords[buyer], budget, usesPerYear, years },
    ...{ holders: buyerIds, reviewers, criteria, cancelledOn },
    offers: rankingOf(state).map(({ offer, failed, ...ranked }) => ({
      ...ranked,
      ...{ id: offer.id, vendor: offer.vendor, productVersion: offer.productVersion },
      ...{ price: priceView(offer.price, request), terms: offer.price },
      ...{ serviceLevel: offer.serviceLevel, innovativeProduct: offer.innovativeProduct },
      failed: failed.map(({ name }) => name),
      conflicts: reviewers.filter((reviewer) => conflicts.has(`${reviewer} ${offer.id}`)),
    })),
    award:
      award === null
        ? null
        : {
            ...{ on: award.on, by: award.by, offer: award.offer, value: award.value },
            method: contractMethodWords[award.method],
            ...{ rule: rule === undefined ? null : ruleView(rule), whyNotFirst: award.whyNotFirst },
          },
    contract:
      contract === null
        ? null
        : {
            ...{ signedOn: contract.signedOn, by: contract.by, reference: contract.reference },
            ...{ fromOn: contract.fromOn, toOn: contract.toOn, exit: contract.exit },
            ...{ price: priceView(contract.price, request), serviceLevel: contract.serviceLevel },
          },
    trail: trailOf(history, events, (change) => tellPurchase(state, change)),
  };
}

const ruleView = (rule: ContractRule): PurchaseView['rules'][number] => {
  const { id, method, name, ceiling, designationYears, knownFrom, note, grounds } = rule;
  return {
    ...{ id, name, ceiling, designationYears, knownFrom, note, grounds: groundsOf(grounds) },
    method: named(method, contractMethodWords[method]),
  };
};

const won = (value: number): Text => {
  const exact = formatCount(Math.round(value));
  return { ko: `${exact}원`, en: `KRW ${exact}` };
};
const share = (value: number): string => `${Math.round(1000 * value) / 10}%`;

/** The form of a price, and its terms in exact won. */
function priceView(
  price: Price,
  { years, usesPerYear }: ProcurementState['request'],
): NonNullable<PurchaseView['purchase']>['offers'][number]['price'] {
  return {
    form: priceFormWords[price.form],
    terms: termsOf(price, contractValue(price, years, usesPerYear)),
  };
}

function termsOf(price: Price, value: number): Text {
  switch (price.form) {
    case 'per-use': {
      const [each, least] = [won(price.perUse), won(price.leastPerYear)];
      return {
        ko: `건당 ${each.ko}, 한 해 ${least.ko} 이상`,
        en: `${each.en} a use, at least ${least.en} a year`,
      };
    }
    case 'licence': {
      const year = won(price.perYear);
      return { ko: `한 해 ${year.ko}`, en: `${year.en} a year` };
    }
    case 'banded': {
      const whole = won(value);
      return {
        ko: `구간 ${price.bands.length}개, 모두 ${whole.ko}`,
        en: `${price.bands.length} bands, ${whole.en} in all`,
      };
    }
    case 'by-outcome': {
      const year = won(price.perYear);
      const part = share(price.shareAtRisk);
      return {
        ko: `한 해 ${year.ko}, 그중 ${part}는 성과에 따라`,
        en: `${year.en} a year, ${part} of it by outcome`,
      };
    }
    case 'subsidised': {
      const year = won(price.perYear);
      const part = share(price.paidByProgramme);
      return {
        ko: `한 해 ${year.ko}, ${price.untilYear}년째까지 ${part}를 사업비로`,
        en: `${year.en} a year, ${part} paid by the programme to year ${price.untilYear}`,
      };
    }
    default:
      return unreachable(price);
  }
}

function tellPurchase({ offers, criteria }: ProcurementState, change: ProcurementChange): Text {
  const word = procurementChangeWords[change.type];
  const vendor = (id: string): Text => {
    const name = offers.get(id)?.vendor ?? id;
    return { ko: name, en: name };
  };
  switch (change.type) {
    case 'offered':
      return withName(word, vendor(change.offer.id));
    case 'awarded':
    case 'conflict-declared':
      return withName(word, vendor(change.offer));
    case 'scored': {
      const name = criteria.find(({ id }) => id === change.criterion)?.name ?? null;
      const { ko, en } = vendor(change.offer);
      return withName(
        word,
        name === null ? { ko, en } : { ko: `${ko} · ${name.ko}`, en: `${en} · ${name.en}` },
      );
    }
    default:
      return word;
  }
}
