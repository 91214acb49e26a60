import type { PersonId } from '@daero/domain/identity';
import type { Role } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Access, Route } from './route.ts';

/** Who is asking: a person in a role, and the projects that they may reach. */
export type Session = {
  readonly person: PersonId;
  readonly role: Role;
  readonly projects: 'all' | readonly string[];
};

export type AccessFault =
  | { readonly kind: 'session-missing' }
  | { readonly kind: 'role-refused'; readonly role: Role; readonly needed: string }
  | { readonly kind: 'scope-refused'; readonly reach: string };

/** Whether the role may call it at all. */
export const roleMay = (access: Access, role: Role): boolean =>
  access.who === 'anyone' || access.who.includes(role);

export const reaches = (session: Session, project: string): boolean =>
  session.projects === 'all' || session.projects.includes(project);

/**
 * Whether a caller may have this route answered. Default deny: what is not allowed by the route's record is refused.
 *
 * Takes    session: null without one; project: the one that the request is about, null where it names none
 * Fails    session-missing (401); role-refused, scope-refused (403)
 */
export function mayCall(
  { access }: Pick<Route, 'access'>,
  session: Session | null,
  project: string | null,
): Result<null, AccessFault> {
  if (access.who === 'anyone') return succeed(null);
  if (session === null) return fail({ kind: 'session-missing' });
  if (!access.who.includes(session.role)) {
    return fail({ kind: 'role-refused', role: session.role, needed: access.who.join(', ') });
  }
  if (access.scope === 'own' || session.projects === 'all') return succeed(null);
  if (access.scope === 'installation') return fail({ kind: 'scope-refused', reach: 'installation' });
  return project !== null && session.projects.includes(project)
    ? succeed(null)
    : fail({ kind: 'scope-refused', reach: project ?? 'installation' });
}
