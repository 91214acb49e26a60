import { testFolder } from '@daero/server/project/own-home.test-fixture';
import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  built,
  edit,
  freshFolder,
  openCells,
  smallCells,
} from '@daero/server/project/repository.test-fixture';
import { root } from '@daero/server/project/root';
import { beforeAll, describe, expect, it, test } from 'vitest';

type Ended = { readonly code: number | null; readonly out: string; readonly error: string };

/** Runs the command as a person does. */
function daero(args: readonly string[], language = 'en', cwd = testFolder): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/daero.js'), ...args], {
    cwd,
    env: { ...process.env, DAERO_LANGUAGE: language },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, out, error })));
}
const json = async (
  ...args: readonly string[]
): Promise<{ code: number | null; said: Record<string, unknown> }> => {
  const { code, out } = await daero([...args, '--json']);
  return { code, said: JSON.parse(out) as Record<string, unknown> };
};

let folder = '';
let bundle = '';
beforeAll(async () => {
  folder = await openCells();
  bundle = join(folder, 'out/small-cells.zip');
  const first = await json('build', folder);
  expect(first).toMatchObject({ code: 0, said: { ok: true, bundle, generated: false, failures: [] } });
});

describe('build', () => {
  test('a second time computes nothing and says so, in both languages', async () => {
    expect(await json('build', folder)).toMatchObject({
      code: 0,
      said: { counts: { computed: 0, failed: 0, blocked: 0 } },
    });
    const [en, ko] = [await daero(['build', folder]), await daero(['build', folder], 'ko')];
    expect([en.code, ko.code]).toEqual([0, 0]);
    expect(en.out).toMatch(/computed 0 .* failed 0/);
    expect(ko.out).toMatch(/계산 0 .* 실패 0/);
    expect(en.out).toContain(bundle);
  });

  test('in the folder where one stands, on a named source', async () => {
    const other = await smallCells();
    await rm(join(other, 'people.csv'));
    const found = await daero(
      ['build', '--source', `people=${join(folder, 'people.csv')}`, '--json'],
      'en',
      other,
    );
    expect([found.code, (JSON.parse(found.out) as { ok: boolean }).ok]).toEqual([0, true]);
  });

  test('that fails exits 1 with the fault, in words for people and as data for programs', async () => {
    const other = await smallCells();
    await edit(other, 'plan.yaml', [['method: proportion', 'method: proportoin']]);
    const { code, said } = await json('build', other);
    expect(code).toBe(1);
    expect(said).toMatchObject({
      ok: false,
      fault: { kind: 'plan-name-unknown', line: 40 },
      message: {
        en: expect.stringMatching(/plan\.yaml, line 40/) as string,
        ko: expect.stringMatching(/plan\.yaml 40행/) as string,
      },
    });
    const spoken = await daero(['build', other], 'ko');
    expect([spoken.code, spoken.out]).toEqual([1, '']);
    expect(spoken.error).toMatch(/^plan\.yaml 40행, analyses\.0\.method: .*\n$/);
  });

  test('in which a node fails exits 1, names it, and claims no bundle', async () => {
    const other = await smallCells();
    await writeFile(
      join(other, 'people.csv'),
      (await readFile(join(other, 'people.csv'), 'utf8')).replace(/,[01]$/gm, ',0'),
    );
    const { code, said } = await json('build', other);
    expect([code, said.ok, said.bundle]).toEqual([1, false, null]);
    expect(said.failures).toMatchObject([
      { node: 'analysis:discrimination', fault: { kind: 'too-few-cases' } },
    ]);
    expect((await daero(['build', other])).out).toMatch(
      /failed\s+analysis\s+analysis:discrimination .*at least 2/,
    );
  });
});

test('status says what is built, what is not, and how the plan stands to its lock', async () => {
  const { code, said } = await json('status', folder);
  expect([code, said.ok, said.lock]).toEqual([0, true, 'unlocked']);
  const nodes = said.nodes as { id: string; built: boolean }[];
  expect(nodes.every(({ built }) => built)).toBe(true);
  expect(nodes.map(({ id }) => id)).toContain('claim:C-03');
  const none = await freshFolder();
  expect((await json('status', none)).said).toMatchObject({ ok: false, fault: { kind: 'plan-missing' } });
});

describe('explain', () => {
  test('walks a claim to its file and code, for people and for programs', async () => {
    const { code, out } = await daero(['explain', 'C-01', '--in', folder]);
    expect(code).toBe(0);
    for (const word of [
      'Death overall was 0.318',
      'estimate:death',
      'code version',
      '201 rows',
      'people.csv',
      'SHA-256',
    ])
      expect(out).toContain(word);
    const { said } = await json('explain', 'extra-cost', '--in', folder);
    expect((said.lines as { id: string }[]).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'estimate:extra-cost',
        'model',
        'parameter:p_event',
        'estimate:death',
        'source:people',
      ]),
    );
  });

  test('an unknown name exits 1 and lists what there is', async () => {
    const { code, error } = await daero(['explain', 'C-99', '--in', folder], 'ko');
    expect([code, error.includes('C-99'), error.includes('C-01')]).toEqual([1, true, true]);
  });
});

describe('verify', () => {
  test('a sound bundle of an unknown signer exits 0 and says unknown', async () => {
    const { code, out } = await daero(['verify', bundle]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /✓ intact: \d+ files\n· signer: unknown [0-9a-f]{64}\n✓ re-derived: \d+ nodes, \d+ numbers/,
    );
  });

  test('exits 1 on any other signer than those named, or listed in a file', async () => {
    const closed = (await built(await smallCells())).bundle ?? '';
    const { said } = await json('verify', closed);
    const own = (said.signer as { fingerprint: string }).fingerprint;
    const [trusting, other, nobody] = ['trusting.txt', 'other.txt', 'nobody.txt'].map((name) =>
      join(testFolder, name),
    ) as [string, string, string];
    await writeFile(trusting, `# who we trust\n${own.toUpperCase()}  our own hospital\n`);
    await writeFile(other, `${'b'.repeat(64)}\n`);
    await writeFile(nobody, '# nobody yet\n');
    const rows: readonly (readonly [number, ...string[]])[] = [
      [0, '--signer', own],
      [1, '--signer', 'b'.repeat(64)],
      [0, '--signer', 'b'.repeat(64), '--signer', own],
      [0, '--trusted', trusting],
      [1, '--trusted', other],
      [1, '--trusted', nobody],
      [2, '--trusted', join(testFolder, 'gone.txt')],
    ];
    const ended = await Promise.all(rows.map(([, ...args]) => daero(['verify', closed, ...args])));
    expect(ended.map(({ code }) => code)).toEqual(rows.map(([code]) => code));
  });

  test('a bundle with one byte changed exits 1 and names the file', async () => {
    const bytes = await readFile(bundle);
    bytes[bytes.indexOf('Death overall')] = 'd'.charCodeAt(0);
    const path = join(testFolder, 'changed.zip');
    await writeFile(path, bytes);
    const { code, out } = await daero(['verify', path]);
    expect(code).toBe(1);
    expect(out).toMatch(/✕ intact[\s\S]*was changed/);
    expect(await json('verify', path)).toMatchObject({ code: 1, said: { ok: false } });
    expect(await json('verify', join(testFolder, 'none.zip'))).toMatchObject({
      code: 1,
      said: { fault: { kind: 'bundle-unreadable' } },
    });
  });
});

test('lock fixes a plan, refuses a silent change, records a deviation with its reason, and the dossier says so', async () => {
  const other = await smallCells();
  expect((await daero(['lock', other])).code).toBe(2);
  expect(await json('lock', other, '--by', 'Kim')).toMatchObject({
    code: 0,
    said: { ok: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  expect(await json('lock', other, '--by', 'Kim')).toMatchObject({
    code: 1,
    said: { fault: { kind: 'lock-unchanged' } },
  });
  expect((await json('status', other)).said).toMatchObject({ lock: 'locked', deviations: [] });

  await edit(other, 'plan.yaml', [
    ['    names: { auc: auc }', '    settings: { level: 0.9 }\n    names: { auc: auc }'],
  ]);
  expect(await json('lock', other, '--by', 'Lee')).toMatchObject({
    code: 1,
    said: { fault: { kind: 'lock-needs-reason', changes: 1 } },
  });
  expect((await json('status', other)).said).toMatchObject({
    deviations: [{ path: 'plan.analyses.discrimination.settings', account: null }],
  });
  expect(await json('lock', other, '--by', 'Lee', '--reason', 'asked by a reviewer')).toMatchObject({
    code: 0,
    said: { recorded: 1 },
  });
  expect((await json('status', other)).said).toMatchObject({
    deviations: [{ account: { reason: 'asked by a reviewer', by: 'Lee' } }],
  });
  expect((await json('build', other)).code).toBe(0);
  expect(await readFile(join(other, 'out/dossier-en.html'), 'utf8')).toContain('asked by a reviewer');

  const file = join(other, 'plan.lock.json');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('"level"', '"Level"').replace('small-cells', 'small-cell'),
  );
  expect(await json('build', other)).toMatchObject({ code: 1, said: { fault: { kind: 'lock-unreadable' } } });
});

describe('a command that is none', () => {
  it.each([
    { args: [], code: 0, says: /daero <command>/ },
    { args: ['--help'], code: 0, says: /daero <command>/ },
    { args: ['constructor'], code: 2, says: /daero <command>/ },
    { args: ['build', '--sauce', 'x=y'], code: 2, says: /--sauce/ },
    { args: ['build', '--source', 'people'], code: 2, says: /name=file/ },
    { args: ['status', '.', '--source', '=file'], code: 2, says: /name=file/ },
  ])('$args', async ({ args, code, says }) => {
    const ended = await daero(args);
    expect(ended.code).toBe(code);
    expect(ended.out + ended.error).toMatch(says);
    expect(ended.error).not.toMatch(/\n\s+at /); // no stack
  });
});
