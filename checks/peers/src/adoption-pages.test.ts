import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium as engine, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

/** What stays as it is written in any language: ids of people, products and papers of the demonstration. */
const names = /(?:generated|demonstration)[a-z0-9:.@/-]+(?: \d{4}-\d{2}-\d{2})?|generated demonstration/g;

describe.skipIf(lacks('Chromium', chromium !== undefined))('adoption in pages', () => {
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
    { role = 'administrator', width = 1440, scheme = 'light' }: Partial<Visit> = {},
  ): Promise<Page> => {
    await context?.close();
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
  const sign = async (page: Page, reason: string): Promise<void> => {
    const panel = page.getByRole('complementary');
    await panel.getByLabel('까닭').fill(reason);
    await panel.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
  };

  const pages = [
    ['the board', '/adoption'],
    ['the board as a table', '/adoption?view=table'],
    ['the time that it takes', '/adoption?view=times'],
    ['opening an adoption', '/adoption/open'],
    ['a first payment to record', '/hospitals/generated-field-chest?drawer=payment'],
    ['a hospital that waits', '/hospitals/generated-field-chest'],
    ['a hospital that left', '/hospitals/generated-sea-ecg'],
    ['the room of clinical review', '/hospitals/generated-star-chest/adoption/clinical-review'],
    ['the room of finance', '/hospitals/generated-star-chest/adoption/fee-finance'],
    ['a room with a condition overdue', '/hospitals/generated-moon-chest/adoption/it-integration'],
    ['signing a decision', '/hospitals/generated-dawn-chest/adoption/fee-finance?drawer=decide'],
    ['readiness and frameworks', '/hospitals/generated-field-chest/readiness'],
    ['recording readiness', '/hospitals/generated-field-chest/readiness?drawer=record'],
    ['a purchase', '/hospitals/generated-star-chest/procurement'],
    ['a purchase to be opened', '/hospitals/generated-dawn-chest/procurement?drawer=record'],
    ['use that fades', '/hospitals/generated-rain-chest/use'],
    ['no use yet', '/hospitals/generated-dawn-chest/use'],
    ['the questionnaire', '/security/demonstration-chest-aid'],
    ['no such hospital', '/hospitals/nothing'],
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
      if (path !== '/hospitals/nothing') expect(trouble).toEqual([]);
    },
  );

  test('from the board into a room by its cell; the ribbon says that it is a demonstration', async () => {
    const page = await visit('/adoption');
    expect(await page.locator('tbody tr').count()).toBe(10);
    await page.getByLabel('병원 거르기').fill('달빛');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: /되돌아옴, \d+일\(달력일\), 막힘/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /PACS/ }).waitFor();
    expect(await page.getByRole('note').first().innerText()).toMatch(/시연 자료/);
    // The administration holds no key of this layer: the rule says so before anybody tries.
    await page.getByText(/단계의 결정 권한이 없습니다/).waitFor();
    expect(await page.getByRole('button', { name: '서명하고 결정' }).count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test('the administration opens an adoption, and its first decision waits for the holder of the key', async () => {
    const page = await visit('/adoption');
    await page.getByRole('button', { name: '도입 검토 시작' }).click();
    for (const [label, value] of [
      ['병원 이름(한국어)', '가상 새 병원'],
      ['병원 이름(영어)', 'Imaginary new hospital'],
      ['병원 번호', 'new'],
      ['제품 번호와 판', 'new-aid@1.0'],
      ['제품 이름(한국어)', '가상 흉부 판독 보조'],
      ['제품 이름(영어)', 'Imaginary chest aid'],
      ['적응증(한국어)', '흉부 결절'],
      ['적응증(영어)', 'chest nodules'],
      ['필요성의 열쇠를 가진 사람', 'new.clinician'],
      ['검토 번호', 'new-hospital-chest'],
      ['여는 날', '2026-11-16'], // the day that the demonstration is looked at
      ['까닭', '임상과의 요청'],
      ['서명하는 사람의 이름', '홍길동 (가상)'],
    ] as const)
      await page.getByLabel(label).first().fill(value);
    await page.getByLabel(/시연용/).check();
    await page.getByRole('button', { name: '서명하고 기록' }).click();
    await page.getByRole('heading', { level: 1, name: '가상 새 병원' }).waitFor();
    expect(await page.locator('#layers tbody tr').count()).toBe(10);
    await page.locator('#layers').getByText('new.clinician').first().waitFor();
    expect(trouble).toEqual([]);
  });

  test('a condition is met and the layer decides anew, signed, and it stands in the trail', async () => {
    const page = await visit('/hospitals/generated-moon-chest/adoption/it-integration', {
      role: 'hospital-it',
    });
    await page.getByRole('button', { name: '조건 충족 기록' }).click();
    await page.getByRole('complementary').getByLabel('번호나 서류').fill('모의해킹 보고서 9');
    await sign(page, '결과를 받음');
    await page.getByText(/2026\. 11\. 16\. 충족/).waitFor();
    await page.getByRole('button', { name: '서명하고 결정' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByLabel('조건부 승인').check();
    await panel.getByText('기한까지 조건이 충족되지 않으면').waitFor();
    await panel.getByLabel(/^조건 1/).fill('분기마다 재점검');
    await panel.getByLabel('조건의 기한 1').fill('2027-01-15');
    await sign(page, '보고서를 확인함');
    await panel.waitFor({ state: 'detached' });
    await page.getByText(/조건 기한 2027\. 1\. 15\./).waitFor();
    await page.getByRole('link', { name: '결정 단계' }).click();
    const first = page.locator('#trail tbody tr').first();
    await first.getByText('보고서를 확인함').waitFor();
    expect(await first.innerText()).toMatch(/홍길동/);
    expect(trouble).toEqual([]);
  });

  test('go-live is refused while a must is open, says which, and passes once it is met', async () => {
    const room = '/hospitals/generated-field-chest/adoption/go-live';
    const page = await visit(room, { role: 'clinician' });
    await page.getByRole('button', { name: '서류 제출' }).click();
    await page.getByRole('complementary').getByLabel('번호나 서류').fill('사용 시작 계획 3');
    await sign(page, '계획을 냄');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '서명하고 결정' }).click();
    await page.getByRole('complementary').getByLabel('승인', { exact: true }).check();
    await sign(page, '시작하려 함');
    const refusal = page.getByRole('complementary').getByRole('alert');
    await refusal.getByText(/장애 시 진료 계획/).waitFor();
    expect(await refusal.innerText()).toContain('adoption-must-open');

    await page.getByRole('link', { name: '준비와 교육' }).click();
    await page.getByRole('button', { name: '준비 기록' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByLabel('무엇을').selectOption({ label: '절차 훈련' });
    await panel.getByLabel('항목').selectOption({ label: '장애 시 진료 계획(훈련 포함)' });
    await panel.getByLabel('번호나 서류').fill('훈련 1');
    await sign(page, '훈련함');
    await page.getByText('모든 필수를 갖추었습니다.').waitFor();

    await page.goto(server.url + room);
    await page.getByRole('button', { name: '서명하고 결정' }).click();
    await page.getByRole('complementary').getByLabel('승인', { exact: true }).check();
    await sign(page, '모두 갖춤');
    await page.locator('.page-state').getByText('승인').waitFor();
  });

  test('use is measured: readers go by number, and what outsiders see stands apart', async () => {
    const page = await visit('/hospitals/generated-star-chest/use', { role: 'clinician' });
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.locator('h1').waitFor();
          return page.locator('.page-state').innerText();
        },
        { timeout: 60_000, interval: 1500 },
      )
      .toMatch(/지속 사용/);
    await page.getByRole('rowheader', { name: '판독자 1' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('generated-star.reader');
    await page.getByRole('rowheader', { name: '밖에 보이는 수' }).waitFor();
  });

  test('a company sees stages and opens no room', async () => {
    const page = await visit('/adoption', { role: 'market-access' });
    await page.getByText('단계만 보입니다').waitFor();
    expect(await page.locator('tbody a').count()).toBe(0);
    const room = await visit('/hospitals/generated-star-chest/adoption/need', { role: 'market-access' });
    await room.locator('.blank-closed').waitFor();
    const outside = await visit('/work', { role: 'reviewer' });
    expect(await outside.locator('.nav').getByRole('link', { name: '포트폴리오' }).count()).toBe(1);
    expect(await outside.locator('.nav').getByRole('link', { name: '도입', exact: true }).count()).toBe(0);
  });

  test('an answer given once serves every hospital', async () => {
    const page = await visit('/security/demonstration-chest-aid?drawer=record', { role: 'market-access' });
    const panel = page.getByRole('complementary');
    await panel.getByLabel('물음').selectOption({ label: '백업과 복구는 어떻게 합니까?' });
    await panel.getByLabel('답(한국어)').fill('매일 백업합니다.');
    await panel.getByLabel('답(영어)').fill('A backup every day.');
    await sign(page, '답함');
    await panel.waitFor({ state: 'detached' });
    await page.getByText('낼 수 있는 답 18').waitFor();
    expect(trouble).toEqual([]);
  });
});

type Visit = { readonly role: string; readonly width: number; readonly scheme: 'light' | 'dark' };
