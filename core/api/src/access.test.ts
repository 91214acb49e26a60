import { id } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayCall, type Session } from './access.ts';
import { route, type Access, type Route } from './route.ts';
import { routes } from './routes.ts';

const sessionOf = (role: Session['role'], projects: Session['projects'] = 'all'): Session => ({
  person: id<'person'>('somebody'),
  role,
  projects,
});
const kindOf = (access: Access, session: Session | null, project: string | null = null): string => {
  const allowed = mayCall({ access }, session, project);
  return allowed.ok ? 'allowed' : allowed.fault.kind;
};

describe('default deny', () => {
  const guarded = Object.entries<Route>(routes).filter(([, { access }]) => access.who !== 'anyone');

  test.each(guarded)('%s refuses who is not signed in', (_name, { access }) => {
    expect(kindOf(access, null)).toBe('session-missing');
  });

  test('only sign-in, health, the description and who is signed in are open to anyone', () => {
    const open = Object.entries<Route>(routes).filter(([, { access }]) => access.who === 'anyone');
    expect(open.map(([name]) => name)).toEqual(['health', 'openApi', 'session', 'signIn']);
  });

  test('a machine acting in care may call no route of people', () => {
    for (const [, { access }] of guarded) expect(kindOf(access, sessionOf('device'))).toBe('role-refused');
  });

  test('a route without a role list does not compile', () => {
    const { access: _, ...rest } = routes.projects;
    // @ts-expect-error access is missing
    const made: Route = route(rest);
    expect(made.path).toBe('/api/projects');
  });
});

test('whoever is allowed has a role of the list and reaches what the request is about', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values<Route>(routes)),
      fc.constantFrom(...roles),
      fc.oneof(fc.constant('all' as const), fc.array(names)),
      fc.option(names),
      ({ access }, role, projects, project) => {
        if (kindOf(access, sessionOf(role, projects), project) !== 'allowed' || access.who === 'anyone')
          return;
        expect(access.who).toContain(role);
        if (projects === 'all' || access.scope === 'own') return;
        expect(access.scope).not.toBe('installation');
        expect(projects).toContain(project);
      },
    ),
  );
});

test('a session of one project does not reach another, nor the installation', () => {
  const one = sessionOf('operator', ['a']);
  expect(kindOf(routes.chain.access, one, 'a')).toBe('allowed');
  expect(kindOf(routes.chain.access, one, 'b')).toBe('scope-refused');
  expect(kindOf(routes.chain.access, one, null)).toBe('scope-refused');
  expect(kindOf(routes.importEvents.access, one)).toBe('scope-refused');
  expect(kindOf(routes.projects.access, one)).toBe('allowed');
});
