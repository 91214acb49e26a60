import type { Text } from '@daero/domain/text';
import type { EconomicModel } from '@daero/economics/model/economic-model';
import type { ValueSetResults } from '@daero/economics/model/value-sets';
import type { ScenarioRow } from '@daero/economics/uncertainty/scenarios';
import { formatFraction } from '@daero/domain/format/probability';
import { language, print, tableText } from '../terminal.ts';
import { wonOf, type Print } from './model-words.ts';

const words = {
  scenarios: { ko: '시나리오: 기준 대안보다 늘어난 순편익', en: 'Scenarios: net benefit over the reference' },
  subgroups: {
    ko: '하위 집단: 기준 대안보다 늘어난 순편익',
    en: 'Subgroups: net benefit over the reference',
  },
  together: { ko: '모두 함께', en: 'all together' },
  best: { ko: '가장 나음', en: 'best' },
  apart: { ko: '집단마다 따로 고르는 값(한 사람)', en: 'Worth of choosing for each group (a person)' },
} as const satisfies Readonly<Record<string, Text>>;
const say = (text: Text): string => text[language];

/** Scenarios and subgroups of a model, where its file names any. */
export function tellValueSets({ model }: EconomicModel, { scenarios, subgroups }: ValueSetResults): void {
  const won = wonOf(model.priceYear);
  const heads = [
    '',
    ...model.strategies.map(({ name, label }) => say(name === model.reference.name ? words.best : label)),
  ];
  const labelOf = (name: string): string =>
    say(
      [...model.sets.scenarios, ...model.sets.subgroups].find((one) => one.name === name)?.label ??
        words.together,
    );
  const nameOf = (strategy: string): string =>
    say(model.strategies.find(({ name }) => name === strategy)?.label ?? { ko: strategy, en: strategy });
  const row = (scenario: ScenarioRow, share: string): readonly string[] => [
    `${labelOf(scenario.name)}${share}`,
    ...gains(scenario, model.reference.name, nameOf, won),
  ];
  if (scenarios.length > 0) {
    print(`\n${say(words.scenarios)}`);
    print(tableText([heads, ...scenarios.map((scenario) => row(scenario, ''))]));
  }
  if (subgroups === null) return;
  print(`\n${say(words.subgroups)}`);
  const rows = subgroups.subgroups.map((group) => row(group, ` (${formatFraction(group.share)})`));
  print(tableText([heads, ...rows, row(subgroups.together, '')]));
  print(`${say(words.apart)}: ${won(subgroups.stratification)}`);
}

/** In the place of the reference, whose gain is 0, stands which strategy is best. */
const gains = (
  { strategies, best }: ScenarioRow,
  reference: string,
  nameOf: (strategy: string) => string,
  won: Print,
): readonly string[] =>
  strategies.map(({ strategy, gain }) => (strategy === reference ? nameOf(best) : won(gain)));
