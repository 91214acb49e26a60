import type { Estimate } from '@daero/domain/estimate';
import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { hospitalCase, readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import { describe, expect, test } from 'vitest';
import { bought, trained, walk, yes } from '../layers/walk.test-fixture.ts';
import { foldAnswers } from '../security/answer-book.ts';
import { answerEventForm } from '../security/question.ts';
import { disclosed } from '../use/disclosed.ts';
import { frictionOf } from '../use/friction.ts';
import { scope, told } from '../use/use.test-fixture.ts';
import { opportunitiesOf } from '../use/weeks.ts';
import { missingWords } from '../words/view-words.ts';
import { missingReasons, type Fact } from './fact.ts';
import { proofsOfChain } from '../frameworks/proofs-of-chain.ts';
import { fillAll } from '../frameworks/frameworks.ts';
import { boardRow } from '../layers/board.ts';
import { layerView, type ChainEstimate, type LayerInput, type LayerView } from './layer-view.ts';

const text = (en: string): { ko: string; en: string } => ({ ko: `${en} 값`, en });
const adoption = walk([...bought, ...trained, ...yes('go-live', '2026-06-15')]);
const empty: LayerInput = {
  ...{ adoption, on: isoDate('2026-09-01'), estimates: [], claims: [] },
  ...{ measured: null, businessCase: null, fee: null, answers: null, purchase: null },
};
const viewOf = (layer: string, input: Partial<LayerInput> = {}): LayerView => {
  const record = adoption.layers.get(layer);
  if (record === undefined) throw new Error(layer);
  return layerView(record, { ...empty, ...input });
};
const factsOf = (view: LayerView, section: string): readonly Fact[] =>
  view.sections.find(({ id }) => id === section)?.facts ?? [];

const estimate: Estimate = {
  ...{ value: 0.91, low: 0.87, high: 0.95, standardError: 0.02, level: 0.95, unit: 'auc', n: 412 },
  ...{ parts: { diseased: 60 }, method: text('DeLong'), source: 'DeLong 1988', warnings: [] },
};
const chain = (over: Partial<ChainEstimate>): ChainEstimate => ({
  ...{ key: 'auc', name: text('AUC'), about: 'accuracy', site: 'generated-a' },
  ...{
    productVersion: 'reference-chest@2.1',
    estimate,
    node: 'ab'.repeat(32),
    builtOn: isoDate('2026-05-01'),
  },
  ...over,
});

describe('every layer sees what is known, or why it is not', () => {
  test('with nothing given, each layer still says what is missing, and never a number', () => {
    for (const layer of adoption.layers.keys()) {
      const view = viewOf(layer);
      expect(view.sections.length).toBeGreaterThan(0);
      const facts = view.sections.flatMap((section) => section.facts);
      expect(view.known + view.missing).toBe(facts.length);
      const ids = view.sections.flatMap(({ id, facts: own }) => own.map((fact) => `${id}/${fact.id}`));
      expect(new Set(ids).size).toBe(ids.length);
      if (layer === 'purchase') continue; // rules of contract and papers only
      for (const fact of facts) if (fact.known) expect(fact.value.form).not.toBe('quantity');
    }
  });
  test('clinicians see their own hospital first, and an estimate of another version is not shown', () => {
    const own = viewOf('clinical-review', { estimates: [chain({}), chain({ site: null, key: 'auc-all' })] });
    expect(factsOf(own, 'local-accuracy')).toMatchObject([
      { known: true, state: 'estimate', value: { value: 0.91, low: 0.87, range: 'interval', n: 412 } },
    ]);
    expect(factsOf(own, 'local-subgroups')).toMatchObject([{ known: false, because: 'no-estimate-here' }]);
    const old = viewOf('clinical-review', {
      estimates: [chain({ productVersion: 'reference-chest@2.0' }), chain({ site: 'generated-b' })],
    });
    expect(factsOf(old, 'local-accuracy')).toMatchObject([{ known: false, because: 'other-version' }]);
    expect(
      factsOf(viewOf('clinical-review', { estimates: [chain({ site: 'generated-b' })] }), 'local-accuracy'),
    ).toMatchObject([{ because: 'no-estimate-here' }]);
  });
  test('the department sees measured friction; security sees answers of this version', () => {
    const events = Array.from({ length: 30 }, (_, n) =>
      told({ n, at: `2026-07-0${1 + (n % 7)}T01:00:00Z` }),
    ).flat();
    const measured = {
      friction: frictionOf(events, scope, 10),
      use: disclosed(opportunitiesOf(events, scope), 10),
      history: [{ standing: { is: 'in-use' } as const, since: isoDate('2026-06-29') }],
      from: null,
      to: isoDate('2026-08-31'),
    };
    expect(factsOf(viewOf('go-live', { measured }), 'friction')[0]).toMatchObject({
      known: true,
      state: 'observed',
      value: { value: 4, unit: 'seconds', range: 'quartiles' },
    });
    expect(factsOf(viewOf('monitoring', { measured }), 'use').slice(0, 2)).toMatchObject([
      { value: { text: { en: 'in use' } } },
      { value: { value: 30 } },
    ]);
    const answers = unwrap(
      foldAnswers(
        [
          { type: 'opened', key: { productId: 'reference-chest' } },
          {
            type: 'answered',
            question: 'sbom',
            version: '2.1',
            answer: text('yes'),
            proof: 'sbom.json',
            validUntilOn: null,
          },
          {
            type: 'answered',
            question: 'patching',
            version: '2.0',
            answer: text('30 days'),
            proof: null,
            validUntilOn: null,
          },
        ].map((change, at) =>
          answerEventForm.parse({
            eventId: `s${at}`,
            on: '2026-01-10',
            by: { personId: 'sec', role: 'hospital-it' },
            reason: 'asked',
            source: null,
            change,
          }),
        ),
      ),
    );
    expect(factsOf(viewOf('security-privacy', { answers }), 'software')).toMatchObject([
      { id: 'sbom', known: true, state: 'stated', source: { reference: 'sbom.json' } },
      { id: 'patching', known: false, because: 'other-version' },
      { id: 'pen-test', known: false, because: 'not-answered' },
      { id: 'hardening', known: false, because: 'not-answered' },
    ]);
  });
  test('finance sees fee, break-even and what was assumed; an expired fee is not shown', () => {
    const form = unwrap(
      readHospitalCase({
        ...{
          kind: 'hospital-case',
          title: text('aid'),
          hospital: text('a'),
          currency: 'KRW',
          priceYear: 2026,
          months: 24,
          discountRate: 0.045,
        },
        volume: { perMonth: 1000, growthPerYear: 0, use: [0.5, 1] },
        price: { form: 'licence', perYear: 12_000_000 },
        fee: { perUse: 2000, chargedShare: 0.8 },
        ...{ time: [], downstream: [], running: [], oneOff: [] },
      }),
    );
    const businessCase = { form, result: hospitalCase(form), node: 'cd'.repeat(32) };
    const fee = {
      code: 'X1',
      basis: text('temporary'),
      perUse: 1810,
      untilOn: isoDate('2026-12-31'),
      reference: 'notice',
    };
    const view = viewOf('fee-finance', { businessCase, fee });
    expect(factsOf(view, 'fee')[0]).toMatchObject({
      value: { value: 1810, unit: 'KRW' },
      source: { reference: 'notice' },
    });
    // 1600 won a use against a million a month: 625 uses
    const [breakEven] = factsOf(view, 'business-case');
    expect(breakEven).toMatchObject({ known: true, state: 'estimate' });
    if (breakEven?.known === true && breakEven.value.form === 'quantity')
      expect(breakEven.value.value).toBeCloseTo(625, 3);
    expect(factsOf(view, 'assumptions').every((fact) => fact.known && fact.state === 'assumption')).toBe(
      true,
    );
    const late = viewOf('fee-finance', { fee, on: isoDate('2027-01-01') });
    expect(factsOf(late, 'fee')).toMatchObject([{ because: 'expired' }]);
  });
  test('estimates and claims of the chain tick what they prove, and only for their version', () => {
    const claim = {
      ...{ claimId: 'C-01', sentence: text('it gains'), productVersion: 'reference-chest@2.1' },
      ...{
        proves: ['diagnostic-gain', 'comparator'] as const,
        builtOn: isoDate('2026-05-01'),
        node: 'ef'.repeat(32),
      },
    };
    const ticks = (input: Partial<LayerInput>): readonly string[] => {
      const whole = { ...empty, ...input };
      const record = {
        ...adoption.key,
        site: adoption.key.hospital,
        on: whole.on,
        proofs: proofsOfChain(whole),
      };
      return fillAll(record).flatMap(({ framework, items }) =>
        items.filter(({ is }) => is === 'ticked').map(({ item }) => `${framework.id}/${item.id}`),
      );
    };
    expect(ticks({})).toEqual([]);
    expect(ticks({ claims: [claim] })).toContain('hira-levels/2');
    expect(ticks({ claims: [{ ...claim, productVersion: 'reference-chest@2.0' }] })).toEqual([]);
    expect(ticks({ estimates: [chain({})] })).toEqual(['future-ai/U4']);
    expect(ticks({ estimates: [chain({ site: 'generated-b' })] })).toEqual([]);
  });
  test('what goes to a page is plain JSON', () => {
    const views = [...adoption.layers.values()].map((record) =>
      layerView(record, { ...empty, estimates: [chain({})] }),
    );
    for (const view of [...views, boardRow(adoption, empty.on)])
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
  test('every reason for a missing fact has words in both languages', () => {
    for (const reason of missingReasons) expect(missingWords[reason].ko).toMatch(/[가-힣]/);
  });
});
