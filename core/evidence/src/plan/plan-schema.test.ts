import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { smallPlan } from '../small-plan.test-fixture.ts';
import { planJsonSchema, planSchema } from './plan-schema.ts';

const root = resolve(import.meta.dirname, '../../../..');
const published = join(root, 'core/evidence/plan.schema.json');

const plans = ['examples', 'checks/repositories'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .map((name) => join(folder, name, 'plan.yaml'))
    .filter((file) => existsSync(join(root, file))),
);

test('the published JSON Schema is that of the code (written again by vitest -u)', async () => {
  await expect(`${JSON.stringify(planJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
});

describe('every plan of this house fits the published form', () => {
  it.each(plans)('%s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const plan: unknown = parse(text);
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(published, 'utf8')));
    expect(schema.safeParse(plan).error).toBeUndefined();
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    const named = /\$schema=(\S+)/.exec(text)?.[1] ?? '';
    expect(resolve(root, file, '..', named), 'editors must find the schema').toBe(published);
  });
});

describe('the published form refuses what the code refuses', () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(published, 'utf8')));
  it.each([
    { name: 'an unknown field', from: 'indication:', to: 'indications: 1\nindication:' },
    { name: 'a missing language', from: '{ ko: 첫째, en: First }', to: '{ ko: 첫째 }' },
    { name: 'a wrong standing', from: 'standing: reference', to: 'standing: best' },
    { name: 'a file that climbs', from: './people.csv', to: './../people.csv' },
    { name: 'a day that is none', from: '2026-11-22', to: 'yesterday' },
  ])('$name', ({ from, to }) => {
    const plan: unknown = parse(smallPlan.replace(from, to));
    expect([schema.safeParse(plan).success, planSchema.safeParse(plan).success]).toEqual([false, false]);
  });
  it('and takes what the code takes', () => expect(schema.safeParse(parse(smallPlan)).success).toBe(true));
});
