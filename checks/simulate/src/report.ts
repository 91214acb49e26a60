import { families } from './families.ts';
import type { Standing } from './family.ts';
import type { Grid } from './grid.ts';
import type { Row, Verdict } from './verdict.ts';

const percent = (x: number): string => `${(100 * x).toFixed(1)}`;
const shown = (x: number): string => String(Number(x.toPrecision(4)));

const verdicts: Readonly<Record<Verdict, string>> = {
  within: 'within · 범위 안',
  conservative: 'conservative · 보수적',
  liberal: 'liberal · 반보수적',
  more: 'more than planned · 계획보다 높음',
  less: 'less than planned · 계획보다 낮음',
};

const standings: Readonly<Record<Standing, string>> = {
  default: 'default · 기본',
  exact: 'exact · 정확',
  asymptotic: 'asymptotic · 점근',
  other: 'other · 그 밖',
};

const counted: Readonly<Record<Row['counts'], string>> = {
  coverage: 'coverage',
  'type-1-error': 'type I error',
  power: 'power',
};

/** A default form in plain words; any other in brackets, since it is not held to the band. */
const verdictOf = ({ judged, verdict }: Row): string =>
  !judged ? `(${verdicts[verdict]})` : verdict === 'within' ? verdicts.within : `**${verdicts[verdict]}**`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The table that is published: nothing in it depends on the machine, the day or the number of workers. */
export function report(grid: Grid, replications: number, rows: readonly Row[]): string {
  const { coverage, 'type-1-error': error, power } = grid.bands;
  const of = (family: string) => rows.filter(({ scenario }) => scenario.family === family);
  const out = rows.filter(({ judged, verdict }) => judged && verdict !== 'within');
  const known = families.filter(({ name }) => of(name).length > 0);
  return `# Simulation · 모의실험

Does a 95 % interval hold the truth in 95 of 100 studies, and does a test reject a true hypothesis in 5 of 100? ${replications.toLocaleString('en')} studies were drawn from a known truth for each
scenario of [checks/simulate/grid.json](../checks/simulate/grid.json), which was fixed before the first run. The **default** form of each family, the one a plan gets that names nothing, is held to a band:
coverage ${percent(coverage[0])} to ${percent(coverage[1])} %, type I error ${percent(error[0])} to ${percent(error[1])} %, power from ${percent(-power[0])} points below to ${percent(power[1])} points above what was planned.
Exact, asymptotic and other published forms are there for comparison: their verdict stands in brackets and is not held against them. Behind each rate stands its Monte-Carlo standard error; ${fewerOf(grid)}
A rate that lies within two of these errors of an edge may belong on either side of it. Studies for which a method gave no answer are counted apart. \`npm run simulate\` makes this page again, number for number, from seed ${grid.seed}.

95 % 신뢰구간이 연구 100건 중 95건에서 참값을 담는지, 검정이 참인 가설을 100건 중 5건만 기각하는지를 봅니다. 첫 실행 전에 정해 둔 [grid.json](../checks/simulate/grid.json)의 시나리오마다 참값을 아는 연구
${replications.toLocaleString('en')}건을 뽑았습니다. 계획에서 따로 정하지 않을 때 쓰이는 **기본** 형식만 범위(포함률 ${percent(coverage[0])}-${percent(coverage[1])} %, 제1종 오류 ${percent(error[0])}-${percent(error[1])} %, 검정력은 계획보다 ${percent(-power[0])}점 낮은 데서 ${percent(power[1])}점 높은 데까지)로 판정하고,
정확·점근 등 다른 형식은 나온 대로 괄호 안에 싣습니다. 각 비율 뒤는 몬테카를로 표준오차이며, 범위의 끝에서 그 두 배 안에 있는 비율은 어느 쪽인지 가려지지 않습니다. 오래 걸리는 방법군은 연구 수가 적습니다. 답이 나오지 않은 연구는 따로 셉니다.

${table(
  [
    'family',
    '',
    'scenarios',
    'default lines',
    'within',
    'conservative',
    'liberal',
    'power more',
    'power less',
  ],
  known.map(({ name, title }) => {
    const judged = of(name).filter((row) => row.judged);
    const count = (verdict: Verdict): string =>
      String(judged.filter((row) => row.verdict === verdict).length);
    const scenarios = new Set(of(name).map(({ scenario }) => scenario.number)).size;
    return [
      `[${title.en}](#${name})`,
      title.ko,
      String(scenarios),
      String(judged.length),
      ...(['within', 'conservative', 'liberal', 'more', 'less'] as const).map(count),
    ];
  }),
)}

## Outside the band · 범위 밖

${
  out.length === 0
    ? 'No default form lies outside its band. 범위를 벗어난 기본 형식은 없습니다.'
    : table(
        ['family', 'scenario', 'quantity', 'form', 'counted', 'rate, %', 'verdict'],
        out.map((row) => [
          `[${row.scenario.family}](#${row.scenario.family})`,
          String(row.scenario.number),
          row.quantity,
          row.form,
          counted[row.counts],
          rateOf(row),
          verdictOf(row),
        ]),
      )
}

${known.map(({ name, title, model }) => `## ${name}\n\n**${title.en} · ${title.ko}.** ${model.en} ${model.ko}\n\n${familyTables(of(name))}`).join('\n\n')}
`;
}

const fewerOf = ({ fewer }: Grid): string =>
  `${Object.entries(fewer)
    .map(([family, most]) => `${family} has ${most.toLocaleString('en')} studies, since its fits take long`)
    .join('; ')}.`;

const rateOf = ({ rate, monteCarloError }: Row): string =>
  Number.isFinite(rate) ? `${(100 * rate).toFixed(2)} ± ${(100 * monteCarloError).toFixed(2)}` : '';

function familyTables(rows: readonly Row[]): string {
  const numbers = [...new Set(rows.map(({ scenario }) => scenario.number))];
  return numbers
    .map((number) => {
      const own = rows.filter(({ scenario }) => scenario.number === number);
      return `${number}. ${settingsOf(own[0]?.scenario.settings)}\n\n${table(
        ['quantity', 'form', '', 'true', 'counted', 'rate, %', 'mean width', 'no answer', 'verdict'],
        own.map((row) => [
          row.quantity,
          row.form,
          standings[row.standing],
          shown(row.truth),
          counted[row.counts],
          rateOf(row),
          row.width === null ? '' : shown(row.width),
          row.unanswered === 0 ? '' : String(row.unanswered),
          verdictOf(row),
        ]),
      )}`;
    })
    .join('\n\n');
}

/** Settings as they stand in the grid, on one line. */
function settingsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(settingsOf).join(' / ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, of]) =>
      typeof of === 'object' && !Array.isArray(of)
        ? `${name} (${settingsOf(of)})`
        : `${name} ${settingsOf(of)}`,
    )
    .join(', ');
}
