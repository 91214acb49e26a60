import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@daero/api/access';
import { id } from '@daero/domain/identity';
import type { Role } from '@daero/domain/product';
import { unwrap } from '@daero/domain/result';
import { sessions } from '../http/session.ts';
import { root } from '../project/root.ts';
import { startServer, type RunningServer, type StartOptions } from '../start-server.ts';

export type TestServer = RunningServer & {
  readonly home: string;
  readonly folder: string;
  /** A bearer of a session as this server would have made it. */
  readonly as: (
    role: Role,
    projects?: Session['projects'],
    hours?: number,
    person?: string,
  ) => Readonly<Record<string, string>>;
};

/** A server on its own embedded PostgreSQL, with a copy of the small repository, in a folder of its own. */
export async function testServer(options: StartOptions = {}): Promise<TestServer> {
  const place = await mkdtemp(join(tmpdir(), 'daero-server-'));
  const [home, folder] = [options.home ?? join(place, 'home'), join(place, 'small-cells')];
  const source = join(root, 'checks/repositories/small-cells');
  await cp(source, folder, { recursive: true, filter: (path) => path !== join(source, 'out') });
  const server = unwrap(
    await startServer({
      port: 0,
      home,
      folders: () => [folder],
      worker: false,
      buildAtStart: false,
      ...options,
    }),
  );
  const sealed = sessions(await readFile(join(home, 'keys/session.key')));
  return {
    ...server,
    home,
    folder,
    as: (role, projects = 'all', hours = 1, person = `test-${role}`) => {
      const session = { person: id<'person'>(person), role, projects };
      return { authorization: `Bearer ${sealed.seal(session, Date.now(), hours)}` };
    },
  };
}
