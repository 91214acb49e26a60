// Brings what is missing: the packages of the lock file, and (with "web") the built pages. Plain JavaScript for
// Node 20, because Node 24 arrives with those very packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Every package that the lock file asks for on this platform stands there in its version. */
function installed() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const here = read('node_modules/.package-lock.json').packages;
  return Object.entries(read('package-lock.json').packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    if (!path.includes('node_modules/')) return existsSync(join(root, path, 'package.json'));
    return wanted.optional ? true : here[path]?.version === wanted.version;
  });
}

function run(what, command, args, options = {}) {
  const ended = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (ended.status === 0) return;
  console.error(
    `\n설정 실패 / set-up failed: ${what} (${command} ${args.join(' ')}, exit ${ended.status ?? ended.signal}).`,
  );
  console.error('위의 출력을 확인하십시오. / The lines above say why.');
  process.exit(1);
}

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !path.endsWith('.test.ts') ? [path] : [];
  });

/** One hash of everything the pages are made from. */
function pagesHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const path of ['apps/web', 'core', 'adapters/plot'].flatMap(filesBelow).sort()) {
    hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

if (!installed()) {
  console.log('꾸러미를 설치합니다 / installing the packages of the lock file (about a minute) ...');
  run('npm ci', 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error']);
}

if (process.argv.includes('web')) {
  const stamp = join(root, 'apps/web/dist/.made-from');
  const wanted = pagesHash();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('화면을 만듭니다 / building the pages ...');
    const own = join(root, 'node_modules/.bin/node'); // Node 24 of the lock file, where there is one
    const node = existsSync(own) && statSync(own).isFile() ? own : process.execPath;
    run('vite build', node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps/web'),
    });
    writeFileSync(stamp, wanted);
  }
}
