import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';

/**
 * PostgreSQL refuses to run as root. For root its binaries run in a user namespace: they still own root's files, so
 * a closed folder is no obstacle, and believe to be somebody else. Where namespaces are forbidden they run as another
 * user, in a folder that this user can reach.
 */
export type RunAs =
  | { readonly how: 'directly' }
  | { readonly how: 'user namespace'; readonly uid: number; readonly gid: number }
  | { readonly how: 'other user'; readonly name: string; readonly uid: number; readonly gid: number };

export type RootWay = 'user namespace' | 'other user';

export function runAs(asked?: RootWay): RunAs {
  if (process.getuid?.() !== 0) return { how: 'directly' };
  const account = ordinaryAccount();
  if (asked !== 'other user' && namespacesWork(account))
    return { how: 'user namespace', uid: account.uid, gid: account.gid };
  return { how: 'other user', ...account };
}

type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** initdb asks for the name of its user, so the account must be one that the machine knows. */
function ordinaryAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0 && uid !== 65534); // 65534 also stands for "unmapped"
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts[0];
  if (account === undefined)
    throw new Error('this machine has no account but root, and PostgreSQL needs one');
  return account;
}

const mapped = ({ uid, gid }: { readonly uid: number; readonly gid: number }): string[] => [
  '--user',
  `--map-user=${uid}`,
  `--map-group=${gid}`,
  '--',
];

const namespacesWork = (account: Account): boolean =>
  process.platform === 'linux' &&
  spawnSync('unshare', [...mapped(account), 'true'], { stdio: 'ignore' }).status === 0;

/** `unshare` becomes the program it starts, so the child's pid is the program's. */
export function spawnAs(
  as: RunAs,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  // Nothing of the caller's PG* variables, language or time zone reaches the server.
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
  switch (as.how) {
    case 'directly':
      return spawn(program, args, { ...options, env });
    case 'user namespace':
      return spawn('unshare', [...mapped(as), program, ...args], { ...options, env });
    case 'other user':
      return spawn(program, args, { ...options, env, cwd: '/', uid: as.uid, gid: as.gid });
  }
}

export type Place = {
  /** Holds the data folder; the asked one unless another user must reach it. */
  readonly home: string;
  readonly bin: string;
  readonly note: string | null;
};

/** Where the server lives: another user gets a home below /var/lib/daero and a copy of binaries that it cannot reach. */
export function placeFor(as: RunAs, folder: string, bin: string): Place {
  if (as.how !== 'other user') return { home: folder, bin, note: null };
  const shared = '/var/lib/daero';
  const home = join(shared, createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12));
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, as.uid, as.gid);
  return {
    home,
    bin: openToOthers(bin) ? bin : copied(bin, shared),
    note: `PostgreSQL runs as ${as.name}; its data are in ${home}`,
  };
}

const openToOthers = (path: string): boolean => {
  const above = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (above === path || openToOthers(above));
};

function copied(bin: string, shared: string): string {
  const from = dirname(resolve(bin));
  const { size, mtimeMs } = statSync(join(from, 'bin', 'postgres'));
  const to = join(shared, `postgresql-${size}-${Math.floor(mtimeMs)}`);
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, to);
  }
  return join(to, 'bin');
}
