import type { IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import type { Random } from '@daero/registry/generated/deviates';
import type { By } from '../record/event.ts';
import type { Offer, ProcurementChange, ProcurementEvent } from '../procurement/event.ts';
import { made } from './made.ts';
import { products, type Road } from './hospitals.ts';
import { keyHolder } from './road.ts';

const serviceLevel = {
  ...{
    availability: 0.99,
    resultWithinSeconds: 300,
    answerWithinHours: 4,
    repairWithinHours: 24,
    penalty: null,
  },
};

/** The purchase of a hospital: two offers, two reviewers, an award and a contract on the day of the layer's yes. */
export function purchaseOf(
  road: Road,
  signedOn: IsoDate,
  random: Random,
  nextId: () => string,
): readonly ProcurementEvent[] {
  const { site, product, buyer } = road;
  const { deviceId, version } = products[product];
  const buys = keyHolder(site, 'purchase');
  const start = addDays(signedOn, -20);
  const rows: (readonly [days: number, by: By, change: ProcurementChange])[] = [];
  const need = { ko: '판독 보조 제품(시연)', en: 'a reading aid (demonstration)' };
  rows.push([
    0,
    buys,
    {
      ...{ type: 'opened', hospital: site, need, buyer, budget: 60_000_000, usesPerYear: 9000, years: 1 },
      buyerIds: [buys.personId],
    },
  ]);
  const criteria = [
    { id: 'clinical', name: { ko: '임상 성능', en: 'clinical performance' }, weight: 0.4, leastScore: 60 },
    {
      id: 'fit',
      name: { ko: '업무와 시스템 적합성', en: 'fit with work and systems' },
      weight: 0.35,
      leastScore: null,
    },
    { id: 'price', name: { ko: '가격', en: 'price' }, weight: 0.25, leastScore: null },
  ];
  const reviewers = [`${site}.reviewer-1`, `${site}.reviewer-2`];
  rows.push([1, buys, { type: 'criteria-set', criteria, reviewers }]);
  const own: Offer = {
    ...{ id: 'offer-1', vendor: 'Demonstration vendor A', productVersion: `${deviceId}@${version}` },
    ...{
      price: { form: 'per-use', perUse: 2000, leastPerYear: 12_000_000 },
      serviceLevel,
      innovativeProduct: null,
    },
  };
  const other: Offer = {
    ...own,
    id: 'offer-2',
    vendor: 'Demonstration vendor B',
    productVersion: 'generated-other@1.0',
    price: { form: 'licence', perYear: 27_000_000 },
  };
  for (const offer of [own, other]) rows.push([6, buys, { type: 'offered', offer }]);
  for (const { id: offer } of [own, other])
    for (const reviewer of reviewers)
      for (const { id: criterion } of criteria) {
        const score = (offer === own.id ? 82 : 68) + Math.floor(10 * random());
        rows.push([
          12,
          { personId: reviewer, role: 'clinician' },
          { type: 'scored', offer, criterion, score },
        ]);
      }
  const method = buyer === 'private-hospital' ? 'own-rules' : 'small-private-contract';
  rows.push([15, buys, { type: 'awarded', offer: own.id, method, whyNotFirst: null }]);
  const exit = { ko: '석 달 전 통지로 해지, 자료는 삭제', en: 'three months of notice, data are erased' };
  const [fromOn, toOn] = [signedOn, addDays(signedOn, 364)];
  const contracted = {
    type: 'contracted',
    reference: `generated/${site}`,
    fromOn,
    toOn,
    price: own.price,
    serviceLevel,
    exit,
  } as const;
  rows.push([20, buys, contracted]);
  if (road.renewed) {
    const renewed = { type: 'renewed', reference: `generated/${site}/2`, toOn: addDays(toOn, 365) } as const;
    rows.push([20 + 351, buys, renewed]);
  }
  return rows.map(([days, by, change]) => made(nextId(), addDays(start, days), by, change));
}
