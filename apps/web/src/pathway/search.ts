import type { Assumption } from '@daero/api/schemas/pathway';

/** What the addresses of these pages say; what they do not know is left out. */
export const portfolioViews = ['road', 'table'] as const;
export const portfolioOrders = ['window', 'listing', 'waiting'] as const;
export type PortfolioSearch = {
  readonly view?: (typeof portfolioViews)[number] | undefined;
  readonly sort?: (typeof portfolioOrders)[number] | undefined;
  readonly stage?: string | undefined;
  readonly q?: string | undefined;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 200) || undefined
    : undefined;
const given = <Fields extends Record<string, unknown>>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields; // fewer of the same

export const readPortfolioSearch = (search: Record<string, unknown>): PortfolioSearch =>
  given({
    view: portfolioViews.find((one) => one === search['view']),
    sort: portfolioOrders.find((one) => one === search['sort']),
    stage: text(search['stage']),
    q: text(search['q']),
  });

export type CaseSearch = {
  readonly drawer?: 'record' | 'assume' | undefined;
  /** Assumptions in place of the recorded ones. */
  readonly assume?: readonly Assumption[] | undefined;
};

const kinds = ['days', 'day-type', 'variant', 'window', 'start', 'resume', 'study'];
/** Enough to draw its row; whether it makes sense is for the server to say. */
const isAssumption = (one: unknown): one is Assumption =>
  typeof one === 'object' && one !== null && 'about' in one && kinds.includes(String(one.about));

export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const assume: unknown = search['assume'];
  return given({
    drawer: (['record', 'assume'] as const).find((one) => one === search['drawer']),
    assume: Array.isArray(assume) ? assume.slice(0, 200).filter(isAssumption) : undefined,
  });
}

export const countryCodes = ['KR', 'US', 'DE', 'FR', 'UK', 'JP'] as const;
export type CountryCode = (typeof countryCodes)[number];
export type RoutesSearch = { readonly countries?: string | undefined; readonly facts?: string | undefined };

export const readRoutesSearch = (search: Record<string, unknown>): RoutesSearch =>
  given({
    countries: text(search['countries'])
      ?.split(',')
      .filter((code) => countryCodes.some((one) => one === code))
      .join(','),
    facts: text(search['facts'])?.match(/^([A-Z]{2}\.[a-z_]+=\d+(,|$))*$/)?.[0],
  });
