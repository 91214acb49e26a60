import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as engine, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownServer, type OwnServer } from './own-server.ts';
import { axeFindings, sideways, strangers } from './page-findings.ts';
import { chromium, lacks, root } from './requires.ts';

const product = '/projects/icu-early-warning';
/** People's and things' names in plans stay as they are written. */
const names = /Daero example authors|example authors|Daero tests/g;

describe.skipIf(lacks('Chromium', chromium !== undefined))('the pages of a running server', () => {
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
    { role = 'statistician', width = 1440, scheme = 'light' }: Partial<Visit> = {},
  ): Promise<Page> => {
    context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      locale: 'ko-KR',
      reducedMotion: 'reduce',
      bypassCSP: true, // for axe only: the pages themselves run under it in daily use
    });
    if (role !== null) {
      const signIn = { data: { role }, headers: { origin: server.url } };
      expect((await context.request.post(`${server.url}/api/session`, signIn)).status()).toBe(200);
    }
    const page = await context.newPage();
    trouble = [];
    page.on('console', (message) => {
      const isIcon = message.location().url.endsWith('/favicon.ico'); // a document has none, and browsers ask
      if (message.type() === 'error' && !isIcon) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(server.url + path);
    await page.locator('h1').first().waitFor();
    // The page of the design shows what waiting looks like.
    if (path !== '/design') await page.locator('.bone, .blank-wait').first().waitFor({ state: 'detached' });
    return page;
  };
  const claims = async (): Promise<unknown> => server.ask('/api/projects/icu-early-warning/claims');

  test('whoever comes first is asked for their work, and lands on what waits', async () => {
    const page = await visit('/', { role: null });
    await page.getByRole('heading', { level: 1, name: '어떤 일을 하십니까?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: '통계·연구책임' }).check();
    await page.getByRole('button', { name: '들어가기' }).click();
    await page.getByRole('heading', { level: 1, name: '할 일' }).waitFor();
    await page.getByRole('link', { name: /근거 공백 R-05/ }).click();
    await page.getByRole('heading', { level: 1, name: '계보' }).waitFor();
    expect(trouble).toEqual([]);
  });

  const pages = [
    ['work', '/work'],
    ['product', product],
    ['results', `${product}/results`],
    ['results of small cells', '/projects/small-cells/results'],
    ['model', `${product}/model`],
    ['model, structure', `${product}/model?view=structure`],
    ['model, parameters', `${product}/model?view=parameters`],
    ['model, sensitivity', `${product}/model?view=sensitivity`],
    ['model, further evidence', `${product}/model?view=evidence`],
    ['model, versions', `${product}/model?view=versions&set=%7B%22p_averted%22%3A0.08%7D`],
    ['no model', '/projects/small-cells/model'],
    ['lineage as a graph', `${product}/chain?claim=C-03`],
    ['lineage as a table', `${product}/chain?claim=C-03&view=table`],
    ['dossier', `${product}/dossier`],
    ['small cells', '/projects/small-cells'],
    ['study designer', '/studies/design'],
    ['study designer for readers', '/studies/design?question=readers-aided'],
    ['no such page', '/nowhere'],
    ['no such product', '/projects/nothing'],
    ['design', '/design'],
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
        await page.locator('h1').first().waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        const ribbon = page.getByRole('note').first();
        await expect
          .poll(() => ribbon.innerText())
          .toMatch(language === 'ko' ? /기준 장치/ : /Reference device/);
        // The page of the design shows both languages side by side.
        if (path === '/design') return;
        const all = async (): Promise<readonly string[]> =>
          (await Promise.all(page.frames().map((frame) => strangers(frame, language, names)))).flat();
        // A dossier in the other language takes its moment.
        await expect.poll(all, { timeout: 15_000 }).toEqual([]);
      };
      await looked('ko');
      if (width === 1440) expect(await axeFindings(page)).toEqual([]);
      await page.locator('.shell-head').getByRole('radiogroup', { name: '언어' }).getByText('EN').click();
      await page.locator('html[lang=en]').waitFor();
      await looked('en');
      if (width === 1024) expect(await axeFindings(page)).toEqual([]);
      expect(trouble).toEqual([]);
    },
  );

  test.each(['ko', 'en'] as const)('the dossier is a page of its own, in %s', async (language) => {
    const page = await visit(`/api${product}/dossier?lang=${language}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await page.locator('body').innerText()).toMatch(
      language === 'ko' ? /기준 장치/ : /Reference device/,
    );
    expect(await strangers(page, language, names)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test('a claim shows what it rests on, whole in the frame, as a graph and as a table', async () => {
    const page = await visit(`${product}/chain`);
    await page.getByRole('button', { name: /^C-01/ }).click();
    await page.getByText(/^C-01: 딛고 선 것 \d+/).waitFor();
    const cards = page.locator('.react-flow__node');
    await cards.first().waitFor();
    const frame = await page.locator('.graph').boundingBox();
    const count = await cards.count();
    expect(count).toBeGreaterThan(4);
    for (const card of await cards.all()) {
      const box = await card.boundingBox();
      expect(box?.x).toBeGreaterThan(frame?.x ?? NaN);
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThan((frame?.x ?? NaN) + (frame?.width ?? NaN));
    }
    await page.locator('body').press('t');
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table tbody tr').count()).toBe(count);
    expect(page.url()).toContain('view=table');
    expect(trouble).toEqual([]);
  });

  test('from a claim to its source file by keyboard alone', async () => {
    const page = await visit(`${product}/chain`);
    await tabTo(page, '.claim-pick');
    await page.keyboard.press('Enter');
    await tabTo(page, '.claim-sentence button');
    await page.keyboard.press('Enter');
    for (let step = 0; step < 8; step++) {
      await page.locator('.side h2:focus').waitFor();
      const kind = await page.locator('.side .chip').innerText();
      if (kind.trim() === '원자료') break;
      await tabTo(page, '.side section .row-open');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
    }
    expect(await page.locator('.side .pairs').innerText()).toMatch(/파일\s+\S+\.(csv|csv\.gz)/);
    await page.keyboard.press('Escape');
    await page.locator('.side').waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  });

  test('a number of the dossier opens its lineage and has an address; the contents lead to their parts', async () => {
    const page = await visit(`${product}/dossier`);
    const text = page.frameLocator('iframe.paper');
    const figure = text.locator('a[data-node]').first();
    const node = await figure.getAttribute('data-node');
    await figure.click();
    await page.getByRole('complementary', { name: /옆판/ }).waitFor();
    expect(await page.locator('.side .pairs').innerText()).toContain(node);
    await page.getByRole('navigation', { name: '목차' }).getByRole('button', { name: /^5\./ }).click();
    expect(await text.locator('h2:focus').innerText()).toMatch(/^5\./);
    await page.getByRole('link', { name: /이 수의 주소 열기/ }).click();
    await page.waitForURL(`**/n/${node}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('.pairs').innerText()).toContain(node);
    expect(await axeFindings(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test('a slider of the model answers at once, refines, is marked as not in the chain, and the address brings it back', async () => {
    const page = await visit(`${product}/model`, { role: 'economist' });
    const decision = page.locator('.model-decision');
    const numbers = (): Promise<string> => decision.locator('.model-numbers').innerText();
    await decision.getByText('추출 10,000회').waitFor({ timeout: 30_000 });
    const base = await numbers();
    const cost = await decision.locator('.fig-value').first().innerText();
    expect(JSON.stringify(await claims())).toContain(`"shown":"${cost} (`); // the page computes what the chain computed

    const slider = page.getByRole('slider', { name: '경보가 울린 사망 가운데 제때의 대응으로 막는 몫' });
    await slider.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await page.locator('.model-slide').getByText('가정 · 사슬에 없음').waitFor();
    await decision.getByText('추출 10,000회').waitFor({ timeout: 30_000 });
    await expect.poll(numbers, { timeout: 30_000 }).not.toBe(base);
    expect(await decision.getByText('가정', { exact: true }).count()).toBeGreaterThan(2);
    const moved = await numbers();

    await page.reload();
    await decision.getByText('추출 10,000회').waitFor({ timeout: 30_000 });
    await expect.poll(numbers, { timeout: 30_000 }).toBe(moved);
    await page.getByText('판 비교', { exact: true }).click();
    await page.getByRole('columnheader', { name: '이 화면 (사슬에 없음)' }).first().waitFor();
    await page.getByRole('button', { name: '모두 기준으로' }).click();
    await expect.poll(numbers, { timeout: 30_000 }).toBe(base);
    expect(new URL(page.url()).searchParams.get('set')).toBeNull();
    expect(trouble).toEqual([]);
  });

  test('what would be worth knowing is ranked; report and workbook come as files in the language of the page', async () => {
    const page = await visit(`${product}/model?view=evidence`, { role: 'economist' });
    const ranking = page.getByRole('table', { name: '무엇을 더 알면 가장 값진가' });
    await ranking.waitFor({ timeout: 60_000 });
    const first = await ranking.locator('tbody tr').first().innerText();
    expect(first).toMatch(/^1\s/);
    const values = await ranking.locator('tbody tr').count();
    expect(values).toBeGreaterThan(5);
    await ranking.getByText('설계기에 맞는 질문 없음').first().waitFor(); // no study of accuracy would tell it
    const saved = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return readFile(await download.path());
    };
    const report = (await saved('보고서')).toString('utf8');
    expect(report).toContain('<html lang="ko">');
    expect(report).toContain('기준 장치');
    expect(report.match(/<svg /g)?.length).toBeGreaterThan(4);
    expect((await saved('통합 문서')).subarray(0, 2).toString()).toBe('PK');

    await page.getByText('민감도', { exact: true }).first().click();
    await page.getByRole('heading', { name: '결정이 바뀌는 값' }).waitFor({ timeout: 30_000 });
    expect(await page.getByRole('table', { name: '모형의 점검' }).locator('tbody tr').count()).toBe(10);
    expect(page.url()).toContain('view=sensitivity');

    expect(trouble).toEqual([]);
  });

  test('a changed assumption waits as work; a build from the page makes the number new, in sight', async () => {
    const before = await claims();
    const model = join(server.repository, 'model.yaml');
    const changed = (await readFile(model, 'utf8')).replace('mean: 0.05, sd: 0.02', 'mean: 0.08, sd: 0.02');
    await writeFile(model, changed);
    const page = await visit('/work', { role: 'economist' });
    await page.getByText(/다시 구할 노드/).waitFor();
    await page.getByRole('link', { name: '계보' }).click();
    await page.getByRole('button', { name: '다시 계산' }).click();
    await page.getByLabel('까닭').fill('가정을 바꿈');
    await page.getByRole('button', { name: '계산 시작' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText('계산을 마쳤습니다.', { exact: false }).waitFor({ timeout: 60_000 });
    const after = await claims();
    expect(after).not.toEqual(before);
    const [last] = wordsOf(after).slice(-1);
    await page.getByRole('button', { name: last ?? 'none' }).waitFor();
    await page.getByRole('link', { name: '제품', exact: true }).click();
    await page.getByText('가정을 바꿈').first().waitFor(); // the trail says why
    expect(trouble).toEqual([]);
  });

  test('a build is cancelled with what it computed kept, and goes on from there', async () => {
    await rm(join(server.repository, 'out/objects'), { recursive: true });
    await rm(join(server.repository, 'out/snapshots'), { recursive: true });
    const page = await visit(`${product}/chain?drawer=build`);
    await page.getByLabel('까닭').fill('처음부터');
    await page.getByRole('button', { name: '계산 시작' }).click();
    await page.getByRole('status').filter({ hasText: '진행 중' }).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '실행 취소' }).click();
    await page.getByRole('status').filter({ hasText: '취소됨' }).waitFor({ timeout: 30_000 });
    const kept = await doneOf(page);
    expect(kept.done).toBeLessThan(kept.of);
    await page.getByText(`구한 ${kept.done}단계는 그대로 있습니다.`, { exact: false }).waitFor();
    await page.getByRole('button', { name: '이어서 실행' }).click();
    await page.getByText('계산을 마쳤습니다.', { exact: false }).waitFor({ timeout: 90_000 });
    const { done, of } = await doneOf(page);
    expect([done, of]).toEqual([of, of]);
    expect(of).toBeGreaterThan(50);
    expect(trouble).toEqual([]);
  });

  test('who may not read the chain is told so, and who may grant it', async () => {
    const page = await visit(`${product}/chain`, { role: 'investor' });
    await page.locator('.blank-closed').first().waitFor();
    expect(await page.locator('.blank-closed').first().innerText()).toMatch(/허가할 수 있는 사람: 운영자/);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('when the server has gone the page says so in words', async () => {
    const page = await visit(`${product}/chain`);
    await page.locator('.react-flow__node').first().waitFor();
    await server.stop();
    await page.getByRole('link', { name: '서류' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: 20_000 });
    expect(await alert.innerText()).toMatch(/서버에 닿지 못했습니다/);
    expect(await page.locator('h1').count()).toBe(1);
    await page.getByRole('button', { name: '다시 시도' }).click();
    await page.getByRole('alert').waitFor({ timeout: 20_000 });
  });
});

type Visit = { readonly role: string | null; readonly width: number; readonly scheme: 'light' | 'dark' };

/** How far a run is, as its bar says. */
async function doneOf(page: Page): Promise<{ readonly done: number; readonly of: number }> {
  const bar = page.locator('progress');
  return { done: Number(await bar.getAttribute('value')), of: Number(await bar.getAttribute('max')) };
}

/** Tab until the focus is on such an element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

type Part = { readonly words?: string; readonly shown?: string | null };
/** Each claim as the Korean page prints it. */
const wordsOf = (answer: unknown): readonly string[] =>
  (Array.isArray(answer) ? answer : []).map(({ ko }: { ko: readonly Part[] }) =>
    ko.map(({ words, shown }) => words ?? shown ?? '—').join(''),
  );
