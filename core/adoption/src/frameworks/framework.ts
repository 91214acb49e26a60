import type { Text } from '@daero/domain/text';
import type { Grounds } from '../record/event.ts';
import { fieldOf, type CommonRecord, type FieldProof, type RecordField } from './record.ts';

/** One thing that a framework asks, in our words, and the fields of the common record that answer it. */
export type Item = {
  readonly id: string;
  readonly group: Text;
  readonly text: Text;
  readonly fields: readonly [RecordField, ...RecordField[]];
  /** Tiers to which it applies; null where the framework has none. */
  readonly tiers: readonly string[] | null;
};
export type Framework = {
  readonly id: string;
  readonly name: Text;
  readonly source: string;
  /** How sure we are of number and order of the items; their wording is ours. */
  readonly grounds: Grounds;
  readonly items: readonly Item[];
};

/** A row of a framework file: id, fields, Korean, English. */
export type ItemRow = readonly [
  id: string,
  fields: readonly [RecordField, ...RecordField[]],
  ko: string,
  en: string,
];

export const itemsOf = (
  group: Text,
  rows: readonly ItemRow[],
  tiers: readonly string[] | null = null,
): readonly Item[] => rows.map(([id, fields, ko, en]) => ({ id, group, fields, text: { ko, en }, tiers }));

export type FilledItem = {
  readonly item: Item;
  /** A tick needs a proof of every field; `part` says that some are there. */
  readonly is: 'ticked' | 'part' | 'outdated' | 'open';
  readonly fields: readonly { readonly field: RecordField; readonly proof: FieldProof }[];
};
export type FilledFramework = {
  readonly framework: Framework;
  readonly tier: string | null;
  readonly items: readonly FilledItem[];
  readonly ticked: number;
};

/** A framework filled from the common record: nothing is ticked by hand. */
export function fillFramework(
  framework: Framework,
  record: CommonRecord,
  tier: string | null = null,
): FilledFramework {
  const asked = framework.items.filter(
    ({ tiers }) => tiers === null || tier === null || tiers.includes(tier),
  );
  const items = asked.map((item): FilledItem => {
    const fields = item.fields.map((field) => ({ field, proof: fieldOf(record, field) }));
    const proved = fields.filter(({ proof }) => proof.is === 'proved').length;
    const outdated = fields.some(({ proof }) => proof.is === 'outdated');
    const is = proved === fields.length ? 'ticked' : outdated ? 'outdated' : proved > 0 ? 'part' : 'open';
    return { item, is, fields };
  });
  return { framework, tier, items, ticked: items.filter(({ is }) => is === 'ticked').length };
}
