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

export const caseDrawers = ['record', 'assume', 'move', 'bind', 'unbind', 'ask'] as const;
export type CaseDrawer = (typeof caseDrawers)[number];
export type CaseSearch = {
  readonly drawer?: CaseDrawer | undefined;
  /** The requirement or the claim that the drawer is about. */
  readonly of?: string | undefined;
  /** Assumptions in place of the recorded ones. */
  readonly assume?: readonly Assumption[] | undefined;
};

const kinds = ['days', 'day-type', 'variant', 'window', 'start', 'resume', 'study', 'evidence'];
/** Enough to draw its row; whether it makes sense is for the server to say. */
const isAssumption = (one: unknown): one is Assumption =>
  typeof one === 'object' && one !== null && 'about' in one && kinds.includes(String(one.about));

export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const assume: unknown = search['assume'];
  return given({
    drawer: caseDrawers.find((one) => one === search['drawer']),
    of: text(search['of']),
    assume: Array.isArray(assume) ? assume.slice(0, 200).filter(isAssumption) : undefined,
  });
}

/** `demo-chest` of `demo-chest@2.1`: what the address of a product says. */
export const productOf = ({ productVersion }: { readonly productVersion: string }): string =>
  productVersion.split('@')[0] ?? productVersion;

export const countryCodes = ['KR', 'US', 'DE', 'FR', 'UK', 'JP'] as const;
export type CountryCode = (typeof countryCodes)[number];
export type RoutesSearch = { readonly countries?: string | undefined; readonly facts?: string | undefined };

export type OpenSearch = { readonly country?: CountryCode | undefined; readonly facts?: string | undefined };

export const readOpenSearch = (search: Record<string, unknown>): OpenSearch =>
  given({
    country: countryCodes.find((one) => one === search['country']),
    facts: readRoutesSearch(search).facts,
  });

export const readRoutesSearch = (search: Record<string, unknown>): RoutesSearch =>
  given({
    countries: text(search['countries'])
      ?.split(',')
      .filter((code) => countryCodes.some((one) => one === code))
      .join(','),
    facts: text(search['facts'])?.match(/^([A-Z]{2}\.[a-z_]+=\d+(,|$))*$/)?.[0],
  });
