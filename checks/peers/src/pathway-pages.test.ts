import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium as engine, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

/** What stays as it is written in any language: ids of products and people, and how papers were named. */
const names = /DiGA|demo-[a-z-]+/g;

describe.skipIf(lacks('Chromium', chromium !== undefined))('the road to listing in pages', () => {
  let server: OwnServer;
  let browser: Browser;
  let context: BrowserContext | null = null;
  let trouble: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'set-up.js'), 'web'], { stdio: 'inherit' });
    server = await ownServer();
    browser = await engine.launch({
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.clear();
  });
  afterEach(async () => {
    await context?.close();
    context = null;
  });

  const visit = async (
    path: string,
    { role = 'market-access', width = 1440, scheme = 'light' }: Partial<Visit> = {},
  ): Promise<Page> => {
    context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      locale: 'ko-KR',
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    const signIn = { data: { role }, headers: { origin: server.url } };
    expect((await context.request.post(`${server.url}/api/session`, signIn)).status()).toBe(200);
    const page = await context.newPage();
    trouble = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(server.url + path);
    await page.locator('h1').first().waitFor({ timeout: 30_000 });
    await page.locator('.bone, .blank-wait').first().waitFor({ state: 'detached', timeout: 30_000 });
    return page;
  };

  const pages = [
    ['portfolio', '/portfolio'],
    ['portfolio as a table', '/portfolio?view=table'],
    ['a case in its use window', '/cases/demo-news2-deferral'],
    ['a case whose clock stands still', '/cases/demo-ecg-immediate'],
    ['a case that has ended', '/cases/demo-fundus-existing'],
    ['a case abroad, partly withheld', '/cases/demo-chest-us'],
    ['recording an event', '/cases/demo-ecg-immediate?drawer=record'],
    ['routes compared', '/routes/compare?facts=KR.item_listed=0'],
    ['no such case', '/cases/nothing'],
  ] as const;
  const ways = [
    { width: 1440, scheme: 'light' },
    { width: 1024, scheme: 'dark' },
  ] as const;
  test.each(pages.flatMap(([name, path]) => ways.map((way) => ({ name, path, ...way }))))(
    '$name at $width, $scheme: whole in both languages, nothing sideways, nothing for axe',
    async ({ path, width, scheme }) => {
      const page = await visit(path, { width, scheme });
      const looked = async (language: 'ko' | 'en'): Promise<void> => {
        expect(await page.locator('h1').count()).toBe(1);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        await expect.poll(() => strangers(page, language, names), { timeout: 10_000 }).toEqual([]);
      };
      await looked('ko');
      if (width === 1440) expect(await axeFindings(page)).toEqual([]);
      await page.locator('.shell-head').getByRole('radiogroup', { name: '언어' }).getByText('EN').click();
      await page.locator('html[lang=en]').waitFor();
      await looked('en');
      if (width === 1024) expect(await axeFindings(page)).toEqual([]);
      if (path !== '/cases/nothing') expect(trouble).toEqual([]);
    },
  );

  test('from the portfolio to a case, by its row; the ribbon says that it is a demonstration', async () => {
    const page = await visit('/portfolio');
    expect(await page.locator('tbody tr').count()).toBe(11);
    await page.getByLabel('건 거르기').fill('NEWS2');
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(page.url()).toContain('q=NEWS2');
    await page.getByRole('link', { name: /NEWS2/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /NEWS2/ }).waitFor();
    expect(await page.getByRole('note').first().innerText()).toMatch(/시연 자료/);
    expect(await page.locator('.plot-title').first().innerText()).toMatch(/등재 결정: 20\d\d\. .*80% 구간/);
    expect(trouble).toEqual([]);
  });

  test('an assumption that is changed in place moves the forecast, says it is not recorded, and lies in the address', async () => {
    const page = await visit('/cases/demo-pathology-assessment');
    const title = page.locator('.plot-title').first();
    const before = await title.innerText();
    const most = page.getByLabel('신의료기술평가, 최대');
    await most.fill('900');
    await page.getByText('가정을 바꾼 예측입니다. 기록하지 않았습니다.').waitFor();
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).not.toBe(before);
    const changed = await title.innerText();
    await page.reload();
    await page.getByText('가정을 바꾼 예측입니다. 기록하지 않았습니다.').waitFor();
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).toBe(changed);
    await page.getByRole('button', { name: '되돌리기', exact: true }).click();
    await expect.poll(() => title.innerText()).toBe(before);
    // The sums of the charts are days, never a date.
    expect(await page.locator('#forecast').innerText()).toMatch(/460일\(기준이 섞임\)/);
    expect(trouble).toEqual([]);
  });

  test('a signed event passes the rules, appears in the trail and starts the clock again', async () => {
    const page = await visit('/cases/demo-ecg-immediate');
    await page.getByText('정지').first().waitFor();
    await page.getByRole('button', { name: '사건 기록' }).click();
    const panel = page.getByRole('complementary', { name: /사건 기록/ });
    await panel.getByLabel('일어난 일').selectOption({ label: '신고·인증·허가: 답을 냄' });
    await panel.getByText('기다림이 끝나고 시계가 다시 갑니다.').waitFor();
    await panel.getByLabel('까닭').fill('하위집단 성능을 냄');
    await panel.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
    await panel.waitFor({ state: 'detached' });
    const first = page.locator('#trail tbody tr').first();
    await first.getByText('하위집단 성능을 냄').waitFor();
    expect(await first.innerText()).toMatch(/홍길동/);
    expect(await page.getByText('신청인의 답').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test('who may not record sees no button; the investor sees the road, and is told what they may not open', async () => {
    const page = await visit('/cases/demo-ecg-immediate', { role: 'statistician' });
    expect(await page.getByRole('button', { name: '사건 기록' }).count()).toBe(0);
    await context?.close();
    const road = await visit('/portfolio', { role: 'investor' });
    await road.getByRole('link', { name: /심전도/ }).click();
    await road.locator('.blank-closed').waitFor();
  });

  test('a gap leads to the study designer with its question; a fact tells its source', async () => {
    const page = await visit('/cases/demo-pathology-assessment');
    await page
      .getByRole('button', { name: /^출처와 확실성/ })
      .first()
      .click();
    await page.locator('.pop .grounds-list li').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '연구 설계' }).first().click();
    await page.getByRole('heading', { level: 1, name: /연구 설계/ }).waitFor();
    expect(decodeURIComponent(page.url())).toContain('demo-pathology');
    expect(trouble).toEqual([]);
  });
});

type Visit = { readonly role: string; readonly width: number; readonly scheme: 'light' | 'dark' };
