import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { normalCdf } from '@daero/statistics/distributions/normal';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { trialsOf } from './chunk.ts';
import { binomial, category, exponential, normal, normalMean, normalMeanAbove, poisson } from './draws.ts';
import { families } from './families.ts';
import { drawReaderStudy } from './families/roe-metz.ts';
import { parseGrid, scenariosOf } from './grid.ts';

const grid = parseGrid(JSON.parse(readFileSync(join(import.meta.dirname, '../grid.json'), 'utf8')));
const scenarios = unwrap(scenariosOf(grid, families, null));

test.each(scenarios)('$family $number gives an answer to every line', (scenario) => {
  const { lines, replicate } = trialsOf(scenario);
  const answers = replicate(randomStream(scenario.seed, 0));
  expect(answers).toHaveLength(lines.length);
  lines.forEach(({ counts, truth }, at) => {
    const answer = answers[at] ?? null;
    expect(Number.isFinite(truth)).toBe(true);
    if (answer === null) return; // a method may refuse a study
    if (counts === 'coverage')
      expect(answer).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
    else expect(answer).toSatisfy((p: number) => p >= 0 && p <= 2 && typeof p === 'number');
  });
});

describe('draws', () => {
  const mean = (draw: (random: ReturnType<typeof randomStream>) => number, n = 20_000): number => {
    const random = randomStream(11, 1);
    let total = 0;
    for (let i = 0; i < n; i += 1) total += draw(random);
    return total / n;
  };

  test.each([
    { name: 'normal', draw: normal, expected: 0, sd: 1 },
    {
      name: 'exponential',
      draw: (r: Parameters<typeof normal>[0]) => exponential(r, 2),
      expected: 0.5,
      sd: 0.5,
    },
    {
      name: 'poisson',
      draw: (r: Parameters<typeof normal>[0]) => poisson(r, 0.6),
      expected: 0.6,
      sd: Math.sqrt(0.6),
    },
    {
      name: 'binomial',
      draw: (r: Parameters<typeof normal>[0]) => binomial(r, 10, 0.3),
      expected: 3,
      sd: Math.sqrt(2.1),
    },
    {
      name: 'category',
      draw: (r: Parameters<typeof normal>[0]) => category(r, [0.5, 0.3, 0.2]),
      expected: 0.7,
      sd: Math.sqrt(0.61),
    },
  ])('$name has its mean', ({ draw, expected, sd }) => {
    expect(Math.abs(mean((random) => draw(random)) - expected)).toBeLessThan((4 * sd) / Math.sqrt(20_000));
  });

  test('means under the normal density are those known in closed form', () => {
    expect(normalMean((x) => x * x, 1, 2)).toBeCloseTo(5, 10);
    expect(normalMean((x) => normalCdf(x), 0.7, 1.3)).toBeCloseTo(normalCdf(0.7 / Math.sqrt(1 + 1.69)), 10);
    expect(normalMeanAbove(1, () => 1, 0.5, 2)).toBeCloseTo(1 - normalCdf(0.25), 7);
  });
});

test('the average reader of a drawn study has the area that was asked for', () => {
  const variances = {
    reader: 0.03,
    readerModality: 0.03,
    case: 0.3,
    caseModality: 0.3,
    readerCase: 0.2,
    error: 0.2,
  };
  const size = { readers: 4, diseased: 30, healthy: 30, blocks: 1 };
  const [studies, found] = [600, [0, 0]];
  const squares = [0, 0];
  for (let i = 0; i < studies; i += 1) {
    const values = cellFigures(drawReaderStudy(randomStream(5, i), [0.9, 0.75], variances, size), {
      of: 'auc',
    });
    for (const modality of [0, 1]) {
      const own = values.slice(4 * modality, 4 * modality + 4).reduce((sum, { value }) => sum + value / 4, 0);
      found[modality] = (found[modality] ?? 0) + own / studies;
      squares[modality] = (squares[modality] ?? 0) + (own * own) / studies;
    }
  }
  [0.9, 0.75].forEach((auc, modality) => {
    const sd = Math.sqrt((squares[modality] ?? NaN) - (found[modality] ?? NaN) ** 2);
    expect(Math.abs((found[modality] ?? NaN) - auc)).toBeLessThan((4 * sd) / Math.sqrt(studies));
  });
});
