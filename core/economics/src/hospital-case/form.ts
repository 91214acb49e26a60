import { z } from 'zod';
import { textForm } from '../model/parameter.ts';

const money = z.number().min(0);

/**
 * A hospital's own business case for a device: cash in and out of one hospital, month by month. What the payer spends is another
 * object with another view; neither takes numbers from the other.
 */
export const hospitalCaseForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('hospital-case'),
  title: textForm,
  hospital: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  months: z.int().min(1).max(120),
  /** A year; for the net present value only. */
  discountRate: z.number().min(0).max(0.5),
  volume: z.strictObject({
    /** Examinations in which the device could be used, in the first month. */
    perMonth: z.number().positive(),
    growthPerYear: z.number().min(-0.5).max(1),
    /** The share of them in which it is used, month by month until it stays at the last value. */
    use: z.array(z.number().min(0).max(1)).min(1),
  }),
  price: z.discriminatedUnion('form', [
    z.strictObject({ form: z.literal('licence'), perYear: money }),
    z.strictObject({ form: z.literal('per-use'), perUse: money, leastPerYear: money }),
  ]),
  /** What may be charged for a use, to whomever, and how many uses are charged. */
  fee: z.strictObject({ perUse: money, chargedShare: z.number().min(0).max(1) }),
  /**
   * Minutes of staff time that a use saves or takes, and the share of them that is really released: for other paid work, or
   * for hours that are no longer paid. The rest is worth nothing here.
   */
  time: z.array(
    z.strictObject({
      label: textForm,
      minutesPerUse: z.number(),
      releasedShare: z.number().min(0).max(1),
      costPerHour: money,
    }),
  ),
  /** What follows from a use: further examinations, avoided stays. */
  downstream: z.array(z.strictObject({ label: textForm, perUse: z.number(), revenue: money, cost: money })),
  running: z.array(z.strictObject({ label: textForm, perMonth: money })),
  /** Integration, training, equipment. Month 1 is the first. */
  oneOff: z.array(z.strictObject({ label: textForm, month: z.int().min(1), cost: money })),
});
export type HospitalCaseForm = z.output<typeof hospitalCaseForm>;
export type HospitalCaseFile = z.input<typeof hospitalCaseForm>;

/** The published JSON Schema, for editors. */
export const hospitalCaseJsonSchema = (): unknown => z.toJSONSchema(hospitalCaseForm, { io: 'input' });
