import { z } from 'zod';
import {
  annulledForm,
  dayForm,
  idForm,
  recordedForm,
  textForm,
  words,
  type Recorded,
  type RecordedOf,
} from '../record/event.ts';
import { buyers, contractMethods } from './contract-rules.ts';
import { priceForm } from './price.ts';

const won = z.number().min(0).max(1e13);

export const serviceLevelForm = z.strictObject({
  availability: z.number().min(0).max(1).describe('share of the agreed hours'),
  resultWithinSeconds: z.number().positive(),
  answerWithinHours: z.number().positive(),
  repairWithinHours: z.number().positive(),
  penalty: textForm.nullable(),
});
export type ServiceLevel = z.output<typeof serviceLevelForm>;

export const criterionForm = z.strictObject({
  id: idForm,
  name: textForm,
  weight: z.number().min(0).max(1),
  /** What is below this score on a must is out, whatever else it scores. */
  leastScore: z.number().min(0).max(100).nullable(),
});
export type Criterion = z.output<typeof criterionForm>;

export const offerForm = z.strictObject({
  id: idForm,
  vendor: words,
  productVersion: words,
  price: priceForm,
  serviceLevel: serviceLevelForm,
  /** The channel for designated innovative products: its number and the day of designation. */
  innovativeProduct: z.strictObject({ number: words, designatedOn: dayForm }).nullable(),
});
export type Offer = z.output<typeof offerForm>;

export const procurementChangeForm = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    hospital: idForm,
    need: textForm,
    buyer: z.enum(buyers),
    budget: won,
    usesPerYear: z.number().min(0),
    years: z.int().min(1).max(10),
    buyerIds: z.array(idForm).min(1).describe('who may award and sign'),
  }),
  z.strictObject({
    type: z.literal('criteria-set'),
    criteria: z.array(criterionForm).min(1),
    reviewers: z.array(idForm).min(1),
  }),
  z.strictObject({ type: z.literal('offered'), offer: offerForm }),
  z.strictObject({ type: z.literal('conflict-declared'), reviewer: idForm, offer: idForm }),
  z.strictObject({
    type: z.literal('scored'),
    offer: idForm,
    criterion: idForm,
    score: z.number().min(0).max(100),
  }),
  z.strictObject({
    type: z.literal('awarded'),
    offer: idForm,
    method: z.enum(contractMethods),
    /** Where it is not the first in the ranking, somebody has to say why. */
    whyNotFirst: words.nullable(),
  }),
  z.strictObject({
    type: z.literal('contracted'),
    reference: words,
    fromOn: dayForm,
    toOn: dayForm,
    price: priceForm,
    serviceLevel: serviceLevelForm,
    exit: textForm.describe('how it ends and what becomes of the data'),
  }),
  z.strictObject({
    type: z.literal('renewed'),
    reference: words,
    toOn: dayForm.describe('the new last day of the contract'),
  }),
  z.strictObject({ type: z.literal('cancelled') }),
  annulledForm,
]);
export type ProcurementChange = z.output<typeof procurementChangeForm>;
export const procurementEventForm = recordedForm(procurementChangeForm);
export type ProcurementEvent = Recorded<ProcurementChange>;
export type EventOf<Type extends ProcurementChange['type']> = RecordedOf<ProcurementChange, Type>;
export type ChangeOf<Type extends ProcurementChange['type']> = Extract<ProcurementChange, { type: Type }>;
