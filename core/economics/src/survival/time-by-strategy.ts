import { fail, succeed, type Result } from '@daero/domain/result';
import { below, each, type Path } from '../model/place.ts';
import { readTime, type TimeFault, type TimeForm, type TimeScope, type TimeToEvent } from './time-of-file.ts';

export type TimeByStrategyForm =
  { readonly time: TimeForm } | { readonly byStrategy: Readonly<Record<string, TimeForm>> };

type At = { readonly path: Path };
export type TimeByStrategyFault =
  | TimeFault
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({ readonly kind: 'curve-for-strategy'; readonly name: string; readonly known: readonly string[] } & At);

/** A time to an event in the order of the strategies: one for all of them, or each with its own. */
export function readTimes(
  form: TimeByStrategyForm,
  path: Path,
  { strategies, ...scope }: TimeScope & { readonly strategies: readonly string[] },
): Result<{ readonly times: readonly TimeToEvent[]; readonly byStrategy: boolean }, TimeByStrategyFault> {
  if ('time' in form) {
    const time = readTime(form.time, below(path, 'time'), scope);
    return time.ok ? succeed({ times: strategies.map(() => time.value), byStrategy: false }) : time;
  }
  const place = below(path, 'byStrategy');
  const stranger = Object.keys(form.byStrategy).find((name) => !strategies.includes(name));
  if (stranger !== undefined)
    return fail({
      kind: 'curve-for-strategy',
      path: below(place, stranger),
      name: stranger,
      known: strategies,
    });
  const times = each(strategies, (strategy): Result<TimeToEvent, TimeByStrategyFault> => {
    const own = form.byStrategy[strategy];
    return own === undefined
      ? fail({ kind: 'model-field-missing', path: below(place, strategy) })
      : readTime(own, below(place, strategy), scope);
  });
  return times.ok ? succeed({ times: times.value, byStrategy: true }) : times;
}
