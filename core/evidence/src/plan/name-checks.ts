import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { pathText, type Path, type PlanDocument } from './document.ts';

export type Check = Result<null>;
export const fine: Check = succeed(null);

/** The first of them that found something wrong. */
export const first = (checks: readonly Check[]): Check => checks.find((check) => !check.ok) ?? fine;

/** What can be wrong with a name in a plan, said with file, line and path. */
export type NameChecks = {
  readonly among: (name: string, known: readonly string[], path: Path) => Check;
  readonly unknown: (name: string, known: readonly string[], path: Path) => Check;
  readonly unique: (named: readonly (readonly [string, Path])[]) => Check;
  readonly typed: (number: string, path: Path) => Check;
  readonly wrong: (path: Path, problem: Text) => Check;
};

export function nameChecks(document: PlanDocument): NameChecks {
  const at = (path: Path): { readonly file: string; readonly line: number; readonly path: string } => ({
    file: document.file,
    line: document.lineOf(path),
    path: pathText(path),
  });
  const unknown: NameChecks['unknown'] = (name, known, path) =>
    fail({ kind: 'plan-name-unknown', ...at(path), name, known });
  return {
    unknown,
    among: (name, known, path) => (known.includes(name) ? fine : unknown(name, known, path)),
    unique: (named) => {
      const names = named.map(([name]) => name);
      const twice = named.find(([name], place) => names.indexOf(name) !== place);
      return twice === undefined ? fine : fail({ kind: 'plan-name-twice', ...at(twice[1]), name: twice[0] });
    },
    typed: (number, path) => fail({ kind: 'claim-number-typed', ...at(path), number }),
    wrong: (path, { ko, en }) =>
      fail({ kind: 'plan-field-wrong', ...at(path), problemKo: ko, problemEn: en }),
  };
}
