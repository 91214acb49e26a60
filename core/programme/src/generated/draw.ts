import { sha256Text } from '@daero/domain/canonical';
import { roles as allRoles, type Role } from '@daero/domain/product';
import type { Text } from '@daero/domain/text';

/** A counter-based stream: the same seed, name and number give the same draw, whatever was drawn before. */
export type Draw = (name: string, n: number) => number;

/** In [0, 1). */
export const drawsOf =
  (seed: number): Draw =>
  (name, n) =>
    Number.parseInt(sha256Text(`${seed}/${name}/${n}`).slice(0, 12), 16) / 2 ** 48;

/** A whole number from `low` to `high`. */
export const wholeOf = (
  draw: Draw,
  name: string,
  n: number,
  [low, high]: readonly [number, number],
): number => low + Math.floor(draw(name, n) * (high - low + 1));

export const text = (ko: string, en: string): Text => ({ ko, en });

/** Who acts in the made-up portfolio; no such person or institution exists. */
const roles = {
  officer: 'programme-office',
  rev: 'reviewer',
  co: 'market-access',
  ho: 'administrator',
} as const;
const kinds = ['officer', 'rev', 'co', 'ho'] as const;
export const actorOf = (person: string): { readonly personId: string; readonly role: Role } => {
  const signedIn = allRoles.find((role) => person === `demonstration:${role}`);
  if (signedIn !== undefined) return { personId: person, role: signedIn };
  const kind = kinds.find((one) => person.startsWith(`demo-${one}`));
  return { personId: person, role: roles[kind ?? 'ho'] };
};

/** One event of the made-up portfolio, before its form is checked: the day, who, why, what. */
export type Row = readonly [on: string, by: string, reason: string, change: object];

export const eventsFrom = (prefix: string, rows: readonly Row[]): readonly object[] =>
  rows.map(([on, by, reason, change], at) => ({
    eventId: `${prefix}-${at + 1}`,
    on,
    by: actorOf(by),
    reason,
    source: null,
    change,
  }));
