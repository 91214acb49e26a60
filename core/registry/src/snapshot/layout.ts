import { z } from 'zod';
import type { ColumnKind, SnapshotMapping } from './mapping.ts';

export const role = z.enum(['site', 'subject', 'time', 'id', 'item']);
export type Role = z.output<typeof role>;
export type Origin = { readonly column: string } | { readonly constant: string | number };
export type SnapshotColumn = {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: Role | null;
  readonly from: Origin;
};

/** The columns of a snapshot and what orders its rows: what a mapping comes to, long or wide. */
export type SnapshotLayout = {
  /** Those with a part first (site, subject, time, id, item), then the others by name: the order they are written in a plan means nothing. */
  readonly columns: readonly SnapshotColumn[];
  /** Rows are ordered by these columns, then by their position in the source. */
  readonly order: readonly string[];
  readonly key: readonly string[];
  readonly missing: readonly string[];
};

const roles = role.options;
/** What a part usually is; a subject's number is a name, not a quantity. */
const usual = { site: 'text', subject: 'text', time: 'number', id: 'text', item: 'text' } as const;

export function layoutOf(mapping: SnapshotMapping): SnapshotLayout {
  const columns = [...mapped(mapping), ...constants(mapping)];
  const playing = roles.flatMap((role) => columns.filter((column) => column.role === role));
  const others = columns.filter((column) => column.role === null).sort((a, b) => (a.name < b.name ? -1 : 1));
  const key = mapping.key ?? [];
  const order = playing.map((column) => column.name);
  return {
    columns: [...playing, ...others],
    order: [...order, ...key.filter((name) => !order.includes(name))],
    key,
    missing: mapping.missing,
  };
}

type Described = string | { readonly column: string; readonly kind: ColumnKind };

const described = (
  from: Described,
  kind: ColumnKind,
): { readonly kind: ColumnKind; readonly from: Origin } =>
  typeof from === 'string'
    ? { kind, from: { column: from } }
    : { kind: from.kind, from: { column: from.column } };

function mapped(mapping: SnapshotMapping): SnapshotColumn[] {
  if (mapping.form === 'wide') {
    return Object.entries(mapping.columns).map(([name, from]) => ({
      name,
      role: roleOf(mapping, name),
      ...(typeof from === 'string' ? { kind: from, from: { column: name } } : described(from, from.kind)),
    }));
  }
  const playing = roles.flatMap((role): SnapshotColumn[] => {
    const from = mapping[role];
    return from === undefined ? [] : [{ name: role, role, ...described(from, usual[role]) }];
  });
  const value: SnapshotColumn = { name: 'value', role: null, ...described(mapping.value, 'number') };
  const further = Object.entries(mapping.columns).map(([name, from]): SnapshotColumn => ({
    name,
    role: null,
    ...described(from, 'text'),
  }));
  return [...playing, value, ...further];
}

const constants = (mapping: SnapshotMapping): SnapshotColumn[] =>
  Object.entries(mapping.constants).map(([name, constant]) => ({
    name,
    kind: typeof constant === 'number' ? 'number' : 'text',
    role: roleOf(mapping, name),
    from: { constant },
  }));

/** A constant named `site` is the site, in a long mapping too. */
function roleOf(mapping: SnapshotMapping, name: string): Role | null {
  if (mapping.form === 'long') return name === 'site' ? 'site' : null;
  return (['site', 'subject', 'time', 'id'] as const).find((role) => mapping[role] === name) ?? null;
}
