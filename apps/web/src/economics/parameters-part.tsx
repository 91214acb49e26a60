import type { EconomicModelView } from '@daero/api/schemas/model';
import { jsonField, textField, type Json } from '@daero/domain/canonical';
import type { ParameterRow as EngineRow } from '@daero/economics/decision-tree/parameter-rows';
import type { EstimateUnit } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { ReactElement } from 'react';
import type { FigureFacts, FigureState } from '../figure/figure-facts.ts';
import { useWords } from '../i18n.ts';
import { ParameterTable, type ParameterOrigin, type ParameterRow } from '../parts/parameter-table.tsx';
import type { Computed } from './engine.ts';
import { Part } from './part.tsx';
import { unitWords } from './slides.ts';

/** Every parameter with its distribution, unit and source; a parameter without a value keeps its row. */
export function ParametersPart({
  view,
  base,
  shown,
  state,
}: {
  readonly view: EconomicModelView;
  /** As the file states them; null where an estimate is missing. */
  readonly base: Computed | null;
  /** As computed on this page, values set by hand among them. */
  readonly shown: Computed | null;
  readonly state: FigureState;
}): ReactElement {
  const { say } = useWords();
  const rows = rowsOf(view, base, shown, state);
  const count = (is: ParameterOrigin['is']): number => rows.filter(({ origin }) => origin.is === is).length;
  return (
    <Part id="model-parameters" title={say('model.parameters')}>
      <p className="t-dense">
        {say('model.gaps', {
          all: rows.length,
          bound: count('bound'),
          literature: count('literature'),
          assumption: count('assumption'),
          derived: count('derived'),
          missing: count('missing'),
        })}
      </p>
      <ParameterTable rows={rows} caption={say('model.parameters')} />
    </Part>
  );
}

function rowsOf(
  view: EconomicModelView,
  base: Computed | null,
  shown: Computed | null,
  state: FigureState,
): readonly ParameterRow[] {
  if (base === null) return definitionsOf(view.model).map((definition) => fromFile(definition, view));
  const now = new Map((shown ?? base).output.parameters.map((row) => [row.name, row]));
  const nodes = new Map(view.parameters.map(({ name, node }) => [name, node]));
  return base.output.parameters.map((row) => {
    const current = now.get(row.name) ?? row;
    const changed = current.value !== row.value && row.state !== 'derived';
    const node = nodes.get(row.name) ?? null;
    return {
      name: row.name,
      label: row.label,
      unit: unitText(row.unit),
      kind: scaleOf(row.kind),
      figure: figureOf(current, changed ? null : node, changed ? 'assumption' : stateOf(row, state)),
      base: changed ? figureOf({ ...row, low: null, high: null }, node, stateOf(row, state)) : null,
      origin: changed ? { is: 'assumption', by: '' } : originOf(row, view),
      changedOn: null,
      distribution: changed ? null : row.distribution,
      statement: statementOf(current),
    };
  });
}

/** The state stands beside it as a word, so it is not said again in front of the statement. */
const statementOf = ({ source, state }: EngineRow): Text => {
  const rest = (text: string): string =>
    state === 'assumption' || state === 'derived' ? text.slice(text.indexOf(': ') + 2) : text;
  return { ko: rest(source.ko), en: rest(source.en) };
};

const unitText = (unit: string): Text => ({ ko: unitWords(unit, 'ko'), en: unitWords(unit, 'en') });

const scaleOf = (kind: EngineRow['kind']): ParameterRow['kind'] =>
  kind === 'probability' || kind === 'cost' || kind === 'utility' ? kind : 'other';

/** What is computed from assumptions is no surer than they are. */
const stateOf = ({ state }: EngineRow, given: FigureState): FigureState =>
  state === 'assumption' || state === 'derived' ? 'assumption' : given;

const unitsOfKind: Readonly<Record<EngineRow['kind'], EstimateUnit>> = {
  probability: 'probability',
  utility: 'probability',
  cost: 'KRW',
  qaly: 'QALY',
  duration: 'days',
  count: 'count',
  rate: 'ratio',
  ratio: 'ratio',
  'hazard-ratio': 'ratio',
  'odds-ratio': 'ratio',
  'relative-risk': 'ratio',
  coefficient: 'ratio',
};

const figureOf = (row: EngineRow, node: string | null, state: FigureState): FigureFacts => ({
  label: row.label,
  value: row.value,
  low: row.low,
  high: row.high,
  level: 0.95,
  unit: unitsOfKind[row.kind],
  n: null,
  state,
  condition: { is: 'ready' },
  node,
  intervalKind: 'uncertainty',
  method: row.source,
});

function originOf(row: EngineRow, view: EconomicModelView): ParameterOrigin {
  switch (row.state) {
    case 'estimate': {
      const bound = view.estimates.find(({ id }) => id === row.estimateId);
      return bound === undefined ? { is: 'missing' } : { is: 'bound', node: bound.node };
    }
    case 'literature':
      return { is: 'literature', source: null };
    case 'assumption':
      return { is: 'assumption', by: '' };
    case 'derived':
      return { is: 'derived' };
  }
}

const definitionsOf = (model: Json): readonly Json[] => {
  const list = jsonField(model, 'parameters');
  return Array.isArray(list) ? (list as readonly Json[]) : [];
};

/** Where the model cannot be run: what the file alone says. */
function fromFile(definition: Json, view: EconomicModelView): ParameterRow {
  const name = textField(definition, 'name') ?? '';
  const label = jsonField(definition, 'label');
  const estimate = textField(jsonField(definition, 'source'), 'estimate');
  const bound = view.estimates.find(({ id }) => id === estimate);
  const origin = (): ParameterOrigin => {
    if (estimate !== null)
      return bound === undefined || bound.estimate === null
        ? { is: 'missing' }
        : { is: 'bound', node: bound.node };
    if (textField(definition, 'expression') !== null) return { is: 'derived' };
    return jsonField(jsonField(definition, 'source'), 'literature') === undefined
      ? { is: 'assumption', by: '' }
      : { is: 'literature', source: null };
  };
  return {
    name,
    label: { ko: textField(label, 'ko') ?? name, en: textField(label, 'en') ?? name },
    unit: unitText(textField(definition, 'unit') ?? ''),
    kind: 'other',
    figure: null,
    base: null,
    origin: origin(),
    changedOn: null,
  };
}
