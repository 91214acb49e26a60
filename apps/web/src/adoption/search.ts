export const adoptionViews = ['board', 'table', 'times'] as const;
export const adoptionOrders = ['blocked', 'passed', 'opened'] as const;
export type AdoptionSearch = {
  readonly view?: (typeof adoptionViews)[number] | undefined;
  readonly sort?: (typeof adoptionOrders)[number] | undefined;
  readonly q?: string | undefined;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 200) || undefined
    : undefined;
const given = <Fields extends Record<string, unknown>>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields; // fewer of the same

export const readAdoptionSearch = (search: Record<string, unknown>): AdoptionSearch =>
  given({
    view: adoptionViews.find((one) => one === search['view']),
    sort: adoptionOrders.find((one) => one === search['sort']),
    q: text(search['q']),
  });

/** What is open beside a page of one hospital. */
export const roomDrawers = ['decide', 'paper', 'meet', 'reopen', 'key'] as const;
export type RoomSearch = { readonly drawer?: (typeof roomDrawers)[number] | undefined };
export const readRoomSearch = (search: Record<string, unknown>): RoomSearch =>
  given({ drawer: roomDrawers.find((one) => one === search['drawer']) });

export const recordDrawers = ['record', 'payment'] as const;
export type RecordSearch = { readonly drawer?: (typeof recordDrawers)[number] | undefined };
export const readRecordSearch = (search: Record<string, unknown>): RecordSearch =>
  given({ drawer: recordDrawers.find((one) => one === search['drawer']) });
