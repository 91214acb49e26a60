import { client, type Client } from '@daero/api/client';
import type { RoomView } from '@daero/api/schemas/adoption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 120_000);
afterAll(async () => server.close());

const as = (...who: Parameters<TestServer['as']>): Client => client(fetch, server.url, server.as(...who));
type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { kind: string; en: string } };
const given = <Value>(answer: Answered<Value>): Value => {
  if (!answer.ok) throw new Error(`${answer.problem.kind}: ${answer.problem.en}`);
  return answer.value;
};
const refused = async (answer: Promise<Answered<unknown>>): Promise<string> => {
  const found = await answer;
  return found.ok ? 'allowed' : found.problem.kind;
};
const [star, moon, field, dawn] = [
  'generated-star-chest',
  'generated-moon-chest',
  'generated-field-chest',
  'generated-dawn-chest',
];
const roomOf = async (adoption: string, layer: string): Promise<RoomView> =>
  given(await as('administrator').decisionRoom({ params: { adoption, layer } }));
let acts = 0;
const signed = (expected: number, on = '2026-11-16') => ({
  ...{ on, source: null, reason: 'for the test', signedBy: 'Hong Gil-dong', expected },
  request: `adoption-act-${(acts += 1)}`,
});
/** A session in which the administration makes somebody a key holder, as it does on paper. */
const passKey = async (adoption: string, layer: string, holders: readonly string[]): Promise<void> => {
  const { version } = await roomOf(adoption, layer);
  const change = { type: 'key-passed' as const, layer, holders: [...holders] };
  given(
    await as('administrator').recordAdoption({ params: { adoption }, body: { change, ...signed(version) } }),
  );
};

describe('the board', () => {
  test('shows the generated hospitals at different points, each labelled, and none twice after another start', async () => {
    const board = given(await as('administrator').adoptions());
    expect([board.rows.length, board.unreadable, board.opens]).toEqual([10, [], true]);
    expect(board.rows.every(({ demonstration }) => demonstration)).toBe(true);
    const row = board.rows.find(({ id }) => id === moon);
    expect(row?.cells.map(({ layer }) => layer.id)).toHaveLength(10);
    expect(row?.blocks[0]).toMatchObject({
      because: 'condition-overdue',
      what: [{ en: 'file the penetration test' }],
    });
    const again = await testServer({ databaseUrl: server.databaseUrl, demonstration: true });
    const twice = given(await client(fetch, again.url, again.as('operator')).adoptions());
    await again.close();
    expect(twice.rows.map(({ id, version }) => [id, version])).toEqual(
      board.rows.map(({ id, version }) => [id, version]),
    );
  });

  test('a company sees stages, and neither papers, names nor reasons; a room is closed to it', async () => {
    const board = given(await as('market-access').adoptions());
    expect(board.opens).toBe(false);
    for (const { blocks, next, cells } of board.rows) {
      expect(blocks.flatMap(({ what }) => what)).toEqual([]);
      expect([...next, ...cells].flatMap(({ holders }) => holders)).toEqual([]);
    }
    const ask = as('market-access');
    expect(await refused(ask.adoption({ params: { adoption: star } }))).toBe('role-refused');
    expect(await refused(ask.decisionRoom({ params: { adoption: star, layer: 'need' } }))).toBe(
      'role-refused',
    );
    expect(await refused(ask.purchase({ params: { adoption: star } }))).toBe('role-refused');
    expect(await refused(as('hospital-it').purchase({ params: { adoption: star } }))).toBe('role-refused');
    expect(await refused(as('statistician').adoptions())).toBe('role-refused');
  });

  test('whoever is of one hospital sees no other', async () => {
    const own = as('administrator', ['generated-star']);
    expect(given(await own.adoptions()).rows.map(({ id }) => id)).toEqual([star]);
    expect(await refused(own.adoption({ params: { adoption: moon } }))).toBe('adoption-unknown');
    const { version } = await roomOf(moon, 'it-integration');
    const change = { type: 'key-passed' as const, layer: 'it-integration', holders: ['me'] };
    expect(
      await refused(own.recordAdoption({ params: { adoption: moon }, body: { change, ...signed(version) } })),
    ).toBe('adoption-unknown');
  });
});

describe('a decision', () => {
  const decided = (layer: string) => ({
    type: 'decided' as const,
    layer,
    outcome: { is: 'approved' as const },
  });

  test.each([
    ['by someone without the key', moon, 'security-privacy', '2026-11-16', 'adoption-key-missing'],
    ['before its predecessor', dawn, 'device-committee', '2026-11-16', 'adoption-out-of-order'],
    ['on a day before its predecessor', dawn, 'clinical-review', '2026-10-20', 'adoption-date-before'],
    ['without its papers', dawn, 'clinical-review', '2026-11-16', 'adoption-papers-missing'],
    ['to go live while a must is open', field, 'go-live', '2026-11-16', 'adoption-must-open'],
    ['on a day that has not come', dawn, 'clinical-review', '2099-01-01', 'adoption-day-ahead'],
  ] as const)(
    '%s is refused with the rule, in both languages, and nothing is stored',
    async (name, adoption, layer, on, kind) => {
      if (name !== 'by someone without the key') await passKey(adoption, layer, ['test-clinician']);
      if (kind === 'adoption-must-open') {
        const before = await roomOf(adoption, layer);
        const change = { type: 'paper-filed' as const, layer, paper: 'plan', reference: 'plan 3' };
        given(
          await as('clinician').recordAdoption({
            params: { adoption },
            body: { change, ...signed(before.version) },
          }),
        );
      }
      const { version } = await roomOf(adoption, layer);
      const body = { change: decided(layer), ...signed(version, on) };
      const answer = await as('clinician').recordAdoption({ params: { adoption }, body });
      expect(answer).toMatchObject({ ok: false, problem: { kind, status: 422 } });
      if (!answer.ok)
        expect([/[가-힣]/.test(answer.problem.ko), answer.problem.en.length > 20]).toEqual([true, true]);
      expect((await roomOf(adoption, layer)).version).toBe(version);
    },
  );

  test('the room says beforehand why the caller may not decide', async () => {
    const room = given(
      await as('clinician').decisionRoom({ params: { adoption: moon, layer: 'security-privacy' } }),
    );
    expect(room.may.approve?.en).toContain('does not hold the key');
    const admin = await roomOf(moon, 'security-privacy');
    expect(admin.may.passKey).toBeNull();
  });

  test('a condition that fell due is met, and the layer that had returned stands again; the same act twice is one', async () => {
    const layer = 'it-integration';
    await passKey(moon, layer, ['test-hospital-it']);
    const before = await roomOf(moon, layer);
    expect(before.cell).toMatchObject({ is: 'returned', blocked: true, conditions: { met: 0, all: 1 } });
    const change = { type: 'reopened' as const, layer };
    expect(
      await refused(
        as('hospital-it').recordAdoption({
          params: { adoption: moon },
          body: { change, ...signed(before.version) },
        }),
      ),
    ).toBe('adoption-nothing-to-reopen');
    const met = { type: 'condition-met' as const, layer, condition: 'c1', reference: 'report 9' };
    const body = { change: met, ...signed(before.version) };
    const first = given(await as('hospital-it').recordAdoption({ params: { adoption: moon }, body }));
    expect(given(await as('hospital-it').recordAdoption({ params: { adoption: moon }, body }))).toEqual(
      first,
    );
    const after = await roomOf(moon, layer);
    // Met after the day on which it was due: the yes has lapsed, and the layer decides anew.
    expect(after.cell.conditions).toEqual({ met: 1, all: 1 });
    const again = {
      type: 'decided' as const,
      layer,
      outcome: {
        is: 'conditional' as const,
        conditions: [{ id: 'c2', text: { ko: '재시험', en: 'test again' }, dueOn: '2026-12-31' }],
      },
    };
    given(
      await as('hospital-it').recordAdoption({
        params: { adoption: moon },
        body: { change: again, ...signed(after.version) },
      }),
    );
    const anew = await roomOf(moon, layer);
    expect(anew.cell).toMatchObject({ is: 'conditional', dueOn: '2026-12-31' });
    expect(anew.decisions[0]).toMatchObject({ by: 'test-hospital-it', reason: 'for the test' });
    const trail = given(await as('operator').adoption({ params: { adoption: moon } })).trail;
    expect(trail[0]).toMatchObject({ type: 'decision.adoption-decided', signedBy: 'Hong Gil-dong' });
    const late = { change: again, ...signed(after.version) };
    expect(await refused(as('hospital-it').recordAdoption({ params: { adoption: moon }, body: late }))).toBe(
      'stream-moved',
    );
  });

  test('a room shows what is missing and never a number in its place', async () => {
    // This installation has no repository of the product: nothing of the chain can be shown.
    const room = await roomOf(star, 'clinical-review');
    expect(room.sections.map(({ id }) => id)).toEqual(['local-accuracy', 'local-subgroups', 'elsewhere']);
    expect(room.sections.flatMap(({ facts }) => facts.map(({ known }) => known))).toEqual([null, null, null]);
    expect(room.missing).toBeGreaterThan(2);
  });
});

test('whoever holds a key finds what waits for it in the work list, and nobody else', async () => {
  await passKey(dawn, 'fee-finance', ['test-procurement']);
  const layers = async (role: 'procurement' | 'hospital-it') =>
    given(await as(role).work()).filter(({ kind }) => kind.startsWith('layer-'));
  expect(await layers('procurement')).toMatchObject([
    {
      ...{ kind: 'layer-turn', path: `/hospitals/${dawn}/adoption/fee-finance` },
      object: { en: 'Demonstration Hospital Dawn' },
    },
  ]);
  expect((await layers('hospital-it')).map(({ kind, due }) => [kind, due])).toEqual([
    ['layer-condition', '2026-12-31T14:59:59.000Z'],
  ]);
});

test('use is measured from the events of care, small counts are withheld, and a state follows from the rules', async () => {
  const ask = as('clinician');
  const used = async () => given(await ask.adoptionUse({ params: { adoption: star } }));
  await expect
    .poll(async () => (await used()).history.at(-1)?.is, { timeout: 60_000, interval: 500 })
    .toBe('sustained');
  const found = await used();
  expect(found.history.map(({ is }) => is)).toEqual(['trial', 'in-use', 'sustained']);
  const outside = Object.values(found.outside ?? {});
  expect(outside.every((count) => count === null || count === 0 || count >= found.smallestCell)).toBe(true);
  const eligible = found.weeks.reduce((sum, week) => sum + week.eligible, 0);
  expect([found.weeks.length > 60, eligible]).toEqual([true, found.total?.eligible]);
  expect(JSON.stringify(found.readers)).not.toContain('generated-star.reader');
  const silent = given(await ask.adoptionUse({ params: { adoption: 'generated-leaf-chest' } }));
  await expect
    .poll(
      async () =>
        given(await ask.adoptionUse({ params: { adoption: 'generated-leaf-chest' } })).history.at(-1)?.by?.en,
      { timeout: 60_000, interval: 500 },
    )
    .toContain('without a decision');
  expect(silent.rules.silentWeeks).toBe(13);
  const deployed = given(await as('programme-office').deployment());
  const [innovation, firstUse, sustained, payment] = deployed.measures;
  expect([innovation?.n, firstUse?.n, payment?.reached]).toEqual([2, 10, 2]);
  expect((firstUse?.reached ?? 0) > (sustained?.reached ?? 0)).toBe(true);
}, 120_000);

test('readiness says what is open, and a framework ticks nothing without a proof', async () => {
  const found = given(await as('clinician').adoptionReadiness({ params: { adoption: field } }));
  expect(found.openMusts.map(({ en }) => en)).toEqual(['downtime plan, tried out']);
  expect(found.frameworks.map(({ id }) => id)).toEqual([
    'arch-ai',
    'decide-ai',
    'future-ai',
    'nice-esf',
    'hira-levels',
  ]);
  for (const { items } of found.frameworks)
    for (const item of items)
      if (item.is === 'ticked') expect(item.fields.every(({ proofs }) => proofs.length > 0)).toBe(true);
});

describe('a purchase', () => {
  test('shows offers by rank with the rule that the award was held against', async () => {
    const { purchase } = given(await as('procurement').purchase({ params: { adoption: star } }));
    expect(purchase?.offers.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(purchase?.award?.rule).toMatchObject({ ceiling: 20_000_000, knownFrom: '2021-01-01' });
    expect(purchase?.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(purchase?.contract).not.toBeNull();
  });

  test('is opened, and refused with its rules: no key, weights that do not add up', async () => {
    const params = { adoption: dawn };
    const open = {
      ...{ type: 'opened' as const, hospital: 'generated-dawn', buyer: 'private-hospital' as const },
      need: { ko: '판독 보조', en: 'a reading aid' },
      ...{ budget: 1e7, usesPerYear: 1000, years: 1, buyerIds: ['test-procurement'] },
    };
    const ask = as('procurement');
    given(await ask.recordPurchase({ params, body: { change: open, ...signed(0) } }));
    const name = { ko: '가격', en: 'price' };
    const criteria = {
      type: 'criteria-set' as const,
      criteria: [{ id: 'price', name, weight: 0.5, leastScore: null }],
      reviewers: ['test-clinician'],
    };
    const body = { change: criteria, ...signed(1) };
    expect(await refused(ask.recordPurchase({ params, body }))).toBe('purchase-weights');
    expect(
      await refused(as('administrator').recordPurchase({ params, body: { ...body, ...signed(1) } })),
    ).toMatch(/^purchase-(key-missing|weights)$/);
  });
});

test('the questionnaire is answered once: a new answer serves every hospital', async () => {
  const params = { product: 'demonstration-chest-aid' };
  const before = given(await as('hospital-it').securityAnswers({ params, query: {} }));
  expect([before.mayAnswer, before.forms.map(({ ready }) => ready)]).toEqual([false, [2, 2]]);
  expect(before.questions.find(({ id }) => id === 'backup')?.gap?.because).toBe('not-answered');
  const change = {
    ...{ type: 'answered' as const, question: 'backup', version: before.productVersion },
    ...{
      answer: { ko: '매일 백업합니다.', en: 'A backup every day.' },
      proof: 'policy 4',
      validUntilOn: null,
    },
  };
  const body = { change, ...signed(before.eventCount) };
  expect(await refused(as('hospital-it').recordAnswer({ params, body }))).toBe('role-refused');
  given(await as('market-access').recordAnswer({ params, body }));
  const after = given(await as('hospital-it').securityAnswers({ params, query: {} }));
  expect([after.ready, after.forms.map(({ ready }) => ready)]).toEqual([before.ready + 1, [2, 3]]);
  const room = await roomOf(dawn, 'security-privacy');
  expect(
    room.sections.flatMap(({ facts }) => facts).find(({ id }) => id === 'backup')?.known?.value,
  ).toMatchObject({
    text: { en: 'A backup every day.' },
  });
  expect(await refused(as('market-access').securityAnswers({ params: { product: 'none' }, query: {} }))).toBe(
    'adoption-product-unknown',
  );
});

test('an adoption is opened once, by the administration, with the usual layers', async () => {
  const body = {
    adoption: 'second-hospital',
    about: {
      hospital: { ko: '둘째 병원', en: 'Second hospital' },
      product: { ko: '둘째 제품', en: 'Second product' },
      indication: { ko: '판독', en: 'reading' },
      ...{ demonstration: true, begunOn: null, authorisedOn: '2025-01-02', evidence: null, fee: null },
    },
    key: { hospital: 'second', productVersion: 'second@1', indication: 'reading' },
    ...{ rules: null, holders: { need: ['test-clinician'] } },
  };
  const ask = as('administrator');
  expect(await refused(as('clinician').openAdoption({ body: { ...body, ...signed(0) } }))).toBe(
    'role-refused',
  );
  expect(given(await ask.openAdoption({ body: { ...body, ...signed(0) } })).version).toBe(1);
  expect(await refused(ask.openAdoption({ body: { ...body, ...signed(1) } }))).toBe('adoption-exists');
  const hospital = given(await ask.adoption({ params: { adoption: 'second-hospital' } }));
  expect([hospital.layers.length, hospital.next[0]?.holders]).toEqual([10, ['test-clinician']]);
});
