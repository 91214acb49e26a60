import { z } from 'zod';

/**
 * What a column holds. `number` is any finite number, `integer` a whole one that every language keeps exactly
 * (to 2^53 - 1), `instant` a moment with a time zone, kept in UTC to the millisecond.
 */
export const columnKind = z.enum(['text', 'number', 'integer', 'instant']);
export type ColumnKind = z.output<typeof columnKind>;

const sourceColumn = z.string().min(1);
const described = z.strictObject({ column: sourceColumn, kind: columnKind });
/** The name of a column in the source, with its kind where that is not the usual one of the part it plays. */
const column = z.union([sourceColumn, described]);

/** A name in the snapshot. Two are taken: `position` is where a row stood in the source, `place` where it stands in the snapshot. */
const name = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'letters, digits and _, not starting with a digit')
  .refine(
    (text) => text.toLowerCase() !== 'position',
    'position is the name of the place of a row in the source',
  );

const common = {
  delimiter: z.enum([',', ';', '\t', '|']).default(',').describe('Between the fields of a text file'),
  missing: z
    .array(z.string())
    .default([])
    .describe('Texts that mean "missing" beside the empty field, for example NA'),
  constants: z
    .record(name, z.union([z.string(), z.number()]))
    .default({})
    .describe('Columns with one value throughout'),
  key: z.array(name).min(1).optional().describe('Columns that together may stand only once'),
};

const long = z.strictObject({
  form: z.literal('long').describe('One row is one value of one item of one subject at one time'),
  site: column.optional(),
  subject: column,
  time: column,
  id: column.optional().describe('Id of the row, for example of an event'),
  item: column,
  value: column,
  columns: z.record(name, column).default({}).describe('Further columns, by their name in the snapshot'),
  ...common,
});

const wide = z.strictObject({
  form: z.literal('wide').describe('One row is one subject, stay or visit'),
  columns: z
    .record(name, z.union([columnKind, described]))
    .describe('By name in the snapshot: a kind, when the source has the same name, or column and kind'),
  site: name.optional().describe('Which of the columns (or constants) is the site'),
  subject: name.optional(),
  time: name.optional(),
  id: name.optional(),
  ...common,
});

/** How the columns of a source become those of a snapshot: written in the plan, read once, here. */
export const snapshotMapping = z.discriminatedUnion('form', [long, wide]).superRefine((mapping, context) => {
  const taken = mapping.form === 'long' ? longNames(mapping) : Object.keys(mapping.columns);
  const names = [...taken, ...Object.keys(mapping.constants)].map((text) => text.toLowerCase());
  const twice = names.find((text, k) => names.indexOf(text) < k);
  if (twice !== undefined) context.addIssue({ code: 'custom', message: `the column ${twice} stands twice` });
  const roles = mapping.form === 'wide' ? [mapping.site, mapping.subject, mapping.time, mapping.id] : [];
  for (const role of [...roles, ...(mapping.key ?? [])]) {
    if (role !== undefined && !names.includes(role.toLowerCase())) {
      context.addIssue({ code: 'custom', message: `no column ${role} is mapped` });
    }
  }
});

export type SnapshotMapping = z.output<typeof snapshotMapping>;
export type LongMapping = Extract<SnapshotMapping, { form: 'long' }>;

const longNames = (mapping: z.output<typeof long>): string[] => [
  ...(['site', 'subject', 'time', 'id', 'item', 'value'] as const).filter(
    (role) => mapping[role] !== undefined,
  ),
  ...Object.keys(mapping.columns),
];
