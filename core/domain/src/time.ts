declare const kind: unique symbol;
/** A moment in UTC, `2026-11-22T05:20:00.000Z`. Names of instants end in `At`. */
export type Instant = string & { readonly [kind]: 'instant' };
/** A calendar day, `2026-11-22`, of the place it is about. Names of days end in `On`. */
export type IsoDate = string & { readonly [kind]: 'date' };

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** A moment with a time zone; kept in UTC to the millisecond. */
export function instant(text: string): Instant {
  const millis = Date.parse(text);
  if (!instantForm.test(text) || Number.isNaN(millis)) {
    throw new RangeError(`a moment reads 2026-11-22T05:20:00Z, got "${text}"`);
  }
  return new Date(millis).toISOString() as Instant;
}

export const isInstant = (text: string): boolean => instantForm.test(text) && !Number.isNaN(Date.parse(text));

export function isoDate(text: string): IsoDate {
  // The round trip refuses 2026-02-30, which Date.parse would move to March.
  if (
    !dateForm.test(text) ||
    Number.isNaN(Date.parse(text)) ||
    !new Date(text).toISOString().startsWith(text)
  ) {
    throw new RangeError(`a day reads 2026-11-22, got "${text}"`);
  }
  return text as IsoDate;
}

/** A span of calendar days, both ends included; `null` while it has no end. */
export type Period = { readonly fromOn: IsoDate; readonly toOn: IsoDate | null };

export function period(fromOn: IsoDate, toOn: IsoDate | null): Period {
  if (toOn !== null && toOn < fromOn)
    throw new RangeError(`a period ends on or after its start: ${fromOn} to ${toOn}`);
  return { fromOn, toOn };
}

export const covers = (span: Period, day: IsoDate): boolean =>
  day >= span.fromOn && (span.toOn === null || day <= span.toOn);
