import type { Estimate } from '@daero/domain/estimate';
import { printEstimate } from '@daero/domain/format/estimate';
import { formatMoney } from '@daero/domain/format/money';
import { formatNumber } from '@daero/domain/format/number';
import { formatFraction } from '@daero/domain/format/probability';
import { money } from '@daero/domain/money';
import type { Shape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { speakWarning } from '@daero/domain/words/speak';
import type { StrategyRow } from '@daero/economics/decision-tree/evaluate';
import { comparedStrategies, comparisonName } from '@daero/economics/decision-tree/model';
import type { EconomicModel, EconomicOutput } from '@daero/economics/model/economic-model';
import { figureOf } from '@daero/figures/figure-of';
import { language, print, tableText } from '../terminal.ts';

export const modelLabel: Text = {
  ko: '모형 하나를 한 번 계산한 것입니다. 사슬에 아무것도 들어가지 않으며, 근거로 쓸 수 없습니다.',
  en: 'One model, run once: nothing enters a chain, and it is evidence of nothing.',
};

const words = {
  conventions: { ko: '관례', en: 'Conventions' },
  strategies: { ko: '바탕 분석', en: 'Base case' },
  comparisons: { ko: '확률 분석', en: 'Probabilistic analysis' },
  information: { ko: '정보의 가치 (결정 하나, 지불의사', en: 'Value of information (a decision, at' },
  parameters: { ko: '모수', en: 'Parameters' },
  strategy: { ko: '대안', en: 'Strategy' },
  cost: { ko: '비용', en: 'Cost' },
  benefit: { ko: '순편익', en: 'Net benefit' },
  status: { ko: '경계', en: 'Frontier' },
  icer: { ko: '경계의 ICER', en: 'ICER on it' },
  perfect: { ko: '모두 알 때(EVPI)', en: 'all of them (EVPI)' },
  written: { ko: '쓴 파일', en: 'Written' },
  fewDraws: {
    ko: '추출이 2,000번보다 적어 정보의 가치를 말하지 않습니다.',
    en: 'With fewer than 2,000 draws the value of information is not told.',
  },
} as const satisfies Readonly<Record<string, Text>>;
const statuses: Readonly<Record<StrategyRow['status'], Text>> = {
  frontier: { ko: '경계', en: 'frontier' },
  'extendedly-dominated': { ko: '확장 열등', en: 'extendedly dominated' },
  dominated: { ko: '열등', en: 'dominated' },
};

const say = (text: Text): string => text[language];
export type Print = (amount: number) => string;
export const wonOf =
  (priceYear: number): Print =>
  (amount) =>
    formatMoney(money(amount, 'KRW', priceYear), language);
const heading = (text: string): void => print(`\n${text}`);

/** A model and what came out, for a person. */
export function tellModel(model: EconomicModel, output: EconomicOutput): void {
  const { title, perspective, priceYear, probabilistic, willingness } = model.model;
  const won = wonOf(priceYear);
  print(modelLabel);
  print(`\n${say(title)} · ${say(perspective)} · KRW ${priceYear}`);
  heading(say(words.conventions));
  for (const convention of output.conventions) print(`  ${say(convention)}`);
  heading(`${say(words.parameters)}: ${statesOf(output)}`);

  heading(say(words.strategies));
  const heads = [
    words.strategy,
    words.cost,
    { ko: 'QALY', en: 'QALYs' },
    words.benefit,
    words.status,
    words.icer,
  ];
  print(
    tableText([
      heads.map(say),
      ...output.strategies.map(({ label, cost, qaly, netBenefit, status, step }) => [
        ...[say(label), won(cost), formatNumber(qaly, 4), won(netBenefit), say(statuses[status])],
        step === null ? '—' : won(step.icer),
      ]),
    ]),
  );
  heading(`${say(words.comparisons)} (${formatNumber(probabilistic.draws, 0)}, seed ${probabilistic.seed})`);
  print(tableText(comparisonsOf(model, output)));
  tellInformation(output, willingness.stated, won);
  const told = [...output.warnings, ...Object.values(output.estimates).flatMap(({ warnings }) => warnings)];
  for (const warning of new Set(told.map((one) => speakWarning(one, language)))) print(`! ${warning}`);
}

/** How many parameters are estimates, literature, assumptions, derived. */
function statesOf({ parameters }: EconomicOutput): string {
  const names: Readonly<Record<EconomicOutput['parameters'][number]['state'], Text>> = {
    estimate: { ko: '추정값', en: 'estimates' },
    literature: { ko: '문헌', en: 'literature' },
    assumption: { ko: '가정', en: 'assumptions' },
    derived: { ko: '식', en: 'derived' },
  };
  const states = ['estimate', 'literature', 'assumption', 'derived'] as const;
  return states
    .map((state) => `${say(names[state])} ${parameters.filter((one) => one.state === state).length}`)
    .join(', ');
}

function comparisonsOf(
  { model }: EconomicModel,
  { estimates }: EconomicOutput,
): readonly (readonly string[])[] {
  const quantities = [
    ['incremental-cost', { ko: '증분 비용', en: 'incremental cost' }],
    ['incremental-qaly', { ko: '증분 QALY', en: 'incremental QALYs' }],
    ['net-benefit', { ko: '증분 순편익', en: 'incremental net benefit' }],
    ['icer', { ko: 'ICER', en: 'ICER' }],
    ['probability-cost-effective', { ko: '비용-효과적일 확률', en: 'probability cost-effective' }],
  ] as const;
  return comparedStrategies(model).flatMap((strategy) =>
    quantities.flatMap(([quantity, name]) => {
      const estimate = estimates[comparisonName(model, quantity, strategy)];
      const versus = `${say(strategy.label)} – ${say(model.reference.label)}`;
      return estimate === undefined ? [] : [[versus, say(name), printed(estimate)]];
    }),
  );
}

function printed(estimate: Estimate): string {
  const { value, interval } = printEstimate(estimate, language);
  return interval === null ? value : `${value} (95% ${interval})`;
}

function tellInformation({ shapes }: EconomicOutput, stated: number, won: Print): void {
  heading(`${say(words.information)} ${won(stated)}/QALY)`);
  const found = shapes.find((shape) => shape.shape === 'value-of-information');
  if (found?.shape !== 'value-of-information') {
    print(`  ${say(words.fewDraws)}`);
    return;
  }
  const widest = [...found.parameters].sort((a, b) => b.value - a.value).slice(0, 5);
  print(
    tableText([
      [say(words.perfect), won(found.perfect.value), ''],
      ...widest.map(({ parameter, value }) => [
        say(parameter),
        won(value),
        found.perfect.value > 0 ? formatFraction(value / found.perfect.value) : '—',
      ]),
    ]),
  );
}

/** What a figure shows, as its table: the same rows that stand behind it on a page. */
export function tellShape(shape: Shape): void {
  const { title, subtitle, notes, table } = figureOf(shape, language);
  print(modelLabel);
  print(`\n${title}\n${subtitle}\n`);
  print(
    tableText([
      table.columns.map((column) => column.title),
      ...table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
    ]),
  );
  for (const note of notes) print(`\n${note}`);
}

/** The same for a program. Draws stay out: they are many, and the seed makes them again. */
export const toldModel = ({ structure, model }: EconomicModel, output: EconomicOutput) => ({
  ...{ ok: true, chain: false, label: modelLabel, structure, title: model.title },
  ...{ perspective: model.perspective, currency: model.currency, priceYear: model.priceYear },
  ...{ probabilistic: model.probabilistic, willingness: model.willingness.stated },
  ...{ conventions: output.conventions, parameters: output.parameters, strategies: output.strategies },
  estimates: output.estimates,
  information: output.shapes.find((shape) => shape.shape === 'value-of-information') ?? null,
  warnings: output.warnings.map((warning) => ({
    ...warning,
    ko: speakWarning(warning, 'ko'),
    en: speakWarning(warning, 'en'),
  })),
});

export function tellWritten(written: readonly string[]): void {
  if (written.length > 0) print(`\n${say(words.written)}: ${written.join(', ')}`);
}
