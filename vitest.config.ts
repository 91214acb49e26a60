import { defineConfig } from 'vitest/config';

const suite = (name: string, include: readonly string[], rest: object = {}): object => ({
  test: { name, include: [...include], pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000, ...rest },
});

// In CI each run leaves its counts in a file, to be added up.
const results = process.env.DAERO_RESULTS;
const reporters: ('default' | ['json', { outputFile: string }])[] =
  results === undefined
    ? ['default']
    : ['default', ['json', { outputFile: `${results}/tests-${process.pid}.json` }]];

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters,
    projects: [
      suite('rooms', ['rooms.test.ts']),
      suite('core', ['core/*/src/**/*.test.ts']),
      suite('adapters', ['adapters/*/src/**/*.test.ts']),
      suite('apps', ['apps/*/src/**/*.test.ts']),
      suite('checks', ['checks/{reference,bench,simulate}/**/*.test.ts']),
      suite('peers', ['checks/peers/**/*.test.ts'], { testTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
