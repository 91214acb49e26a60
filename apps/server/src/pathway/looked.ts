import type { Session } from '@daero/api/access';
import { succeed, type Result } from '@daero/domain/result';
import type { GapList } from '@daero/pathway/requirements/gaps';
import type { Projects } from '../projects.ts';
import type { Cases, OpenedCase, TimedForecast } from './cases.ts';
import { claimsOf, gapListOf, type Claims } from './claims.ts';

/** A case with the claims it may bring, what its gates lack, and its forecast: none waits for evidence that a claim gives. */
export type Looked = {
  readonly opened: OpenedCase;
  readonly claims: Claims;
  readonly gaps: GapList | null;
  readonly met: readonly string[];
  readonly forecast: Result<TimedForecast>;
};

export type Look = {
  readonly at: (opened: OpenedCase) => Promise<Looked>;
  readonly all: (session: Session) => Promise<Result<readonly Looked[]>>;
};

export function lookAt(cases: Cases, projects: Projects): Look {
  const one = (opened: OpenedCase, claims: Claims): Looked => {
    const gaps = gapListOf(opened.record, claims, opened.asOf);
    const met = gaps.ok ? gaps.value.met.map(({ requirement }) => requirement) : [];
    return {
      ...{ opened, claims, met },
      gaps: gaps.ok ? gaps.value : null,
      forecast: cases.forecast(opened, met),
    };
  };
  return {
    at: async (opened) => one(opened, await claimsOf(projects, opened.record.about.project)),
    all: async (session) => {
      const listed = await cases.list(session);
      if (!listed.ok) return listed;
      const names = new Set(listed.value.opened.map(({ record }) => record.about.project));
      const claims = new Map(
        await Promise.all([...names].map(async (name) => [name, await claimsOf(projects, name)] as const)),
      );
      return succeed(
        listed.value.opened.map((opened) =>
          one(opened, claims.get(opened.record.about.project) ?? new Map()),
        ),
      );
    },
  };
}
