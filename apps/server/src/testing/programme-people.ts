import { client, type Client } from '@daero/api/client';
import type { CallView } from '@daero/api/schemas/programme-call';
import type { ProjectView } from '@daero/api/schemas/programme-project';
import type { Role } from '@daero/domain/product';
import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';

export const consortium = 'demo-consortium-2026';
export const pilot = 'demo-pilot-2026';

/** Those who act in the made-up programmes, each with a client of their own. */
export const people = (server: () => TestServer) => {
  const as = (role: Role, person: string): Client =>
    client(fetch, server().url, server().as(role, 'all', 1, person));
  return {
    as,
    officer: (): Client => as('programme-office', 'demo-officer-1'),
    company: (letter: string): Client => as('market-access', `demo-co-${letter}-1`),
  };
};

export const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; problem: { kind: string; en: string } },
): Value => {
  if (!answer.ok) throw new Error(`${answer.problem.kind}: ${answer.problem.en}`);
  return answer.value;
};

/** The kind of the refusal, which must be spoken whole in both languages. */
export const refused = async (
  answer: Promise<{ ok: boolean; problem?: { kind: string; ko: string; en: string; status: number } }>,
): Promise<string> => {
  const found = await answer;
  if (found.ok || found.problem === undefined) return 'allowed';
  expect([/[가-힣]/.test(found.problem.ko), /[가-힣]/.test(found.problem.en)]).toEqual([true, false]);
  expect(found.problem.en).not.toMatch(/\{\w+\}/);
  return found.problem.kind;
};

let acts = 0;
export const signed = (expected: number, on = '2026-11-22') => ({
  ...{ reason: 'as decided', signedBy: 'Hong Gil-dong', source: null, expected, on },
  request: `test-act-${(acts += 1)}`,
});

export const projectOf = async (asked: Client, project: string): Promise<ProjectView> =>
  given(await asked.programmeProject({ params: { project } }));
export const callOf = async (asked: Client, call: string): Promise<CallView> =>
  given(await asked.call({ params: { call } }));
