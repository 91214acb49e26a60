import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as engine, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

const model = '/projects/chest-radiograph-readers/model';
/** People's names in files stay as they are written. */
const names = /Daero example authors|example authors/g;

/** The cohort of the chest radiograph example, whose file asks everything that a model can be asked. */
describe.skipIf(lacks('Chromium', chromium !== undefined))('the page of a cohort model', () => {
  let server: OwnServer;
  let browser: Browser;
  let context: BrowserContext | null = null;
  let trouble: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'set-up.js'), 'web'], { stdio: 'inherit' });
    server = await ownServer(['chest-radiograph-readers']);
    browser = await engine.launch({
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.clear();
  });
  afterEach(async () => {
    await context?.close();
    context = null;
  });

  const visit = async (path: string, width = 1440, scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'ko-KR', reducedMotion: 'reduce' },
      bypassCSP: true, // for axe only
    });
    const signIn = { data: { role: 'economist' }, headers: { origin: server.url } };
    expect((await context.request.post(`${server.url}/api/session`, signIn)).status()).toBe(200);
    const page = await context.newPage();
    trouble = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(server.url + path);
    await page.locator('h1').first().waitFor();
    return page;
  };
  const settled = (page: Page): Promise<void> =>
    page.locator('.bone, .blank-wait').first().waitFor({ state: 'detached', timeout: 90_000 });

  const ways = [
    { width: 1440, scheme: 'light' },
    { width: 1024, scheme: 'dark' },
  ] as const;
  const views = ['live', 'sensitivity', 'evidence', 'money'] as const;
  test.each(views.flatMap((view) => ways.map((way) => ({ view, ...way }))))(
    '$view at $width, $scheme: whole in both languages, nothing sideways, nothing for axe',
    async ({ view, width, scheme }) => {
      const page = await visit(`${model}?view=${view}`, width, scheme);
      await settled(page);
      for (const language of ['ko', 'en'] as const) {
        if (language === 'en') {
          await page.locator('.shell-head').getByRole('radiogroup', { name: '언어' }).getByText('EN').click();
          await page.locator('html[lang=en]').waitFor();
          await settled(page);
        }
        expect(await page.locator('h1').count()).toBe(1);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        await expect.poll(() => strangers(page, language, names), { timeout: 20_000 }).toEqual([]);
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(trouble).toEqual([]);
    },
  );

  test('every analysis of the file stands on the page: thresholds, two grids, scenarios, subgroups, equity, checks', async () => {
    const page = await visit(`${model}?view=sensitivity`);
    const rowsOf = (name: string): Promise<number> =>
      page.getByRole('table', { name }).locator('tbody tr').count();
    await page.getByRole('table', { name: '결정이 바뀌는 값' }).waitFor({ timeout: 60_000 });
    expect(await rowsOf('결정이 바뀌는 값')).toBeGreaterThan(2);
    expect(await rowsOf('시나리오')).toBe(3);
    expect(await rowsOf('하위 집단')).toBe(3);
    expect(await rowsOf('모형의 점검')).toBe(10);
    expect(await page.locator('section:has(#analyses-grids) svg[role=img]').count()).toBe(2);
    const grid = page.locator('section:has(#analyses-grids) figure').first();
    await grid.getByText('표', { exact: true }).click();
    expect(await grid.locator('tbody tr').count()).toBe(121);
  });

  test('the study that pays leads to the designer with its question, expected values and the precision of its size', async () => {
    const page = await visit(`${model}?view=evidence`);
    const studies = page.getByRole('table', { name: '어떤 연구가 제값을 하는가' });
    await studies.waitFor({ timeout: 90_000 });
    const row = studies.locator('tbody tr').filter({ hasText: '특이도 연구' });
    const size = Number(/([\d,]+)명/.exec(await row.innerText())?.[1]?.replaceAll(',', ''));
    expect(size).toBeGreaterThan(100);
    await row.getByRole('link', { name: '연구 설계' }).click();
    await page.getByRole('heading', { level: 1, name: '연구 설계' }).waitFor();
    const values = JSON.parse(new URL(page.url()).searchParams.get('values') ?? '{}') as {
      readonly halfWidth: number;
      readonly specificity: number;
    };
    const { halfWidth, specificity } = values;
    expect(halfWidth).toBeCloseTo(1.96 * Math.sqrt((specificity * (1 - specificity)) / size), 3);
    expect(await page.getByLabel('예상 특이도').inputValue()).toBe(String(specificity));
    expect(trouble).toEqual([]);
  });

  test('many draws are watched, stopped, and found again when they are done', async () => {
    const page = await visit(model);
    const part = page.locator('section:has(#model-draws)');
    await part.getByRole('button', { name: '뽑기 시작' }).waitFor({ timeout: 60_000 });
    await part.getByLabel('추출 횟수').selectOption('1000000');
    await part.getByRole('button', { name: '뽑기 시작' }).click();
    await part.getByRole('button', { name: '실행 취소' }).click({ timeout: 60_000 });
    await part.getByRole('status').filter({ hasText: '취소됨' }).waitFor({ timeout: 60_000 });
    const draw = async (): Promise<string> => {
      await part.getByLabel('추출 횟수').selectOption('20000');
      await part.getByRole('button', { name: '뽑기 시작' }).click();
      await part.getByRole('heading', { name: '추출 20,000회의 결과' }).waitFor({ timeout: 110_000 });
      return part.locator('.hash').innerText();
    };
    const hash = await draw();
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    await page.reload();
    expect(await draw()).toBe(hash); // the same question has the same answer
    expect(trouble).toEqual([]);
  }, 300_000);

  test('the report has every figure and section that the file asks for', async () => {
    const page = await visit(model);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('button', { name: '보고서', exact: true }).click({ timeout: 60_000 }),
    ]);
    const report = await readFile(await download.path(), 'utf8');
    for (const id of [
      'one-way',
      'scenarios',
      'subgroups',
      'two-way',
      'equity',
      'information',
      'budget',
      'hospital',
      'checks',
    ])
      expect(report).toContain(`<section id="${id}">`);
    expect(report.match(/<svg /g)?.length).toBeGreaterThanOrEqual(11);
    expect(report).toContain('시연 자료입니다');
    await page.setContent(report);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
