import type { ReactElement } from 'react';
import { useWords } from '../../i18n.ts';
import { DetailPage } from '../../patterns/patterns.tsx';
import './design.css';
import {
  Blanks,
  Clocks,
  Controls,
  Demo,
  Figures,
  Flows,
  Gates,
  Layers,
  LineageSample,
  Money,
  Parameters,
  Plots,
  Roads,
  Runs,
  Seals,
  Slider,
  Sources,
  Trail,
} from './parts-part.tsx';
import { Patterns } from './patterns-part.tsx';
import { ChartColours, Colours, Glyphs, SpaceScale, TypeScale } from './tokens-part.tsx';

const sections = [
  ['colours', <Colours />],
  ['charts', <ChartColours />],
  ['type', <TypeScale />],
  ['space', <SpaceScale />],
  ['glyphs', <Glyphs />],
  ['controls', <Controls />],
  ['figure', <Figures />],
  ['source', <Sources />],
  ['clocks', <Clocks />],
  ['road', <Roads />],
  ['gates', <Gates />],
  ['layers', <Layers />],
  ['lineage', <LineageSample />],
  ['seals', <Seals />],
  ['runs', <Runs />],
  ['flow', <Flows />],
  ['plot', <Plots />],
  ['parameters', <Parameters />],
  ['slider', <Slider />],
  ['money', <Money />],
  ['trail', <Trail />],
  ['demo', <Demo />],
  ['blanks', <Blanks />],
  ['patterns', <Patterns />],
] as const;

/** Every token, component and state, in the language and scheme chosen above. */
export function DesignPage(): ReactElement {
  const { say } = useWords();
  return (
    <DetailPage
      head={{ title: say('design.title'), state: say('design.state') }}
      sections={sections.map(([id, body]) => ({ id, title: say(`design.${id}`), body }))}
    />
  );
}
