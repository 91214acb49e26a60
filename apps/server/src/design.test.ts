import { client, type Client } from '@daero/api/client';
import { baseOf, questionKinds } from '@daero/api/schemas/design-fields';
import { sha256Text } from '@daero/domain/canonical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let api: Client;
beforeAll(async () => {
  server = await testServer();
  api = client((url, init) => fetch(url, init), server.url, server.as('statistician'));
});
afterAll(() => server.close());

describe.each(questionKinds)('%s', (question) => {
  const body = { question, ...baseOf(question) } as Parameters<Client['designStudy']>[0]['body'];

  test('answers the sizes, the analyses and the checklists', async () => {
    const found = await api.designStudy({ body });
    if (!found.ok) throw new Error(found.problem.en);
    const { numbers, steps, curves, analyses, checklists } = found.value;
    expect(numbers[0]?.value).toBeGreaterThan(10);
    expect(curves).toHaveLength(steps.length);
    expect(analyses.map(({ role }) => role)).toContain('primary');
    expect(checklists.map(({ id }) => id)).toEqual(['stard-ai', 'spirit-ai']);
  });

  test('answers a plan that states the hashes of the protocol beside it', async () => {
    const found = await api.designFiles({ body });
    if (!found.ok) throw new Error(found.problem.en);
    const { plan, protocol } = found.value;
    for (const text of [protocol.ko, protocol.en]) expect(plan).toContain(sha256Text(text));
  });
});

test('what cannot be is 422 in both languages, what is no question 400, and a stranger is refused', async () => {
  const wrong = await api.designStudy({ body: { question: 'ai-against-readers', margin: -0.1 } });
  expect(wrong).toMatchObject({
    ok: false,
    problem: { kind: 'margin-wrong-sign', status: 422, margin: -0.1 },
  });
  const unknown = { question: 'weather' } as unknown as Parameters<Client['designStudy']>[0]['body'];
  expect(await api.designStudy({ body: unknown })).toMatchObject({
    ok: false,
    problem: { kind: 'input-wrong', status: 400 },
  });
  const investor = client((url, init) => fetch(url, init), server.url, server.as('investor'));
  expect(await investor.designStudy({ body: { question: 'accuracy' } })).toMatchObject({
    ok: false,
    problem: { kind: 'role-refused', status: 403 },
  });
});

test('lists the methods with the parts that columns play', async () => {
  const found = await api.methods();
  if (!found.ok) throw new Error(found.problem.en);
  expect(found.value.find(({ name }) => name === 'auc-delong')?.columns).toContainEqual({
    role: 'score',
    kind: 'number',
    optional: false,
  });
});
