import { fail, succeed, type Result } from '@daero/domain/result';
import { pointsFor, type ScoreItem, type ScoreTable } from './score-table.ts';
import { isPresent, shows, type ItemRule, type WindowRules } from './window-rules.ts';

export type DeviceFault =
  | { readonly kind: 'device-item-not-mapped'; readonly item: string; readonly device: string }
  | {
      readonly kind: 'device-item-unknown';
      readonly item: string;
      readonly device: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'device-item-rule';
      readonly item: string;
      readonly device: string;
      readonly needs: 'prefer' | 'anyOf';
    };

/** One parameter of the source feeding one item: the points of a value, or `null` where the value counts as missing. */
export type Channel = { readonly parameter: string; readonly points: (value: number) => number | null };

/** The channels of an item, and how several are joined: the first that has a value, or the one with most points. */
export type ItemChannels = {
  readonly item: string;
  readonly join: 'first' | 'most';
  readonly channels: readonly Channel[];
};

/** Joins what the device asks (its table) to what the source has (the plan's rules). */
export function channelsOf(
  table: ScoreTable,
  rules: WindowRules,
): Result<readonly ItemChannels[], DeviceFault> {
  const known = table.items.map(({ item }) => item);
  const device = table.name;
  const stranger = Object.keys(rules.items).find((item) => !known.includes(item));
  if (stranger !== undefined) return fail({ kind: 'device-item-unknown', item: stranger, device, known });

  const joined: ItemChannels[] = [];
  for (const item of table.items) {
    const rule = rules.items[item.item];
    if (rule === undefined) return fail({ kind: 'device-item-not-mapped', item: item.item, device });
    const channels = join(item, rule);
    if (channels === null) {
      const needs = item.kind === 'measurement' ? 'prefer' : 'anyOf';
      return fail({ kind: 'device-item-rule', item: item.item, device, needs });
    }
    joined.push(channels);
  }
  return succeed(joined);
}

function join(item: ScoreItem, rule: ItemRule): ItemChannels | null {
  if (item.kind === 'measurement' && 'prefer' in rule) {
    const points = pointsFor(item);
    const channels = rule.prefer.map((from) => ({
      parameter: from.parameter,
      points: (value: number) => (isPresent(from, value) ? points(value) : null),
    }));
    return { item: item.item, join: 'first', channels };
  }
  if (item.kind === 'sign' && 'anyOf' in rule) {
    const channels = rule.anyOf.map((from) => ({
      parameter: from.parameter,
      points: (value: number) =>
        isPresent(from, value) ? (shows(from, value) ? item.pointsWhenPresent : 0) : null,
    }));
    return { item: item.item, join: 'most', channels };
  }
  return null;
}
