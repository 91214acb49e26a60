import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@daero/server/project/root';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const example = join(root, 'examples/pathway/chest-radiograph.yaml');

/** Runs the command as a person does. */
function daero(
  args: readonly string[],
  language = 'en',
): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'apps/cli/daero.js'), 'pathway', ...args],
    { encoding: 'utf8', env: { ...process.env, DAERO_LANGUAGE: language } },
  );
  return { code: status, out: stdout, error: stderr };
}
const json = (...args: readonly string[]): Record<string, unknown> =>
  JSON.parse(daero([...args, '--json']).out) as Record<string, unknown>;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daero-pathway-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('daero pathway routes', () => {
  test('tells the routes of Korea with 460 and 490 nominal days, in both languages', () => {
    const [en, ko] = [daero(['routes', 'KR', '--on', '2026-11-22']), daero(['routes', 'KR'], 'ko')];
    expect([en.code, ko.code]).toEqual([0, 0]);
    expect(en.out).toMatch(/460 days: Nominal days of mixed type as the ministry's chart states them/);
    expect(en.out).toMatch(/490 days: Nominal days of mixed type/);
    expect(ko.out).toMatch(/460일: 보건복지부 도표의 명목 일수/);
  });

  test('--json gives standing, rule and source', () => {
    const said = json('routes', 'KR', '--on', '2026-11-22', '--fact', 'existing_technology=yes');
    expect(said).toMatchObject({ ok: true, jurisdiction: 'KR', version: { version: '2026-01-26' } });
    expect(said['routes']).toContainEqual(
      expect.objectContaining({
        route: 'kr.r.immediate',
        standing: 'closed',
        closedBy: [
          expect.objectContaining({ confidence: 'stated-in-source', source: ['newsdao.ie', 'mph.ie'] }),
        ],
      }),
    );
  });

  test.each([
    [['routes', 'XX'], 1, /no jurisdiction XX/],
    [['routes', 'KR', '--fact', 'colour=yes'], 1, /no fact colour/],
    [['routes', 'KR', '--fact', 'digital'], 2, /name=yes/],
    [['routes', 'KR', '--on', 'soon'], 2, /2026-11-22/],
    [['tour'], 2, /pathway routes/],
  ] as const)('%j is refused', (args, code, words) => {
    const ended = daero(args);
    expect([ended.code, ended.error]).toEqual([code, expect.stringMatching(words)]);
  });
});

describe('daero pathway forecast', () => {
  test('the example is forecast, the same each time, in both languages', () => {
    const first = json('forecast', example);
    expect(first).toMatchObject({
      ok: true,
      demonstration: true,
      summary: {
        jurisdiction: 'KR',
        endedOn: null,
        reached: { authorised: { on: '2026-07-31' }, used: null },
      },
      forecast: { milestones: { listing: { state: 'forecast' }, firstPaidUse: { state: 'forecast' } } },
    });
    expect(json('forecast', example)).toEqual(first);
    expect(daero(['forecast', example]).out).toMatch(/latest last patient in +\d/);
    expect(daero(['forecast', example], 'ko').out).toMatch(/늦어도 마지막 환자가 들어올 날 +\d/);
  });

  test('a file that is wrong is refused by line and by rule', async () => {
    const text = readFileSync(example, 'utf8');
    const wrong = async (from: string, to: string): Promise<string> => {
      expect(text).toContain(from);
      await writeFile(join(folder, 'case.yaml'), text.replace(from, to));
      return daero(['forecast', join(folder, 'case.yaml')]).error;
    };
    expect(await wrong('outcome: classified-new', 'outcome: perhaps')).toMatch(
      /case\.yaml, line \d+, events\.4/,
    );
    expect(await wrong('on: 2026-07-31', 'on: 2026-05-01')).toMatch(
      /dated 2026-05-01, before what must precede/,
    );
    expect(
      await wrong('outcome: classified-new, to: [kr.immediate]', 'outcome: classified-new, to: [kr.listing]'),
    ).toMatch(/no transition from kr\.hira\.check/);
    expect(daero(['forecast', join(folder, 'none.yaml')]).error).toMatch(
      /none\.yaml cannot be read \(ENOENT\)/,
    );
  });
});

describe('daero pathway check', () => {
  const korea = join(root, 'core/pathway/src/jurisdiction/data/KR.json');

  test('a whole jurisdiction file is told what it holds', () => {
    expect(json('check', korea)).toMatchObject({ ok: true, jurisdiction: 'KR', routes: 7 });
  });

  test('a dangling reference is refused with its place, in both languages', async () => {
    const file = join(folder, 'KR.json');
    await writeFile(file, readFileSync(korea, 'utf8').replace('"to": "kr.trialplan"', '"to": "kr.nowhere"'));
    const [en, ko] = [daero(['check', file]), daero(['check', file], 'ko')];
    expect([en.code, ko.code]).toEqual([1, 1]);
    expect(en.error).toMatch(/kr\.nowhere, which does not exist/);
    expect(ko.error).toMatch(/가리키는 이름이 없습니다.*kr\.nowhere/);
    expect(json('check', file)).toMatchObject({ ok: false });
    await writeFile(file, '{ "schemaVersion": ');
    expect(daero(['check', file]).error).toMatch(/not well formed/);
  });
});
