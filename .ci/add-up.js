// Adds up what every suite wrote below DAERO_RESULTS, prints the closing line, and fails when anything failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [stepsPassed = 0, stepsFailed = 0] = process.argv.slice(2).map(Number);
const total = { passed: stepsPassed, failed: stepsFailed, skipped: 0 };
const folder = process.env.DAERO_RESULTS ?? '';

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const {
    numPassedTests: passed = 0,
    numFailedTests: failed = 0,
    numPendingTests: skipped = 0,
  } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  console.log(`${name.replace('.json', '')}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
const cases = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(
  readFileSync(join(folder, 'reference.log'), 'utf8'),
);
if (cases !== null) {
  console.log(`reference cases: ${cases[0].trim()}`);
  total.passed += Number(cases[1]);
  total.failed += Number(cases[2]);
}
console.log(`steps: ${stepsPassed} passed, ${stepsFailed} failed`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
