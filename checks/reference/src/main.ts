import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCases } from './case.ts';
import { judge, type Verdict } from './judge.ts';

const usage = `daero-reference [--json] [folder or expected.json]...

Runs every reference case (expected*.json) below the folders, ../shared/reference when none is named.
One line a case, then a count; the exit code is 1 when a case is off, 2 when a folder is not there.`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const standard = resolve(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference');

const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));

function line(verdict: Verdict): string {
  const start = `${verdict.verdict.padEnd(4)} ${verdict.name}`;
  switch (verdict.verdict) {
    case 'ok':
      return `${start}: ${verdict.compared} values${verdict.leftOut.length > 0 ? `, ${verdict.leftOut.length} places left out by its rules` : ''}${verdict.knownLimit === undefined ? '' : `; known limit: ${verdict.knownLimit}`}`;
    case 'skip':
      return `${start}: ${verdict.reason}`;
    case 'off': {
      if ('trouble' in verdict) return `${start}: ${verdict.trouble.replaceAll('\n', ' ')}`;
      const [worst] = verdict.off;
      if (worst === undefined) return start;
      const error = worst.relativeError === null ? 'none' : worst.relativeError.toExponential(2);
      const more =
        verdict.off.length > 1 ? ` (and ${verdict.off.length - 1} more of ${verdict.compared})` : '';
      return `${start}: ${worst.quantity} expected ${shown(worst.expected)} got ${shown(worst.got)} relative error ${error}${more}`;
    }
  }
}

function main(words: readonly string[]): number {
  if (words.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const json = words.includes('--json');
  const unknown = words.find((word) => word.startsWith('--') && word !== '--json');
  if (unknown !== undefined) {
    console.error(`unknown option ${unknown}\n\n${usage}`);
    return 2;
  }
  const named = words
    .filter((word) => !word.startsWith('--'))
    .map((word) => resolve(process.env.INIT_CWD ?? '.', word));
  const places = named.length > 0 ? named : [standard];
  const absent = places.filter((place) => !existsSync(place));
  if (absent.length > 0) {
    console.error(`not there: ${absent.join(', ')}. Name a folder of reference cases.`);
    return 2;
  }
  const verdicts: Verdict[] = [];
  for (const place of places) {
    for (const file of findCases(place)) {
      const verdict = judge(file, process.env.INIT_CWD ?? process.cwd());
      verdicts.push(verdict);
      if (!json) console.log(line(verdict));
    }
  }
  const count = (kind: Verdict['verdict']): number =>
    verdicts.filter(({ verdict }) => verdict === kind).length;
  const totals = { passed: count('ok'), failed: count('off'), skipped: count('skip') };
  console.log(
    json
      ? JSON.stringify({ cases: verdicts, ...totals }, null, 1)
      : `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`,
  );
  return totals.failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
