import type { Json } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays, dayNumber, weekday } from '../calendar/day-number.ts';
import { changeSchema } from '../case/event.ts';
import { levels } from '../forecast/levels.ts';
import { assumptionSchema } from '../forecast/assumption.ts';
import { policySchema } from '../requirements/requirement.ts';
import type { Person, Script } from './script.ts';

/** An event of a generated case as it goes to the log; `at` is its place in the case. */
export type GeneratedEvent = {
  readonly at: number;
  readonly type: string;
  readonly on: IsoDate;
  readonly by: Actor;
  readonly payload: { readonly reason: string; readonly [field: string]: Json };
};
export type GeneratedCase = {
  readonly caseId: string;
  readonly project: string | null;
  readonly events: readonly GeneratedEvent[];
};

/**
 * A case that never happened, told by its script: each step some days after the one before, drawn under the seed.
 * The last day is never after `asOf`.
 */
export function generateCase(script: Script, asOf: IsoDate, seed: number, index: number): GeneratedCase {
  const draws = levels(seed, index, new Float64Array(script.steps.length));
  const { title, product, project, key, jurisdiction, version } = script;
  let on = weekdayFrom(addDays(asOf, -script.openedDaysBefore));
  const opener = script.steps[0]?.by ?? { personId: 'demo-ra', role: 'market-access', name: 'demo' };
  const opened = { type: 'opened', key, jurisdiction, version } as const;
  const events: GeneratedEvent[] = [
    event(0, 'case.opened', on, opener, {
      ...{ reason: script.openedWhy, source: null, on, change: opened },
      about: { title, product, demonstration: true, project },
    }),
  ];
  for (const [at, { days, by, reason, source, change }] of script.steps.entries()) {
    const [least, most] = days;
    const later = least + Math.floor((draws[at] ?? 0) * (most - least + 1));
    if (later > 0) on = weekdayFrom(addDays(on, later));
    const read = changeSchema.parse(change(on));
    events.push(event(events.length, `case.${read.type}`, on, by, { reason, source, on, change: read }));
  }
  if (on > asOf) throw new Error(`${script.caseId} ends on ${on}, after ${asOf}`);
  const assumptions = script
    .assumptions((after) => addDays(asOf, after))
    .map((one) => assumptionSchema.parse(one));
  const reason = '시연을 위한 가정과 연결입니다';
  if (assumptions.length > 0)
    events.push(event(events.length, 'case.assumed', on, opener, { reason, assumptions }));
  const policies = (script.policies ?? []).filter((one) => policySchema.parse(one));
  if (policies.length > 0) events.push(event(events.length, 'case.asked', on, opener, { reason, policies }));
  for (const binding of script.bindings)
    events.push(event(events.length, 'case.bound', on, opener, { reason, binding }));
  return { caseId: script.caseId, project, events };
}

const event = (
  at: number,
  type: string,
  on: IsoDate,
  by: Person,
  payload: { readonly reason: string; readonly [field: string]: Json },
): GeneratedEvent => ({
  ...{ at, type, on },
  by: { personId: id<'person'>(by.personId), role: by.role },
  payload: { ...payload, signedBy: by.name },
});

const weekdayFrom = (on: IsoDate): IsoDate => {
  const day = weekday(dayNumber(on));
  return isoDate(addDays(on, day === 6 ? 2 : day === 0 ? 1 : 0));
};
