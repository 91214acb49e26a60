import type { EventDraft } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import type { Site } from '@daero/domain/product';
import type { IsoDate } from '@daero/domain/time';
import type { Random } from '@daero/registry/generated/deviates';
import type { AdoptionEvent } from '../layers/event.ts';
import type { ProcurementEvent } from '../procurement/event.ts';
import type { AnswerEvent } from '../security/question.ts';
import { answersOf } from './answers.ts';
import { roads, type ProductName, type Road } from './hospitals.ts';
import { idsOf } from './made.ts';
import { purchaseOf } from './purchase.ts';
import { walkRoad } from './road.ts';
import { useOf } from './use.ts';

/**
 * Hospitals that never were, on the road of products that do not exist, at different points of it. Ids begin with `generated-`, names say
 * demonstration, every reason says so too: it shows the road and is evidence of nothing. The rules accept every event of it.
 */
export type GeneratedHospital = {
  readonly site: Site;
  readonly road: Road;
  readonly adoption: readonly AdoptionEvent[];
  readonly purchase: readonly ProcurementEvent[];
  readonly use: readonly EventDraft[];
  readonly wentLiveOn: IsoDate | null;
};
export type GeneratedAdoption = {
  readonly hospitals: readonly GeneratedHospital[];
  readonly answers: Readonly<Record<ProductName, readonly AnswerEvent[]>>;
};

export function generateAdoption(random: Random): GeneratedAdoption {
  const hospitals = roads.map((road, at): GeneratedHospital => {
    const nextId = idsOf(at);
    const { events, yes } = walkRoad(road, random, nextId);
    const [bought, wentLiveOn] = [yes.get('purchase') ?? null, yes.get('go-live') ?? null];
    return {
      site: { siteId: id<'site'>(road.site), name: road.name, demonstration: true },
      road,
      adoption: events,
      purchase: bought === null ? [] : purchaseOf(road, bought, random, nextId),
      use: wentLiveOn === null ? [] : useOf(road, wentLiveOn, random, nextId),
      wentLiveOn,
    };
  });
  const [chest, ecg] = [idsOf(roads.length), idsOf(roads.length + 1)];
  return { hospitals, answers: { chest: answersOf('chest', chest), ecg: answersOf('ecg', ecg) } };
}
