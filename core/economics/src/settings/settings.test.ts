import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { countries, evaluationRule, listingRule, ruleOn } from './settings.ts';

const today = isoDate('2026-11-22');

describe('settings of countries', () => {
  test.each(countries)('$country: every source that is named is there, and ranges run upwards', (country) => {
    const rules = [...country.evaluation, ...country.temporaryListings];
    const thresholds = country.evaluation.flatMap(({ threshold }) => threshold ?? []);
    for (const { source } of [...rules, ...thresholds])
      for (const name of [source].flat()) expect(Object.keys(country.sources)).toContain(name);
    for (const { low, high } of thresholds) expect(high).toBeGreaterThan(low);
    for (const { from, to } of rules) if (to !== null) expect(to >= from).toBe(true);
  });

  test('Korea: one rate for both, a range of willingness to pay that is not a rule, and dated fees', () => {
    const rule = unwrap(evaluationRule('KR', today));
    expect(rule.discount.costs).toBe(rule.discount.effects);
    expect(rule.threshold?.explicit).toBe(false);
    expect(unwrap(listingRule('KR', today)).feeGroups.map(({ name }) => name)).toContain('ct-mri');
  });

  test('before a rule there is none, and an unknown country has none', () => {
    expect(listingRule('KR', isoDate('2023-10-25'))).toMatchObject({
      fault: { kind: 'settings-not-in-force', country: 'KR', first: '2023-10-26' },
    });
    expect(evaluationRule('XX', today)).toMatchObject({ fault: { kind: 'settings-country', country: 'XX' } });
  });

  test('of two rules in force the later one counts, an ended one never', () => {
    const rules = [
      { from: isoDate('2020-01-01'), to: null, name: 'old' },
      { from: isoDate('2024-01-01'), to: isoDate('2024-12-31'), name: 'trial' },
    ];
    expect(ruleOn(rules, isoDate('2024-06-01'))?.name).toBe('trial');
    expect(ruleOn(rules, isoDate('2025-01-01'))?.name).toBe('old');
    expect(ruleOn(rules, isoDate('2019-01-01'))).toBeUndefined();
  });

  test('no code of the room holds a number of a country', () => {
    const values = countries.flatMap(({ evaluation, temporaryListings }) => [
      ...evaluation.map(({ discount }) => discount.costs),
      ...temporaryListings.flatMap(({ feeGroups }) => feeGroups.map(({ addOn }) => addOn)),
    ]);
    const folders = ['.', '../ai-device', '../budget-impact', '../hospital-case'];
    const files = folders.flatMap((folder) =>
      readdirSync(join(import.meta.dirname, folder))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(import.meta.dirname, folder, name)),
    );
    for (const file of files)
      for (const value of values.filter((each) => String(each).length >= 4))
        expect(readFileSync(file, 'utf8')).not.toMatch(
          new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?!\\d)`),
        );
  });
});
