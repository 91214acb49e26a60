import type { Role } from '@daero/domain/product';
import type { Text } from '@daero/domain/text';
import type { FaultKind } from '@daero/domain/words/faults';
import type { z } from 'zod';

/**
 * What a caller must be allowed to reach, besides having one of the roles: only what is their own, the project that
 * the request names, the project of the run that it names, or the installation as a whole.
 */
export type Scope = 'own' | 'project' | 'run' | 'installation';

/** Who may call a route. There is no default: a route without this does not compile. */
export type Access =
  | { readonly who: 'anyone' } // also without a session
  | { readonly who: readonly [Role, ...Role[]]; readonly scope: Scope };

/** What a route answers when all is well. `stream` is server-sent events, each holding one JSON value. */
export type Answer =
  | { readonly as: 'json'; readonly schema: z.ZodType }
  | { readonly as: 'stream'; readonly schema: z.ZodType }
  | { readonly as: 'html' }
  | { readonly as: 'zip' }
  | { readonly as: 'xlsx' }
  | { readonly as: 'csv' } // a table to save, under a name of its own
  | { readonly as: 'nothing' };

/** Which part of the house serves it: every one, or only where patients' events may come in. */
export type Served = 'everywhere' | 'at a site';

export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/api/${string}`; // `:name` stands for a field of `params`
  readonly summary: Text;
  readonly access: Access;
  readonly served: Served;
  readonly params: z.ZodObject | null;
  readonly query: z.ZodObject | null;
  /** `lines`: NDJSON, one JSON value a line, each judged alone. */
  readonly body: z.ZodType | 'lines' | null;
  readonly answer: Answer;
  /** What may go wrong besides what every route may answer. */
  readonly faults: readonly FaultKind[];
};

/** Keeps the types of a record while it is written. */
export const route = <const R extends Route>(record: R): R => record;

export type AddressFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of a route: its path with the parameters filled in, and the query. */
export function hrefOf(
  { path }: Pick<Route, 'path'>,
  params: AddressFields = {},
  query: AddressFields = {},
): string {
  const filled = path.replace(/:([a-z]+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no value for :${name} in ${path}`);
    return encodeURIComponent(String(value));
  });
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}
