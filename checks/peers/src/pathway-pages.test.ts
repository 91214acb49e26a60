import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium as engine, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

/** What stays as it is written in any language: ids of products and people, and how papers were named. */
const names = /DiGA|demo-[a-z-]+|demonstration-[a-z-]+|Daero example authors/g;

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
    ['a case that newer rules wait for', '/cases/demo-chest-next'],
    ['moving to newer rules', '/cases/demo-chest-next?drawer=move'],
    ['binding a claim', '/cases/demo-news2-deferral?drawer=bind&of=kr.reassess:safety'],
    ['asking more than the rules', '/cases/demo-news2-deferral?drawer=ask&of=kr.reassess:safety'],
    ['opening a case', '/portfolio/open?facts=KR.item_listed=0'],
    ['a product', '/products/demonstration-chest-aid'],
    ["the investor's view", '/investor'],
    ['what waits', '/work'],
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
    await page.getByText('가정을 바꾼 예측입니다. 기록하지 않았습니다.').first().waitFor();
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).not.toBe(before);
    const changed = await title.innerText();
    await page.reload();
    await page.getByText('가정을 바꾼 예측입니다. 기록하지 않았습니다.').first().waitFor();
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).toBe(changed);
    await page.getByRole('button', { name: '되돌리기', exact: true }).first().click();
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

  test('a case is opened from the routes that are open; the rule that closes another is told', async () => {
    const page = await visit('/portfolio');
    await page.getByRole('button', { name: '건 열기' }).click();
    await page.getByRole('heading', { level: 1, name: '건 열기' }).waitFor();
    await page.getByLabel('공고된 즉시진입 품목 목록에 있습니까?').selectOption('0');
    const row = page.locator('.open-routes tbody tr').filter({ hasText: '시장 즉시진입' });
    await row.getByText('닫힘').waitFor();
    await row.getByText('공고된 즉시진입 품목 목록에 있어야 합니다.').waitFor();
    expect(await row.getByRole('radio').isDisabled()).toBe(true);
    await page.getByRole('radio', { name: '기존 순차 경로' }).check();
    const fields = {
      '제품 번호와 판(예: chest-aid@2.1)': 'walk-aid@1.0',
      '제품 이름(한국어)': '걷기 보조 (시연)',
      '제품 이름(영어)': 'Walking aid (demonstration)',
      '적응증 번호': 'gait-adult',
      '의료행위 번호': 'analysis',
      '건의 이름(한국어)': '걷기 보조 1.0 (시연)',
      '건의 이름(영어)': 'Walking aid 1.0 (demonstration)',
      '건의 번호': 'walk-traditional',
      까닭: '순차 경로로 정함',
      '서명하는 사람의 이름': '홍길동 (가상)',
    };
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.getByLabel(/^시연용입니다/).check();
    await page.getByRole('button', { name: '서명하고 기록' }).click();
    await page.getByRole('heading', { level: 1, name: /걷기 보조 1\.0/ }).waitFor();
    await page.getByText('경로를 고를 때 알던 것').waitFor();
    expect(trouble).toEqual([]);
  });

  test('a date for evidence moves the forecast and says what closing the gap saves; dropped, it is gone', async () => {
    const page = await visit('/cases/demo-pathology-assessment');
    const title = page.locator('.plot-title').first();
    const before = await title.innerText();
    const row = page.locator('#requirements tbody tr').filter({ hasText: '비용효과성' }).first();
    expect(await row.innerText()).toMatch(/등재 −\d+일 \(80%/);
    await row.getByRole('button', { name: /^가정 지우기/ }).click();
    await row.getByText('언제 갖춰질지 정한 사람이 없음').waitFor();
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('button', { name: '되돌리기', exact: true }).first().click();
    await expect.poll(() => title.innerText()).toBe(before);
    expect(trouble).toEqual([]);
  });

  test('a claim is taken off and bound again by keyboard, each signed; the gap opens and closes', async () => {
    const page = await visit('/cases/demo-news2-deferral');
    const validity = page.locator('#requirements .gate-block').first().locator('tbody tr').first();
    await validity
      .getByText(/충족|약함/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '떼어 내기: C-03' }).focus();
    await page.keyboard.press('Enter');
    const off = page.getByRole('complementary', { name: /떼어 내기/ });
    await off.getByLabel('까닭').fill('더 나은 근거로 바꿈');
    await off.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await page.keyboard.press('Enter');
    await off.waitFor({ state: 'detached' });
    await validity.getByText('근거 없음').waitFor();
    await validity.getByRole('button', { name: /^주장 묶기/ }).focus();
    await page.keyboard.press('Enter');
    const bind = page.getByRole('complementary', { name: /주장을 묶기/ });
    await bind.getByLabel('주장 *').selectOption('C-03');
    await bind.getByLabel('까닭').fill('같은 근거를 다시 묶음');
    await bind.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await page.keyboard.press('Enter');
    await bind.waitFor({ state: 'detached' });
    await expect.poll(() => validity.innerText()).not.toMatch(/근거 없음/);
    const trail = await page.locator('#trail tbody tr').allInnerTexts();
    expect(trail[0]).toMatch(/주장을 묶음: C-03/);
    expect(trail[1]).toMatch(/주장을 떼어 냄: C-03/);
    expect(trouble).toEqual([]);
  });

  test('what is asked on top of the rules is shown as asked by somebody, without a source if there is none', async () => {
    const page = await visit('/cases/demo-mammography-listed');
    await page
      .getByRole('button', { name: /^더 요구/ })
      .first()
      .click();
    const panel = page.getByRole('complementary', { name: /규정보다 더 요구하기/ });
    await panel.getByLabel('가장 적은 대상 수').fill('1500');
    await panel.getByLabel('까닭').fill('우리 계획서의 약속');
    await panel.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
    await panel.waitFor({ state: 'detached' });
    const asked = page.locator('#requirements .role-assumption').filter({ hasText: 'n 1,500 이상' }).first();
    await asked.waitFor();
    expect(await asked.innerText()).toMatch(/우리가 정한 것.*출처 없음/s);
    expect(trouble).toEqual([]);
  });

  test('a case keeps its rules until it is moved, and then tells both', async () => {
    const page = await visit('/cases/demo-chest-next');
    await page.getByText('적용 규정 한국 2025-11-18판').waitFor();
    await page.getByRole('button', { name: '2026-01-26판으로 옮기기' }).click();
    const panel = page.getByRole('complementary', { name: /사건 기록/ });
    await panel.getByText('예전 판으로는 돌아가지 않습니다.').waitFor();
    await panel.getByLabel('까닭').fill('바뀐 규칙의 적용을 받기로 함');
    await panel.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
    await page.getByText('적용 규정 한국 2026-01-26판').waitFor();
    await page.getByText(/2025-11-18판\(.*→ 2026-01-26판/).waitFor();
    expect(await page.getByText(/더 새로운 규정이 있습니다/).count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test('what waits in a case stands on the work list and leads to it; search finds cases and products', async () => {
    const page = await visit('/work?q=결정을 기다립니다');
    const link = page.locator('tbody .row-link').filter({ hasText: '신의료기술평가' }).first();
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/심사/);
    await link.click();
    await page.locator('#requirements').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette-input').fill('ㅅㅇㅇㅎㅂ');
    await page
      .getByRole('option', { name: /시연용 흉부 판독 보조/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '시연용 흉부 판독 보조' }).waitFor();
    expect(await page.locator('.product-cases tbody tr').count()).toBe(3);
    expect(trouble).toEqual([]);
  });

  test('the investor sees what is released of each product, and no gap, reason or trail', async () => {
    const page = await visit('/investor', { role: 'investor' });
    expect(await page.locator('.detail-road tbody tr').count()).toBeGreaterThan(8);
    const chest = page.locator('#demonstration-chest-aid');
    expect(await chest.innerText()).toMatch(/지속 사용 1곳/);
    expect(await chest.locator('table tbody tr').count()).toBeGreaterThan(1);
    expect(await page.locator('body').innerText()).not.toMatch(/근거 공백|까닭|이력/);
    expect(trouble).toEqual([]);
  });
});

type Visit = { readonly role: string; readonly width: number; readonly scheme: 'light' | 'dark' };
