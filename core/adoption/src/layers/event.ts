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
import { hospitalRulesForm } from './layer.ts';

/** What is adopted where: a product version for an indication at one hospital. */
export const adoptionKeyForm = z.strictObject({
  hospital: idForm,
  productVersion: words.describe('the device and its version, for example chest-aid@2.1'),
  indication: words,
});
export type AdoptionKey = z.output<typeof adoptionKeyForm>;

/** A yes that holds only while something is done by a day. */
export const conditionForm = z.strictObject({ id: idForm, text: textForm, dueOn: dayForm });
export type Condition = z.output<typeof conditionForm>;

/** Why a product is left; kept, because the next hospital meets the same. */
export const withdrawalReasons = [
  'no-fee',
  'no-benefit-seen',
  'workload',
  'integration',
  'alert-fatigue',
  'local-accuracy',
  'security',
  'consent-work',
  'funding-ended',
  'contract-ended',
  'product-withdrawn',
  'nobody-owns-it',
  'other',
] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

const layer = idForm;
const outcome = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('approved') }),
  z.strictObject({ is: z.literal('conditional'), conditions: z.array(conditionForm).min(1) }),
  z.strictObject({ is: z.literal('deferred'), untilOn: dayForm }),
  z.strictObject({ is: z.literal('refused') }),
]);
export type Outcome = z.output<typeof outcome>;

export const adoptionChangeForm = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), key: adoptionKeyForm, rules: hospitalRulesForm }),
  z.strictObject({ type: z.literal('rules-changed'), rules: hospitalRulesForm }),
  z.strictObject({ type: z.literal('key-passed'), layer, holders: z.array(idForm) }),
  z.strictObject({ type: z.literal('paper-filed'), layer, paper: idForm, reference: words }),
  z.strictObject({ type: z.literal('decided'), layer, outcome }),
  z.strictObject({ type: z.literal('condition-met'), layer, condition: idForm, reference: words }),
  z.strictObject({ type: z.literal('reopened'), layer }),
  z.strictObject({ type: z.literal('role-filled'), role: idForm, persons: z.array(idForm) }),
  z.strictObject({
    type: z.literal('course-taken'),
    course: idForm,
    person: idForm,
    score: z.number().min(0).max(100).nullable(),
  }),
  z.strictObject({ type: z.literal('procedure-adopted'), procedure: idForm, reference: words }),
  z.strictObject({
    type: z.literal('procedure-drilled'),
    procedure: idForm,
    wentWell: z.boolean(),
    reference: words,
  }),
  z.strictObject({
    type: z.literal('paid'),
    reference: words.describe('the payment for a use: a claim, a bill'),
  }),
  z.strictObject({ type: z.literal('withdrawn'), because: z.array(z.enum(withdrawalReasons)).min(1) }),
  annulledForm,
]);
export type AdoptionChange = z.output<typeof adoptionChangeForm>;

export const adoptionEventForm = recordedForm(adoptionChangeForm);
export type AdoptionEvent = Recorded<AdoptionChange>;
export type EventOf<Type extends AdoptionChange['type']> = RecordedOf<AdoptionChange, Type>;
