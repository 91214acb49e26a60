import { roles } from '@daero/domain/product';
import { expect, test } from 'vitest';
import { mayFollow, membersOf } from './visible.ts';
import { agreed, projectAfter } from './project.test-fixture.ts';

const state = projectAfter([agreed]);
const seen = (personId: string): readonly string[] =>
  roles.filter((role) => mayFollow(state, { personId, role }));

test('an officer and who takes part see a project; nobody else, in no role', () => {
  expect(seen('officer-1')).toEqual(['programme-office']);
  expect(seen('ada-1')).toEqual(roles.filter((role) => role !== 'programme-office' && role !== 'reviewer'));
  expect(seen('stranger')).toEqual([]);
});

test('a person acts for the own members, and an officer or reviewer for none', () => {
  expect(membersOf(state, { personId: 'ada-1', role: 'market-access' })).toEqual(['ada']);
  expect(membersOf(state, { personId: 'ada-1', role: 'reviewer' })).toEqual([]);
  expect(membersOf(state, { personId: 'stranger', role: 'market-access' })).toEqual([]);
});
