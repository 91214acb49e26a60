import { news2 } from '@daero/device/news2';
import type { Observations } from '@daero/device/observations';
import { scoreStays } from '@daero/device/score-stays';
import type { ScoreTable } from '@daero/device/score-table';
import type { WindowRules } from '@daero/device/window-rules';
import { succeed, type Result } from '@daero/domain/result';
import { numberColumn, numbers, table, textColumn, texts, type Table } from '@daero/domain/table';

/** The devices a plan can name. */
export const scoreTables = { news2 } as const satisfies Readonly<Record<string, ScoreTable>>;

/**
 * Runs the device over every subject, seen or not.
 *
 * `rows` holds subject (text), time (minutes), place (order in the source), item and value.
 */
export function runDevice(
  device: keyof typeof scoreTables,
  rules: WindowRules,
  subjects: readonly string[],
  rows: Table,
): Result<Table> {
  const observed = observations(subjects, rows);
  if (!observed.ok) return observed;
  const scores = scoreStays(scoreTables[device], rules, observed.value);
  if (!scores.ok) return scores;
  const { score, hour, itemsSeen, items } = scores.value;
  const missing = itemsSeen.map((seen) => items.length - seen);
  return succeed(
    table([
      ['subject', texts(subjects)],
      ['score', numbers(score)],
      ['hour', numbers(hour)],
      ['items-seen', numbers(itemsSeen)],
      ['items-missing', numbers(missing)],
      ...items.map(
        ({ item, neverSeen }) => [`seen:${item}`, numbers(neverSeen.map((never) => 1 - never))] as const,
      ),
      ...items.map(({ item, hoursMissing }) => [`hours-missing:${item}`, numbers(hoursMissing)] as const),
    ]),
  );
}

function observations(subjects: readonly string[], rows: Table): Result<Observations> {
  const [subject, minute, place, item, value] = [
    textColumn(rows, 'subject'),
    numberColumn(rows, 'time'),
    numberColumn(rows, 'place'),
    textColumn(rows, 'item'),
    numberColumn(rows, 'value'),
  ];
  if (!subject.ok) return subject;
  if (!minute.ok) return minute;
  if (!place.ok) return place;
  if (!item.ok) return item;
  if (!value.ok) return value;
  const at = new Map<string | null, number>(subjects.map((who, index) => [who, index]));
  const index = Int32Array.from(subject.value, (who) => at.get(who) ?? -1);
  return succeed({
    subject: index,
    subjects: subjects.length,
    minute: minute.value,
    parameter: item.value,
    value: value.value,
    place: place.value,
  });
}
