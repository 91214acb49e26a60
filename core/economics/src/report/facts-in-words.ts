import { formatNumber, trimZeros } from '@daero/domain/format/number';
import { type ValueOfInformationShape } from '@daero/domain/model-shape';
import { type Text } from '@daero/domain/text';
import { type ParameterRow } from '../decision-tree/parameter-rows.ts';
import { type ReportFacts } from './reporting-item.ts';

export const same = (text: string): Text => ({ ko: text, en: text });
export const t = (ko: string, en: string): Text => ({ ko, en });
export const dash = same('–');
export const joined = (texts: readonly Text[], by = ', '): Text => ({
  ko: texts.map(({ ko }) => ko).join(by),
  en: texts.map(({ en }) => en).join(by),
});

/** A number of a model in as many digits as are read. */
export const plain = (x: number): string => {
  const size = Math.abs(x);
  return trimZeros(formatNumber(x, size >= 1000 ? 0 : size >= 1 ? 3 : 6));
};

export const structureWords: Readonly<Record<ReportFacts['model']['structure'], Text>> = {
  'decision-tree': t('의사결정나무', 'decision tree'),
  cohort: t('코호트 상태전이 모형', 'cohort state-transition model'),
  'partitioned-survival': t('분할 생존 모형', 'partitioned survival model'),
  individual: t('개인 단위 연속시간 모형', 'individual continuous-time model'),
};

const stateWords: Readonly<Record<ParameterRow['state'], Text>> = {
  estimate: t('추정값', 'estimate'),
  literature: t('문헌', 'literature'),
  assumption: t('가정', 'assumption'),
  derived: t('식', 'derived'),
};
export const stateOf = ({ state }: ParameterRow): Text => stateWords[state];

export const countOf = ({ output }: ReportFacts, state: ParameterRow['state']): number =>
  output.parameters.filter((row) => row.state === state).length;

export const uncertainOf = ({ output }: ReportFacts): readonly ParameterRow[] =>
  output.parameters.filter(({ distribution }) => distribution !== null);

export const strategiesOf = ({ output }: ReportFacts): Text =>
  joined(output.strategies.map(({ label }) => label));

export const informationOf = ({ output }: ReportFacts): ValueOfInformationShape | null =>
  output.shapes.find((shape): shape is ValueOfInformationShape => shape.shape === 'value-of-information') ??
  null;

/** What stands in the structure, by name. */
export function structureOf({ model }: ReportFacts): Text {
  if (model.structure === 'decision-tree') {
    const { strategies } = model.model;
    return t(`선택 ${strategies.length}가지`, `${strategies.length} choices`);
  }
  const states = joined(
    model.structure === 'cohort' ? model.model.stateLabels : model.model.states.map(({ label }) => label),
  );
  return t(`상태: ${states.ko}`, `states: ${states.en}`);
}
