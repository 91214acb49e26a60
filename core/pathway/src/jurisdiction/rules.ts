import { fail, succeed, unwrap, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import de from './data/DE.json' with { type: 'json' };
import fr from './data/FR.json' with { type: 'json' };
import jp from './data/JP.json' with { type: 'json' };
import kr from './data/KR.json' with { type: 'json' };
import uk from './data/UK.json' with { type: 'json' };
import us from './data/US.json' with { type: 'json' };
import { readJurisdiction } from './read-jurisdiction.ts';
import type { Jurisdiction, Route, Stage } from './schema.ts';
import { versions, type Version } from './versions.ts';

const files: Readonly<Record<string, unknown>> = { KR: kr, US: us, DE: de, FR: fr, UK: uk, JP: jp };
export const jurisdictionCodes: readonly string[] = Object.keys(files);

/** One version of one jurisdiction, ready to be asked. */
export type Rules = {
  readonly code: string;
  readonly version: Version;
  readonly file: Jurisdiction;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly routes: ReadonlyMap<string, Route>;
};

export type RulesFault =
  | { readonly kind: 'jurisdiction-unknown'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly kind: 'jurisdiction-version-unknown';
      readonly jurisdiction: string;
      readonly name: string;
      readonly known: readonly string[];
    };

export const versionsOf = (code: string): readonly Version[] =>
  versions.filter(({ jurisdiction }) => jurisdiction === code);

const made = new Map<string, Rules>();

/** The rules of a version by its name. */
export function rulesOf(code: string, version: string): Result<Rules, RulesFault> {
  const known = versionsOf(code);
  if (known.length === 0) return fail({ kind: 'jurisdiction-unknown', name: code, known: jurisdictionCodes });
  const found = known.find((one) => one.version === version);
  if (found === undefined) return unknownVersion(code, version, known);
  const key = `${code} ${version}`;
  const rules = made.get(key) ?? rulesFrom(unwrap(readJurisdiction(files[code], `${code}.json`)), found);
  made.set(key, rules);
  return succeed(rules);
}

/** The rules in force on a day. */
export function rulesOn(code: string, on: IsoDate): Result<Rules, RulesFault> {
  const known = versionsOf(code);
  const found = known.findLast(({ inForceFrom }) => inForceFrom === null || inForceFrom <= on);
  if (found === undefined)
    return known.length === 0
      ? fail({ kind: 'jurisdiction-unknown', name: code, known: jurisdictionCodes })
      : unknownVersion(code, on, known);
  return rulesOf(code, found.version);
}

const unknownVersion = (code: string, name: string, known: readonly Version[]): Result<never, RulesFault> =>
  fail({
    kind: 'jurisdiction-version-unknown',
    jurisdiction: code,
    name,
    known: known.map(({ version }) => version),
  });

/** A checked file as it stood in a version. */
export function rulesFrom(file: Jurisdiction, version: Version): Rules {
  const there = (id: string): boolean => !version.without.includes(id);
  const stages = file.stages
    .filter(({ id }) => there(id))
    .map((stage) => ({
      ...stage,
      transitions: stage.transitions.filter(({ to }) => there(to)),
      ...windowThen(stage, version),
    }));
  const routes = file.routes.filter(({ id }) => there(id));
  return {
    code: file.jurisdiction,
    version,
    file: { ...file, stages, routes },
    stages: new Map(stages.map((stage) => [stage.id, stage])),
    routes: new Map(routes.map((route) => [route.id, route])),
  };
}

function windowThen(stage: Stage, version: Version): Pick<Stage, 'useWindow'> {
  const then = version.windows[stage.id];
  return stage.useWindow === undefined || then === undefined
    ? {}
    : { useWindow: { ...stage.useWindow, ...then } };
}
