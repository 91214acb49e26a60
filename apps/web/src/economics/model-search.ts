export const views = [
  'live',
  'sensitivity',
  'evidence',
  'structure',
  'parameters',
  'money',
  'versions',
] as const;
export type View = (typeof views)[number];

/** What the address says of the model page: enough to see the same again. */
export type ModelSearch = {
  readonly view?: View | undefined;
  /** Parameters held at a value; none of it is in the chain. */
  readonly set?: Readonly<Record<string, number>> | undefined;
  /** Willingness to pay at which single numbers are told, where it is not that of the file. */
  readonly at?: number | undefined;
  readonly all?: true | undefined;
};

const mostHeld = 50;

/** The address as the page reads it: what it does not know is left out. */
export function readModelSearch(search: Record<string, unknown>): ModelSearch {
  const view = views.find((one) => one === search['view']);
  const given: unknown = search['set'];
  const set =
    typeof given === 'object' && given !== null
      ? Object.entries(given)
          .flatMap(([name, value]: [string, unknown]): (readonly [string, number])[] =>
            typeof value === 'number' && Number.isFinite(value) ? [[name, value]] : [],
          )
          .slice(0, mostHeld)
      : [];
  const at = search['at'];
  const read: ModelSearch = {
    view: view === views[0] ? undefined : view,
    set: set.length === 0 ? undefined : Object.fromEntries(set),
    at: typeof at === 'number' && Number.isFinite(at) && at >= 0 ? at : undefined,
    all: search['all'] === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The scenario with one parameter held, or let go again (null). */
export function held(set: ModelSearch['set'], name: string, value: number | null): ModelSearch['set'] {
  const others = Object.entries(set ?? {}).filter(([other]) => other !== name);
  const all = value === null ? others : [...others, [name, value] as const];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
