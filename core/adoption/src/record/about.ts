import { recordFields, type RecordField } from '../frameworks/record.ts';
import { z } from 'zod';
import { dayForm, idForm, textForm, words } from './event.ts';

const isField = (name: string): name is RecordField => name in recordFields;
const fieldForm = z.string().refine(isField, 'a field of the common record');

/** What an adoption is called, and which part of the evidence repository its layers are shown: said once, when it is opened. */
export const adoptionAboutForm = z.strictObject({
  hospital: textForm,
  product: textForm,
  indication: textForm,
  demonstration: z.boolean().describe('true where nothing of it happened'),
  /** The product's own days; what comes before authorisation is innovation, not deployment. */
  begunOn: dayForm.nullable(),
  authorisedOn: dayForm.nullable(),
  evidence: z
    .strictObject({
      project: idForm,
      /** Estimates of the repository by name: of all hospitals together, and of this one's own patients. */
      pooled: z.array(words).max(50),
      local: z.array(words).max(50),
      subgroups: z.array(words).max(50),
      claims: z
        .array(z.strictObject({ claim: words, proves: z.array(fieldForm).max(20) }))
        .max(100)
        .describe('the claims that are shown, and the fields of the common record that each proves'),
    })
    .nullable(),
  /** What may be charged for a use, with its paper. */
  fee: z
    .strictObject({
      code: words,
      basis: textForm,
      perUse: z.number().min(0),
      untilOn: dayForm.nullable(),
      reference: words,
    })
    .nullable(),
});
export type AdoptionAbout = z.output<typeof adoptionAboutForm>;
