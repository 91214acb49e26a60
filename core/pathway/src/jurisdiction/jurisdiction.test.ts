import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import kr from './data/KR.json' with { type: 'json' };
import { readJurisdiction, reachableFrom } from './read-jurisdiction.ts';
import { jurisdictionCodes, rulesOf, rulesOn, versionsOf } from './rules.ts';

test.each(jurisdictionCodes)('%s: every version reads whole', (code) => {
  for (const { version } of versionsOf(code)) {
    const { file } = unwrap(rulesOf(code, version));
    expect(readJurisdiction(file, `${code} ${version}`)).toMatchObject({ ok: true });
  }
});

test('every Korean stage and terminal is reached from classification, in every version', () => {
  for (const { version } of versionsOf('KR')) {
    const { file } = unwrap(rulesOf('KR', version));
    const reached = reachableFrom(file, 'kr.classify');
    expect(file.stages.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(Object.keys(file.terminals).filter((id) => !reached.has(id))).toEqual([]);
  }
});

describe('a version by its day', () => {
  const on = (day: string): string => unwrap(rulesOn('KR', isoDate(day))).version.version;
  test('a rule holds from the day it came into force', () => {
    expect([on('2026-01-25'), on('2026-01-26')]).toEqual(['2025-11-18', '2026-01-26']);
  });
  test('what the law did not have yet is not there', () => {
    const before = unwrap(rulesOf('KR', '2025-11-18'));
    expect(before.routes.has('kr.r.immediate')).toBe(false);
    expect(before.stages.get('kr.authorise')?.transitions.some(({ to }) => to === 'kr.immediate')).toBe(
      false,
    );
    const months = (version: string) => unwrap(rulesOf('KR', version)).stages.get('kr.innotech')?.useWindow;
    expect([months('2025-03-06')?.maxMonths, months('2025-11-18')?.maxMonths]).toEqual([36, 60]);
  });
  test('a day before the first known version, and a country without rules, are refused', () => {
    expect(rulesOn('KR', isoDate('2020-01-01'))).toMatchObject({
      fault: { kind: 'jurisdiction-version-unknown' },
    });
    expect(rulesOn('XX', isoDate('2026-01-01'))).toMatchObject({ fault: { kind: 'jurisdiction-unknown' } });
    expect(rulesOf('KR', 'tomorrow')).toMatchObject({ fault: { kind: 'jurisdiction-version-unknown' } });
  });
});

type Broken = { [key: string]: unknown };
/** The Korean file with one place changed. */
function broken(path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const copy = JSON.parse(JSON.stringify(kr)) as Broken;
  let place: Broken = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Broken;
  const last = path.at(-1) ?? '';
  place[last] = change(place[last]);
  return copy;
}

describe('a broken file is refused by the invariant that it breaks', () => {
  test.each([
    { kind: 'jurisdiction-form', path: ['stages', 0, 'kind'], change: () => 'magic' },
    { kind: 'jurisdiction-form', path: ['stages', 2, 'durations', 0, 'dayType'], change: () => 'bank' },
    { kind: 'jurisdiction-dangling', path: ['stages', 0, 'actors', 0], change: () => 'nobody' },
    {
      kind: 'jurisdiction-dangling',
      path: ['stages', 0, 'transitions', 0, 'to'],
      change: () => 'kr.nowhere',
    },
    { kind: 'jurisdiction-dangling', path: ['routes', 0, 'stages', 0], change: () => 't.exit' },
    { kind: 'jurisdiction-dangling', path: ['stages', 0, 'inputs', 0, 'source'], change: () => 'hearsay' },
    { kind: 'jurisdiction-source-missing', path: ['stages', 0, 'inputs', 0, 'source'], change: () => null },
    {
      kind: 'jurisdiction-seed-source',
      path: ['stages', 0, 'inputs', 0, 'confidence'],
      change: () => 'from-seeds',
    },
    {
      kind: 'jurisdiction-durations-fall',
      path: ['stages', 2, 'durations', 0, 'minDays'],
      change: () => 90,
    },
    {
      kind: 'jurisdiction-durations-fall',
      path: ['stages', 8, 'useWindow', 'maxMonths'],
      change: () => 12,
    },
    {
      kind: 'jurisdiction-unreachable',
      path: ['terminals'],
      change: (value: unknown) => ({ ...(value as object), 't.lost': 'Nothing leads here' }),
    },
    {
      kind: 'jurisdiction-twice',
      path: ['routes'],
      change: (value: unknown) => [...(value as unknown[]), (value as unknown[])[0]],
    },
  ])('$kind at $path', ({ kind, path, change }) => {
    const found = readJurisdiction(broken(path, change), 'KR.json');
    expect(found).toMatchObject({ ok: false, fault: { kind } });
    if (found.ok) return;
    const [ko, en] = [speakFault(found.fault, 'ko'), speakFault(found.fault, 'en')];
    expect([/[가-힣]/.test(ko), ko.includes('KR.json'), en.includes('KR.json')]).toEqual([true, true, true]);
    expect(`${ko} ${en}`).not.toMatch(/undefined|\{/);
  });
});
