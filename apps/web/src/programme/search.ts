/** What the addresses of these pages say; what they do not know is left out. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 200) || undefined
    : undefined;
const given = <Fields extends Record<string, unknown>>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields; // fewer of the same

export type ProgrammeSearch = {
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly risk?: string | undefined;
  readonly q?: string | undefined;
  readonly drawer?: 'open' | undefined;
};
export const readProgrammeSearch = (search: Record<string, unknown>): ProgrammeSearch =>
  given({
    kind: text(search['kind']),
    stage: text(search['stage']),
    risk: text(search['risk']),
    q: text(search['q']),
    drawer: search['drawer'] === 'open' ? 'open' : undefined,
  });

export type CallSearch = {
  readonly drawer?: 'record' | 'application' | undefined;
  readonly application?: string | undefined;
  readonly act?: string | undefined;
};
export const readCallSearch = (search: Record<string, unknown>): CallSearch =>
  given({
    drawer: (['record', 'application'] as const).find((one) => one === search['drawer']),
    application: text(search['application']),
    act: text(search['act']),
  });

export type GrantSearch = { readonly drawer?: 'record' | undefined; readonly act?: string | undefined };
export const readGrantSearch = (search: Record<string, unknown>): GrantSearch =>
  given({ drawer: search['drawer'] === 'record' ? 'record' : undefined, act: text(search['act']) });
