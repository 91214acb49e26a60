import { z } from 'zod';
import { accountable } from './accountable.ts';
import { care } from './care.ts';
import { deviceUse, operation } from './device-use.ts';
import { note, type EventType } from './parts.ts';

/** The thirteen families of care. A new type is one row in one of these tables. */
export const careTypes = { ...deviceUse, ...care, ...operation, ...accountable } as const;
export type CareType = keyof typeof careTypes;

/** The rooms own what their changes say; the log asks of every change who (the actor) and why (the reason). */
const change = z.looseObject({ reason: note });
const changeForm = /^(access|intake|case|decision|money|build|plan)\.[a-z][a-z_-]{0,63}$/;

const changeTypes = {
  access: { family: 'access', subject: 'none', payload: change },
  intake: { family: 'intake', subject: 'none', payload: change },
  case: { family: 'case', subject: 'none', payload: change },
  decision: { family: 'decision', subject: 'none', payload: change },
  money: { family: 'money', subject: 'none', payload: change },
  build: { family: 'build', subject: 'none', payload: change },
  plan: { family: 'plan', subject: 'none', payload: change },
} as const satisfies Readonly<Record<string, EventType>>;

const byName: ReadonlyMap<string, EventType> = new Map(Object.entries<EventType>(careTypes));
const byPrefix: ReadonlyMap<string, EventType> = new Map(Object.entries<EventType>(changeTypes));

/** `decision.recorded` is a clinician's response in care; every other `decision.` is an institution's. */
export const eventType = (name: string): EventType | null =>
  byName.get(name) ?? byPrefix.get(changeForm.exec(name)?.[1] ?? '') ?? null;
