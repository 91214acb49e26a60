import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  chromium as engine,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

/** What stays as it is written in any language: ids of products, people and calls. */
const names = /demo-[a-z0-9-]+|demonstration[:-][a-z-]+/g;
const consortium = '/programmes/calls/demo-consortium-2026';
const pilot = '/programmes/calls/demo-pilot-2026';
const garam = '/programmes/projects/demo-consortium-2026-demo-co-a-project';
const late = '/programmes/projects/demo-consortium-2026-demo-co-e-project';

describe.skipIf(lacks('Chromium', chromium !== undefined))('programmes in pages', () => {
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
    role: string,
    { width = 1440, scheme = 'light' }: { width?: number; scheme?: 'light' | 'dark' } = {},
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
  const sign = async (panel: Locator, reason: string): Promise<void> => {
    await panel.getByLabel('까닭').fill(reason);
    await panel.getByLabel('서명하는 사람의 이름').fill('홍길동 (가상)');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
  };

  const pages = [
    ['the overview of the office', '/programmes', 'programme-office'],
    ['the overview of a member', '/programmes', 'market-access'],
    ['the form that opens a call', '/programmes?drawer=open', 'programme-office'],
    ['a decided call', consortium, 'programme-office'],
    ['a call under review, to a reviewer', pilot, 'reviewer'],
    ['a call, to anybody', pilot, 'clinician'],
    [
      'an application opened',
      `${consortium}?drawer=application&application=demo-consortium-2026-demo-co-a`,
      'programme-office',
    ],
    ['a project at risk', late, 'programme-office'],
    ['recording a spending', `${garam}?drawer=record&act=spent`, 'market-access'],
    ['a project of others', late, 'market-access'],
  ] as const;
  const ways = [
    { width: 1440, scheme: 'light' },
    { width: 1024, scheme: 'dark' },
  ] as const;
  test.each(pages.flatMap(([name, path, role]) => ways.map((way) => ({ name, path, role, ...way }))))(
    '$name at $width, $scheme: whole in both languages, nothing sideways, nothing for axe',
    async ({ path, role, width, scheme }) => {
      const page = await visit(path, role, { width, scheme });
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
      if (path !== late || role === 'programme-office') expect(trouble).toEqual([]);
    },
  );

  test('the office finds the project at risk, why it is, and the plan that was missed', async () => {
    const page = await visit('/programmes', 'programme-office');
    expect(await page.getByRole('note').first().innerText()).toMatch(/시연 자료/);
    const rows = page.locator('#projects tbody tr');
    expect(await rows.count()).toBe(5);
    await page.getByLabel('위험', { exact: true }).selectOption({ label: '높음' });
    expect(await rows.count()).toBe(2);
    expect(page.url()).toContain('risk=high');
    expect(await rows.first().innerText()).toMatch(/마일스톤 미달/);
    expect(await page.locator('#whole .plot-title').first().innerText()).toMatch(/단계별 보조금/);
    await rows.first().getByRole('link').first().click();
    await page.locator('#milestones').waitFor();
    expect(await page.locator('#milestones').innerText()).toMatch(/미달[\s\S]*교부 보류/);
    expect(await page.locator('#indicators').innerText()).toMatch(/지금 속도로는 목표에 못 미침/);
    await page
      .locator('#journal')
      .getByRole('button', { name: /모두 보기/ })
      .click();
    expect(trouble).toEqual([]);
  });

  test('a reviewer declares, then sees and scores; the conflict stays closed and its title untold', async () => {
    const page = await visit(pilot, 'reviewer');
    expect(await page.locator('#applications tbody tr').count()).toBe(1);
    expect(await page.locator('main').innerText()).not.toMatch(/나래/);
    await page.getByText('같은 기관 소속').waitFor();
    await page.getByRole('button', { name: '이해관계 신고' }).click();
    const panel = page.getByRole('complementary', { name: /사건 기록/ });
    await panel.getByLabel(/^이해관계/).selectOption({ label: '없음' });
    await sign(panel, '관계 없음');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('#applications tbody tr').count()).toBe(2);
    await page.locator('#applications tbody tr').last().getByRole('button', { name: /^채점/ }).click();
    await panel.getByLabel(/임상적 필요/).fill('99');
    await panel.getByLabel(/검증 계획/).fill('30');
    await panel.getByLabel(/도입·확산 계획/).fill('20');
    await panel.getByLabel('평가 의견').fill('계획이 분명함');
    await sign(panel, '서면평가');
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').innerText()).toMatch(/0–30/);
    await panel.getByLabel(/임상적 필요/).fill('24');
    await panel.getByRole('button', { name: '서명하고 기록' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.locator('#review').getByText('계획이 분명함').waitFor();
    expect(await page.locator('#review tbody tr').count()).toBe(1);
  });

  test('a company records a spending with its receipt; the same receipt again is refused with the rule', async () => {
    const page = await visit(garam, 'market-access');
    const record = async (name: string, amount: string): Promise<Locator> => {
      await page.getByRole('button', { name: '사건 기록' }).click();
      const panel = page.getByRole('complementary', { name: /사건 기록/ });
      await panel.getByLabel('할 일').selectOption({ label: '집행' });
      await panel.getByText('예산과 현금에서 빠지고').waitFor();
      await panel.getByLabel('집행 번호').fill(name);
      const place = panel.getByLabel(/비목과 재원/);
      const budget = place.locator('option', { hasText: /인건비 · 국고보조금/ }).first();
      await place.selectOption((await budget.getAttribute('value')) ?? '');
      await panel.getByLabel('금액(원)').fill(amount);
      await panel.getByLabel('증빙 번호').fill('세금-2026-0001');
      await panel.getByLabel('증빙 종류').selectOption({ label: '세금계산서' });
      await panel.getByLabel(/증빙 날짜/).fill('2026-11-10');
      await panel.getByLabel('거래처').fill('가상 상사');
      await panel.getByLabel('적요').fill('연구원 급여');
      await sign(panel, '11월 급여');
      return panel;
    };
    await (await record('peer-1', '12,345,678')).waitFor({ state: 'detached' });
    await page.locator('#spendings').getByText('세금-2026-0001').waitFor();
    expect(await page.locator('#spendings tbody tr').first().innerText()).toMatch(/12,345,678/);
    expect(await page.locator('#journal tbody tr').first().innerText()).toMatch(/12,345,678/);
    expect(await page.locator('#trail tbody tr').first().innerText()).toMatch(/홍길동/);
    const panel = await record('peer-2', '1');
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').innerText()).toMatch(/한 증빙은 한 번만/);
    await page.locator('.shell-head').getByRole('radiogroup', { name: '언어' }).getByText('EN').click();
    await page
      .getByRole('alert')
      .getByText(/A receipt counts once/)
      .waitFor();
  });

  test('a transfer over its limit is refused with its rule; the settlement is a file by one click', async () => {
    const page = await visit(garam, 'market-access');
    await page.getByRole('button', { name: '사건 기록' }).click();
    const panel = page.getByRole('complementary', { name: /사건 기록/ });
    await panel.getByLabel('할 일').selectOption({ label: '예산 변경 신청' });
    const from = panel.getByLabel(/줄일 비목/);
    const budget = from.locator('option', { hasText: /2026 · .*인건비 · 국고보조금/ }).first();
    await from.selectOption((await budget.getAttribute('value')) ?? '');
    await panel.getByLabel('늘릴 비목').selectOption({ label: '시연 기업 가람 · 간접비' });
    await panel.getByLabel('금액(원)').fill('1000000');
    await sign(panel, '간접비 부족');
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').innerText()).toMatch(/간접비는 늘리지 않습니다/);
    await page.keyboard.press('Escape');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '정산서 CSV' }).first().click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^demonstration-.*-2026-statement\.csv$/);
    expect(await readFile(await file.path(), 'utf8')).toMatch(/^\uFEFF협약번호,연도,비목/);
  });

  test('an officer opens a call by its form, and makes the agreement with what was selected', async () => {
    const page = await visit('/programmes', 'programme-office');
    await page.getByRole('button', { name: '공고 내기' }).click();
    const opening = page.getByRole('complementary', { name: '공고 내기' });
    const fill = async (panel: Locator, answers: Readonly<Record<string, string>>): Promise<void> => {
      for (const [label, answer] of Object.entries(answers)) await panel.getByLabel(label).fill(answer);
    };
    await opening.getByLabel('사업 종류').selectOption({ label: '의료인력 AI 교육' });
    await fill(opening, {
      '공고 번호': 'call-by-form',
      '공고명(한국어)': '양식으로 낸 공고',
      '공고명(영어)': 'Call by form',
      '접수 시작일': '2026-11-02',
      '접수 마감일': '2026-11-03',
      '첫 연도 예산(원)': '100,000,000',
      '과제당 보조금 상한(원)': '50000000',
      '지원 조건의 근거': '공고문 4항',
      '평가항목 1 가중치': '40',
      '최소 평가 수': '1',
      '일어난 날': '2026-11-01',
    });
    await sign(opening, '시연용 공고입니다');
    expect(await opening.getByRole('alert').innerText()).toMatch(/가중치[\s\S]*call-weights/);
    await opening.getByLabel('평가항목 1 가중치').fill('30');
    await sign(opening, '시연용 공고입니다');
    await opening.waitFor({ state: 'detached' });
    const call = '/programmes/calls/call-by-form';
    await page.locator('#calls').getByRole('link', { name: '양식으로 낸 공고' }).waitFor();

    let at = 0;
    const record = async (role: string, change: object): Promise<void> => {
      const headers = { origin: server.url };
      const asked = context?.request;
      expect((await asked?.post(`${server.url}/api/session`, { data: { role }, headers }))?.status()).toBe(
        200,
      );
      const data = { change, on: '2026-11-03', reason: '시연', source: null, signedBy: '홍길동 (가상)', expected: (at += 1), request: `form-walk-${at}` }; // prettier-ignore
      const answer = await asked?.post(`${server.url}/api/programme/calls/call-by-form/events`, {
        data,
        headers,
      });
      expect(await answer?.json()).toMatchObject({ version: at + 1 });
    };
    const name = { ko: '판독 교육', en: 'Reading course' };
    const [application, reviewer] = ['form-a', 'demonstration:reviewer'];
    const member = { partyId: 'form-co', name, kind: 'company', size: 'small', region: 'KR-11', role: 'lead', persons: ['demonstration:market-access'] }; // prettier-ignore
    const line = { lineId: 'l1', year: 2027, category: 'personnel', party: 'form-co', text: name, grant: 40_000_000, ownCash: 10_000_000, ownKind: 0 }; // prettier-ignore
    await record('market-access', { type: 'submitted', application, proposal: { tier: 'one', title: name, summary: name, product: null, indication: null, consortium: { consortiumId: 'form-k', name, members: [member] }, lines: [line] } }); // prettier-ignore
    await record('programme-office', { type: 'closed' });
    await record('programme-office', { type: 'reviewer-appointed', reviewer, name: { ko: '위원', en: 'Reviewer' }, affiliations: [], applications: [application] }); // prettier-ignore
    await record('reviewer', { type: 'interest-declared', reviewer, application, conflict: null });
    await record('reviewer', { type: 'scored', reviewer, application, points: ['c1', 'c2', 'c3'].map((criterion) => ({ criterion, points: 80 })), comment: '좋습니다' }); // prettier-ignore
    await record('programme-office', { type: 'review-closed' });
    await record('programme-office', { type: 'selected', applications: [application] });

    const decided = await visit(call, 'programme-office');
    await decided.getByRole('button', { name: '협약: 판독 교육' }).click();
    const agreeing = decided.getByRole('complementary', { name: '협약 맺기' });
    expect(await agreeing.getByLabel('과제 번호').inputValue()).toBe('form-a-project');
    await agreeing.getByLabel('2027년 협약 종료일').fill('2026-12-31');
    await sign(agreeing, '협약서대로');
    expect(await agreeing.getByRole('alert').innerText()).toMatch(/agreement-years/);
    await agreeing.getByLabel('2027년 협약 종료일').fill('2027-11-30');
    await sign(agreeing, '협약서대로');
    await agreeing.waitFor({ state: 'detached' });
    await decided.locator('#projects').getByRole('link', { name: '판독 교육' }).click();
    await decided.getByRole('heading', { level: 1, name: '판독 교육' }).waitFor();
    expect(await decided.locator('#milestones, #marks').first().innerText()).toMatch(/교육 운영/);
    await visit('/programmes', 'market-access');
    await expect.poll(() => context?.pages()[0]?.getByRole('button', { name: '공고 내기' }).count()).toBe(0);
  });

  test('the key leads there; whoever has no part is told so, and an investor has no such room', async () => {
    const page = await visit('/work', 'market-access');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { level: 1, name: '사업' }).waitFor();
    for (const [typed, found, title] of [
      ['실증사업', '시연: 의료 AI 실증사업 2026', '시연: 의료 AI 실증사업 2026'],
      ['demo-consortium-2026-demo-co-a-project', /가람/, /가람/],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.locator('.palette-input').fill(typed);
      await page.getByRole('option', { name: found }).first().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    }
    const other = await visit(late, 'market-access');
    await other.getByText(/참여자나 담당자여야/).waitFor();
    const investor = await visit('/programmes', 'investor');
    await investor.locator('.blank-closed').waitFor();
    expect(await investor.locator('.nav').getByText('사업', { exact: true }).count()).toBe(0);
  });
});
