import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@daero/server/project/own-home.test-fixture';
import { root } from '@daero/server/project/root';
import { methods } from '@daero/evidence/methods';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from './read-csv.ts';

type Ended = { readonly code: number | null; readonly out: string; readonly error: string };

function daero(args: readonly string[], language = 'en'): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/daero.js'), ...args], {
    env: { ...process.env, DAERO_LANGUAGE: language },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, out, error })));
}
const json = async (...args: readonly string[]) => {
  const { code, out } = await daero([...args, '--json']);
  return { code, said: JSON.parse(out) as Record<string, unknown> };
};

const question = `question: accuracy
sensitivity: 0.92
sensitivityGoal: 0.8
specificity: 0.88
specificityGoal: 0.75
centres: 2
names: { id: chest-study, title: { ko: 흉부 연구, en: A chest study } }
`;

/** Invented subjects: nobody. */
function csv(): string {
  const { uniform } = randomStream(5, 0);
  const rows = Array.from({ length: 500 }, (_each, at) => {
    const truth = uniform() < 0.25 ? 1 : 0;
    const score = Math.min(0.999, Math.max(0.001, (truth === 1 ? 0.72 : 0.3) + 0.5 * (uniform() - 0.5)));
    return `P${at},${1 + (at % 2)},${truth},${score.toFixed(4)}`;
  });
  return ['case_id,site_code,truth,score', ...rows, ''].join('\n');
}

let work = '';
let study = '';
beforeAll(async () => {
  work = await mkdtemp(join(testFolder, 'design-'));
  study = join(work, 'study');
  await writeFile(join(work, 'question.yaml'), question);
  await writeFile(join(work, 'cases.csv'), csv());
});

describe('design', () => {
  test('writes a plan, two protocols and the sizes, and says the numbers', async () => {
    const found = await json('design', join(work, 'question.yaml'), '--out', study);
    expect(found.code).toBe(0);
    expect(found.said).toMatchObject({ ok: true, checklists: [{ id: 'stard-ai' }, { id: 'spirit-ai' }] });
    const [recruit] = found.said['numbers'] as { value: number }[];
    expect(recruit?.value).toBeGreaterThan(100);
    for (const name of ['protocol-ko.html', 'protocol-en.html', 'sizes.csv'])
      expect(await readFile(join(study, name), 'utf8')).toContain(
        name === 'sizes.csv' ? 'co-primary' : String(recruit?.value),
      );
  });

  test('its plan builds once the source is named, locks, and notices a protocol that was changed', async () => {
    const built = await json('build', study, '--source', `cases=${join(work, 'cases.csv')}`);
    expect(built).toMatchObject({ code: 0, said: { ok: true, failures: [] } });
    expect(await json('lock', study, '--by', 'Kim')).toMatchObject({ code: 0 });
    const lock = await readFile(join(study, 'plan.lock.json'), 'utf8');
    const plan = await readFile(join(study, 'plan.yaml'), 'utf8');
    const hash = /sha256: ([0-9a-f]{64})/.exec(plan)?.[1] ?? 'none';
    expect(lock).toContain(hash);
    await writeFile(join(study, 'protocol-en.html'), 'another protocol');
    expect(await json('status', study)).toMatchObject({
      code: 1,
      said: { fault: { kind: 'protocol-changed', file: './protocol-en.html' } },
    });
  });

  test('never writes over a plan, and names the line that cannot be', async () => {
    expect(await json('design', join(work, 'question.yaml'), '--out', study)).toMatchObject({
      code: 1,
      said: { fault: { kind: 'folder-has-plan' } },
    });
    await writeFile(join(work, 'wrong.yaml'), question.replace('0.92', '0.7'));
    expect(await json('design', join(work, 'wrong.yaml'))).toMatchObject({
      code: 1,
      said: { fault: { kind: 'expected-not-beyond-goal', field: 'sensitivity' } },
    });
    await writeFile(join(work, 'unknown.yaml'), `${question}surprise: 1\n`);
    expect(await json('design', join(work, 'unknown.yaml'))).toMatchObject({
      code: 1,
      said: { fault: { kind: 'plan-field-wrong', line: 8 } },
    });
    expect((await json('design', join(work, 'nowhere.yaml'))).said).toMatchObject({
      fault: { kind: 'file-not-found' },
    });
    expect((await daero(['design'], 'ko')).code).toBe(2);
  });
});

test('methods lists every method with columns, settings and estimates', async () => {
  const { code, said } = await json('methods');
  expect(code).toBe(0);
  const listed = said['methods'] as { name: string; settings: { type: string } }[];
  expect(listed.map(({ name }) => name)).toEqual([...methods.keys()]);
  for (const { settings } of listed) expect(settings.type).toBe('object');
  const ko = await daero(['methods', 'auc-delong'], 'ko');
  expect(ko.out).toContain('truth (binary), score (number)');
  expect((await daero(['methods', 'no-such'])).code).toBe(1);
});

describe('analyse', () => {
  const args = (...rest: readonly string[]) => [
    'analyse',
    'auc-delong',
    '--data',
    join(work, 'cases.csv'),
    ...rest,
  ];
  test('prints estimates with intervals and sources, no row, and that nothing enters a chain', async () => {
    const { code, out } = await daero(args('--columns', 'truth=truth,score=score'));
    expect(code).toBe(0);
    expect(out).toMatch(/nothing enters a chain/);
    expect(out).toMatch(/auc +0\.\d+ \(95% 0\.\d+–/);
    expect(out).toContain('DeLong, DeLong and Clarke-Pearson');
    expect(out).not.toMatch(/P\d+/);
    const { said } = await json(
      ...args('--columns', 'truth=truth,score=score', '--settings', '{"level":0.9}'),
    );
    expect(said).toMatchObject({ ok: true, chain: false, rows: 500, estimates: { auc: { level: 0.9 } } });
    expect(JSON.stringify(said)).not.toContain('points');
  });
  test.each([
    ['column-missing', ['--columns', 'truth=truth,score=nope']],
    ['role-missing', ['--columns', 'truth=truth']],
    ['role-unknown', ['--columns', 'truth=truth,score=score,colour=score']],
    ['column-not-numbers', ['--columns', 'truth=truth,score=case_id']],
    ['settings-wrong', ['--columns', 'truth=truth,score=score', '--settings', '{"interval":"best"}']],
  ])('%s', async (kind, rest) => {
    expect(await json(...args(...rest))).toMatchObject({ code: 1, said: { fault: { kind } } });
  });
  test('a method that does not exist, a file that is none, an option that cannot be read', async () => {
    expect((await json('analyse', 'auc', '--data', 'x', '--columns', 'a=b')).said).toMatchObject({
      fault: { kind: 'file-not-found' },
    });
    expect(
      (await json('analyse', 'auc', '--data', join(work, 'cases.csv'), '--columns', 'a=b')).said,
    ).toMatchObject({
      fault: { kind: 'method-unknown' },
    });
    expect((await daero(args('--columns', 'truth'))).code).toBe(2);
    expect((await daero(args('--columns', 'truth=truth', '--settings', '{'))).code).toBe(2);
  });
});

test('CSV: quotes, line ends and a byte-order mark; a short row and a stray quote are faults', () => {
  expect(parseCsv('a,b\r\n"x, ""y""","1\n2"\r\n', 'f')).toEqual({
    ok: true,
    value: { columns: ['a', 'b'], rows: [['x, "y"', '1\n2']] },
  });
  expect(parseCsv('a,b\n1\n', 'f')).toMatchObject({ fault: { kind: 'file-not-csv', line: 2 } });
  expect(parseCsv('a,b\n1,"2\n', 'f')).toMatchObject({ fault: { kind: 'file-not-csv' } });
});
