import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { client } from '@daero/api/client';
import { evaluateEconomicModel, readEconomicModel } from '@daero/economics/model/economic-model';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { build, openCells, smallCells } from './project/repository.test-fixture.ts';
import { testServer } from './testing/test-server.ts';
import { modelView } from './views/model-view.ts';
import { projectReader } from './views/project-reader.ts';

const viewOf = async (folder: string) => {
  const reader = projectReader(folder);
  return modelView(reader, unwrap(await reader.read()));
};

const there = <Value>(view: Value | null): Value => {
  if (view === null) throw new Error('a model was expected');
  return view;
};

describe('the model of a repository', () => {
  test('has everything to run it again: the page computes what the chain computed', async () => {
    const folder = await openCells();
    await build(folder);
    const view = there(await viewOf(folder));
    const estimates = Object.fromEntries(
      view.estimates.flatMap(({ id, estimate }) => (estimate === null ? [] : [[id, estimate]])),
    );
    expect(Object.keys(estimates)).toEqual(['death']);
    const again = unwrap(evaluateEconomicModel(unwrap(readEconomicModel(view.model)), estimates));
    const reader = projectReader(folder);
    const reading = unwrap(await reader.read());
    const node = reading.nodes.find(({ id }) => id === 'estimate:net-benefit');
    const chain = node === undefined ? null : await reader.facts(reading, node);
    expect(again.estimates['net-benefit']?.value).toBe(chain?.estimate?.value);
    expect(view.node?.status).toBe('fresh');
    expect(view.parameters.map(({ name }) => name)).toContain('p_event');
    expect([view.locked, view.budget, view.hospital, view.notBuilt]).toEqual([null, null, null, []]);
  });

  test('before a build says which estimates are missing', async () => {
    const view = there(await viewOf(await openCells()));
    expect([view.notBuilt, view.estimates]).toEqual([['death'], []]);
  });

  test('a file beside it that cannot be read is told with its place, and the rest stands', async () => {
    const folder = await openCells();
    await writeFile(join(folder, 'budget.yaml'), 'kind: budget-impact\ntitle: 7\n');
    const view = there(await viewOf(folder));
    if (view.budget === null || !('trouble' in view.budget)) throw new Error('a trouble was expected');
    expect(view.budget.trouble.en).toContain('title');
    expect(view.hospital).toBeNull();
  });

  test('a repository without one has none', async () => {
    expect(await viewOf(await smallCells())).toBeNull();
  });
});

test('over the wire it answers who may read the chain, and nobody else', async () => {
  const server = await testServer();
  try {
    const as = (role: Parameters<typeof server.as>[0]) =>
      client((url, init) => fetch(url, init), server.url, server.as(role));
    const params = { id: 'small-cells' };
    expect(await as('economist').economicModel({ params })).toEqual({ ok: true, value: null });
    expect(await as('investor').economicModel({ params })).toMatchObject({
      problem: { kind: 'role-refused' },
    });
  } finally {
    await server.close();
  }
});

test('report and workbook come as files in the language asked for, to who may read the chain; a tree is not drawn by workers', async () => {
  const folder = await openCells();
  await build(folder);
  const server = await testServer({ folders: () => [folder] });
  try {
    const [project] = (await (
      await fetch(`${server.url}/api/projects`, { headers: server.as('economist') })
    ).json()) as readonly { readonly id: string }[];
    const at = (path: string, role: Parameters<typeof server.as>[0] = 'economist', init: RequestInit = {}) =>
      fetch(`${server.url}/api/projects/${project?.id ?? ''}/model/${path}`, {
        ...init,
        headers: { ...server.as(role), 'content-type': 'application/json', ...init.headers },
      });
    const report = await at('report?lang=en');
    const text = await report.text();
    expect(report.status).toBe(200);
    expect(report.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<html lang="en">');
    expect((text.match(/<svg /g) ?? []).length).toBeGreaterThan(3);
    const workbook = await at('workbook?lang=ko');
    expect(workbook.headers.get('content-disposition')).toContain('.xlsx');
    expect(new TextDecoder().decode((await workbook.arrayBuffer()).slice(0, 2))).toBe('PK');
    expect((await at('report?lang=en', 'investor')).status).toBe(403);
    expect((await at('report?lang=de')).status).toBe(400);
    const draws = await at('draws', 'economist', { method: 'POST', body: '{"draws": 20000}' });
    expect(await draws.json()).toMatchObject({ kind: 'draws-of-trees' });
    expect((await at(`draws/${'0'.repeat(64)}`)).status).toBe(404);
  } finally {
    await server.close();
  }
}, 60_000);
