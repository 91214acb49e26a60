import { setTimeout as pause } from 'node:timers/promises';
import { client, type Client } from '@daero/api/client';
import type { RoomView } from '@daero/api/schemas/adoption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
const calls = (role: Parameters<TestServer['as']>[0]): Client => client(fetch, server.url, server.as(role));
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; problem: { kind: string; en: string } },
): Value => {
  if (!answer.ok) throw new Error(`${answer.problem.kind}: ${answer.problem.en}`);
  return answer.value;
};
const signed = (request: string) => ({
  ...{ on: '2026-10-01', source: null, reason: 'for the test', signedBy: 'Hong Gil-dong' },
  ...{ expected: 0, request },
});
const text = { ko: '시험', en: 'test' };
const opening = (adoption: string, hospital: string, version: string, local: readonly string[]) => ({
  adoption,
  about: {
    ...{ hospital: text, product: text, indication: text, demonstration: true, fee: null },
    ...{ begunOn: null, authorisedOn: null },
    evidence: {
      ...{ project: 'small-cells', pooled: ['auc', 'nowhere'], local: [...local], subgroups: [] },
      claims: [{ claim: 'C-01', proves: ['accuracy', 'population'] }],
    },
  },
  key: { hospital, productVersion: `news2@${version}`, indication: 'test' },
  ...{ rules: null, holders: {} },
});
const roomOf = async (adoption: string): Promise<RoomView> =>
  given(await calls('clinician').decisionRoom({ params: { adoption, layer: 'clinical-review' } }));
const factsOf = (room: RoomView, section: string) =>
  room.sections.find(({ id }) => id === section)?.facts ?? [];

beforeAll(async () => {
  server = await testServer({ worker: true, demonstration: false });
  const build = calls('statistician');
  const { run } = given(await build.startBuild({ params: { id: 'small-cells' }, body: { reason: 'test' } }));
  const state = async (): Promise<string> => given(await build.run({ params: { run } })).progress.state;
  let now = await state();
  while (now === 'queued' || now === 'running') {
    await pause(300);
    now = await state();
  }
  expect(now).toBe('done');
  const open = calls('administrator');
  for (const [adoption, hospital, version, local] of [
    ['first-hospital', 'first', '2017', ['death-site-1']],
    ['fourth-hospital', 'fourth', '2017', ['death-site-4']],
    ['other-version', 'other', '2018', ['death-site-1']],
  ] as const)
    given(
      await open.openAdoption({
        body: { ...opening(adoption, hospital, version, local), ...signed(`${adoption}-1`) },
      }),
    );
}, 120_000);
afterAll(async () => server.close());

test('a room shows the estimates of the chain with their interval, their people and their node', async () => {
  const room = await roomOf('first-hospital');
  const estimates = given(await calls('statistician').estimates({ params: { id: 'small-cells' } }));
  const here = estimates.find(({ id }) => id === 'death-site-1');
  expect(factsOf(room, 'local-accuracy')).toMatchObject([
    {
      known: {
        state: 'estimate',
        value: {
          ...{ value: here?.estimate?.value, low: here?.estimate?.low, high: here?.estimate?.high },
          ...{ range: 'interval', level: 0.95, n: here?.estimate?.n },
        },
        source: { is: 'chain', node: here?.node },
      },
    },
  ]);
  expect(factsOf(room, 'elsewhere').map(({ id }) => id)).toEqual(['all/auc']);
  const [claim] = factsOf(room, 'claims');
  expect(claim?.known?.claim?.en.some((part) => 'node' in part)).toBe(true);
});

test('what a hospital may not show is missing in its room, and nothing of another version is shown', async () => {
  const fourth = await roomOf('fourth-hospital');
  expect(factsOf(fourth, 'local-accuracy')).toMatchObject([
    { known: null, missing: { because: 'no-estimate-here' } },
  ]);
  const other = await roomOf('other-version');
  for (const section of ['local-accuracy', 'elsewhere', 'claims'])
    expect(factsOf(other, section)).toMatchObject([{ known: null, missing: { because: 'other-version' } }]);
});

test('a tick of a framework rests on the node of a claim', async () => {
  const found = given(await calls('clinician').adoptionReadiness({ params: { adoption: 'first-hospital' } }));
  const proofs = found.frameworks.flatMap(({ items }) =>
    items.flatMap(({ fields }) => fields.flatMap((field) => field.proofs)),
  );
  const node = factsOf(await roomOf('first-hospital'), 'claims')[0]?.known?.source;
  expect(proofs.some((proof) => node?.is === 'chain' && proof.node === node.node)).toBe(true);
});
