import { fail, succeed, type Result } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { z } from 'zod';
import { textForm } from '../model/parameter.ts';
import de from './data/DE.json' with { type: 'json' };
import fr from './data/FR.json' with { type: 'json' };
import jp from './data/JP.json' with { type: 'json' };
import kr from './data/KR.json' with { type: 'json' };
import uk from './data/UK.json' with { type: 'json' };
import us from './data/US.json' with { type: 'json' };

/** How far a statement may be trusted, in the words of the pathway's rules. */
const confidences = [
  'stated-in-source',
  'inferred-from-sources',
  'from-seeds',
  'general-knowledge-unverified',
] as const;

const day = z.string().transform((text): IsoDate => isoDate(text));
const share = z.number().min(0).max(1);
const grounds = {
  source: z.union([z.string(), z.array(z.string()).min(1)]),
  confidence: z.enum(confidences),
};
/** In force from a day, and to a day where that is known. */
const inForce = { from: day, to: day.nullable() };

const evaluationForm = z.strictObject({
  ...inForce,
  perspective: textForm,
  discount: z.strictObject({ costs: share, effects: share, alternatives: z.array(share) }),
  /** What a QALY may cost, as a range: never one number. Null where the country uses none. */
  threshold: z
    .strictObject({
      explicit: z.boolean(),
      low: z.number().positive(),
      high: z.number().positive(),
      note: textForm,
      ...grounds,
    })
    .nullable(),
  note: textForm,
  ...grounds,
});

const listingForm = z.strictObject({
  ...inForce,
  longestYears: z.number().positive(),
  selectiveBenefit: z.strictObject({ patientShare: share }),
  /** Of the fee of the examination. */
  nonBenefitCeiling: z.strictObject({ low: share, high: share }),
  feeGroups: z.array(z.strictObject({ name: z.string(), label: textForm, addOn: z.number().positive() })),
  note: textForm,
  ...grounds,
});

export const countryForm = z.strictObject({
  country: z.string().length(2),
  label: textForm,
  currency: z.enum(['KRW', 'USD', 'EUR', 'GBP', 'JPY']),
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string(), publisher: z.string(), year: z.int(), url: z.url().nullable() }),
  ),
  evaluation: z.array(evaluationForm).min(1),
  temporaryListings: z.array(listingForm),
});
export type CountrySettings = z.output<typeof countryForm>;
export type EvaluationRule = CountrySettings['evaluation'][number];
export type ListingRule = CountrySettings['temporaryListings'][number];

export type SettingsFault =
  | { readonly kind: 'settings-country'; readonly country: string; readonly known: readonly string[] }
  | {
      readonly kind: 'settings-not-in-force';
      readonly country: string;
      readonly on: IsoDate;
      readonly first: string;
    };

export const countries: readonly CountrySettings[] = [kr, uk, us, jp, de, fr].map((file) =>
  countryForm.parse(file),
);

export function settingsOf(country: string): Result<CountrySettings, SettingsFault> {
  const found = countries.find((each) => each.country === country);
  return found === undefined
    ? fail({ kind: 'settings-country', country, known: countries.map((each) => each.country) })
    : succeed(found);
}

/** The rule of a day. Where two are in force, the later one. */
export const ruleOn = <Rule extends { readonly from: IsoDate; readonly to: IsoDate | null }>(
  rules: readonly Rule[],
  on: IsoDate,
): Rule | undefined =>
  rules
    .filter(({ from, to }) => from <= on && (to === null || on <= to))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];

/** How a country evaluates on a day. */
export function evaluationRule(country: string, on: IsoDate): Result<EvaluationRule, SettingsFault> {
  return ruleIn(country, on, ({ evaluation }) => evaluation);
}

/** What a country pays for a device that is listed for a time, on a day. */
export function listingRule(country: string, on: IsoDate): Result<ListingRule, SettingsFault> {
  return ruleIn(country, on, ({ temporaryListings }) => temporaryListings);
}

function ruleIn<Rule extends { readonly from: IsoDate; readonly to: IsoDate | null }>(
  country: string,
  on: IsoDate,
  rulesOf: (settings: CountrySettings) => readonly Rule[],
): Result<Rule, SettingsFault> {
  const settings = settingsOf(country);
  if (!settings.ok) return settings;
  const rules = rulesOf(settings.value);
  const rule = ruleOn(rules, on);
  const first = rules.map(({ from }) => from).toSorted()[0] ?? '-';
  return rule === undefined ? fail({ kind: 'settings-not-in-force', country, on, first }) : succeed(rule);
}
