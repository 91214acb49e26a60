import { canonicalJson, contentHash, type Json } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant, isInstant, type Instant } from '@daero/domain/time';
import { z } from 'zod';

/** What is fixed before outcomes are opened: the plan and its economic model, word for word. */
export type Fixed = { readonly plan: Json; readonly model: Json };

const json = z.json();
const moment = z.string().refine(isInstant, 'a moment like 2026-11-22T05:20:00Z').transform(instant);
const lockSchema = z.strictObject({
  daero: z.literal(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  lockedAt: moment,
  by: z.string().min(1),
  /** What the authors say of the outcomes at that time; nothing can prove it for public data. */
  outcomes: z.literal(['not opened', 'already open']),
  fixed: z.strictObject({ plan: json, model: json }),
  deviations: z.array(
    z.strictObject({
      path: z.string(),
      from: json,
      to: json,
      reason: z.string().min(1),
      by: z.string(),
      at: moment,
    }),
  ),
});
export type Lock = z.output<typeof lockSchema>;

export type Change = { readonly path: string; readonly from: Json; readonly to: Json };
export type Deviation = Change & {
  /** null: found in the plan, but nobody has given a reason. */
  readonly account: { readonly reason: string; readonly by: string; readonly at: Instant } | null;
};

/** How a plan stands to its lock: what every page and document says of it. */
export type LockState =
  | { readonly state: 'unlocked' }
  | {
      readonly state: 'locked';
      readonly hash: string;
      readonly lockedAt: Instant;
      readonly by: string;
      readonly outcomes: Lock['outcomes'];
      readonly deviations: readonly Deviation[];
    };

export const makeLock = (fixed: Fixed, by: string, lockedAt: Instant, outcomes: Lock['outcomes']): Lock => ({
  daero: 1,
  hash: contentHash(fixed),
  lockedAt,
  by,
  outcomes,
  fixed: { plan: plainCopy(fixed.plan), model: plainCopy(fixed.model) },
  deviations: [],
});

/** Reads a lock, and refuses one whose content does not have the hash it names. */
export function readLock(file: string, text: string): Result<Lock> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ kind: 'lock-unreadable', file });
  }
  const parsed = lockSchema.safeParse(value);
  if (!parsed.success || contentHash(parsed.data.fixed) !== parsed.data.hash)
    return fail({ kind: 'lock-unreadable', file });
  return succeed(parsed.data);
}

/** Where the plan differs from what was fixed, with the reason where one was recorded for that very change. */
export function lockState(lock: Lock | null, now: Fixed): LockState {
  if (lock === null) return { state: 'unlocked' };
  const deviations = changes(lock.fixed, now).map((change): Deviation => {
    const account = lock.deviations.find((past) => past.path === change.path && same(past.to, change.to));
    return {
      ...change,
      account: account ? { reason: account.reason, by: account.by, at: account.at } : null,
    };
  });
  const { hash, lockedAt, by, outcomes } = lock;
  return { state: 'locked', hash, lockedAt, by, outcomes, deviations };
}

/** Records every change that has no reason yet. */
export function recordDeviations(
  lock: Lock,
  now: Fixed,
  account: { reason: string; by: string; at: Instant },
): Lock {
  const state = lockState(lock, now);
  const open =
    state.state === 'locked' ? state.deviations.filter((deviation) => deviation.account === null) : [];
  const added = open.map(({ path, from, to }) => ({
    path,
    from: plainCopy(from),
    to: plainCopy(to),
    ...account,
  }));
  return { ...lock, deviations: [...lock.deviations, ...added] };
}

const same = (left: unknown, right: unknown): boolean => canonicalJson(left) === canonicalJson(right);
const plainCopy = (value: Json): z.output<typeof json> => json.parse(JSON.parse(canonicalJson(value)));

/** Every place where two values differ, as deep as both have the same structure. A list item goes by its id where it has one. */
export function changes(from: unknown, to: unknown, path = ''): readonly Change[] {
  if (same(from ?? null, to ?? null)) return [];
  const [left, right] = [fieldsOf(from), fieldsOf(to)];
  if (left === null || right === null) return [{ path, from: asJson(from), to: asJson(to) }];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) =>
    changes(left.get(name), right.get(name), path === '' ? name : `${path}.${name}`),
  );
}

const asJson = (value: unknown): Json =>
  value === undefined ? null : json.parse(JSON.parse(canonicalJson(value)));

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const list: readonly unknown[] = value;
  return new Map(list.map((item, at) => [idOf(item) ?? String(at), item]));
}

const idOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id
    : undefined;
