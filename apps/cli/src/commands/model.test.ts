import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@daero/server/project/root';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const example = (name: string): string => join(root, 'examples/economics', name);

/** Runs the command as a person does. */
function daero(
  args: readonly string[],
  language = 'en',
): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'apps/cli/daero.js'), 'model', ...args],
    { encoding: 'utf8', env: { ...process.env, DAERO_LANGUAGE: language } },
  );
  return { code: status, out: stdout, error: stderr };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daero-model-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const told = z.looseObject({
  ok: z.literal(true),
  chain: z.literal(false),
  probabilistic: z.object({ draws: z.number(), seed: z.number() }),
  strategies: z.array(z.looseObject({ name: z.string(), cost: z.number(), qaly: z.number() })),
  estimates: z.record(z.string(), z.looseObject({ value: z.number() })),
  information: z.looseObject({ perfect: z.looseObject({ value: z.number() }) }).nullable(),
});
const json = (...args: readonly string[]): z.output<typeof told> =>
  told.parse(JSON.parse(daero([...args, '--json']).out));

describe('daero model', () => {
  test('a TypeScript model in both languages: label, conventions, ratios, uncertainty, information', () => {
    const file = example('sick-sicker/model.ts');
    const [en, ko] = [daero([file, '--draws', '2000']), daero([file, '--draws', '2000'], 'ko')];
    expect([en.code, ko.code]).toEqual([0, 0]);
    for (const words of [
      'nothing enters a chain',
      '75 cycles',
      'extendedly dominated|dominated',
      'EVPI',
      'KRW 73,000',
    ])
      expect(en.out).toMatch(new RegExp(words));
    for (const words of ['사슬에 아무것도 들어가지 않으며', '75주기', '비용-효과적일 확률', 'EVPI'])
      expect(ko.out).toContain(words);
  });

  test('draws and seed are those asked for; the same seed gives the same numbers', () => {
    const run = (seed: string): z.output<typeof told> =>
      json(example('sumatriptan/model.yaml'), '--draws', '2000', '--seed', seed);
    const [first, again, other] = [run('5'), run('5'), run('6')];
    expect(first.probabilistic).toEqual({ draws: 2000, seed: 5 });
    expect(first.estimates).toEqual(again.estimates);
    expect(first.information).not.toEqual(other.information);
    expect(first.strategies).toEqual(other.strategies);
    expect(json(example('sumatriptan/model.yaml'), '--draws', '500').information).toBeNull();
  });

  test('many draws by one worker and by three are the same numbers; the range of workers is told', () => {
    const run = (workers: string) =>
      json(example('sick-sicker-monthly/model.ts'), '--draws', '21000', '--workers', workers);
    const [one, three] = [run('1'), run('3')];
    expect(one.probabilistic.draws).toBe(21_000);
    expect(three.estimates).toEqual(one.estimates);
    expect(three.information).toEqual(one.information);
    expect(daero([example('sick-sicker/model.ts'), '--workers', '0']).error).toContain('--workers');
  });

  test('writes the same workbook twice', async () => {
    const [one, two] = [join(folder, 'one.xlsx'), join(folder, 'two.xlsx')];
    for (const path of [one, two])
      expect(daero([example('ai-reader/model.yaml'), '--draws', '100', '--xlsx', path]).code).toBe(0);
    expect(Buffer.compare(await readFile(one), await readFile(two))).toBe(0);
  });

  test('writes the report in both languages, with all 38 items', async () => {
    const out = join(folder, 'report');
    expect(daero([example('sumatriptan/model.yaml'), '--draws', '100', '--report', out]).code).toBe(0);
    for (const [name, words] of [
      ['report-ko.html', '관점'],
      ['report-en.html', 'Perspective'],
    ] as const) {
      const text = await readFile(join(out, name), 'utf8');
      expect(text).toContain(words);
      const itemsOf = (id: string): number =>
        (
          text
            .split(`<section id="${id}">`)[1]
            ?.split('</section>')[0]
            ?.match(/<tr><td class="nowrap">/g) ?? []
        ).length;
      expect([itemsOf('cheers-2022'), itemsOf('cheers-ai')]).toEqual([28, 10]);
      expect(text).not.toMatch(/<script|https?:\/\/[^"<]*\.(js|css)/);
      expect((text.match(/<svg /g) ?? []).length).toBeGreaterThan(3);
    }
  });

  test('a budget impact is told as its table', () => {
    const { code, out } = daero([example('budget-impact/model.yaml')]);
    expect(code).toBe(0);
    expect(out).toContain('2031');
    expect(daero([example('budget-impact/model.yaml'), '--xlsx', 'x.xlsx']).error).toContain('--xlsx');
  });

  test('what is wrong is told with its place', async () => {
    const refused = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      const { code, error } = daero([join(folder, name)]);
      expect(code).toBe(1);
      return error;
    };
    expect(await refused('a.yaml', 'kind: cohort')).toContain('/title');
    expect(await refused('b.json', '{"kind": "sheet"}')).toContain('sheet');
    expect(await refused('c.ts', 'export const model = 1;')).toContain('export default');
    expect(daero([join(folder, 'none.yaml')]).error).toContain('none.yaml');
    expect(daero([join(root, 'examples/icu-early-warning/model.yaml')]).error).toContain('daero build');
    expect(daero([example('sick-sicker/model.ts'), '--draws', '7']).error).toContain('--draws');
    expect(daero([]).code).toBe(2);
  });
});
