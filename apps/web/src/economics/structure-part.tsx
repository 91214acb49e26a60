import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { PlotFrame } from '../plot/plot-frame.tsx';
import type { Computed } from './engine.ts';
import { Part } from './part.tsx';

/** The structure as the file states it, and the conventions that its numbers hold under. */
export function StructurePart({
  base,
  node,
  demonstration,
}: {
  readonly base: Computed;
  readonly node: string | null;
  readonly demonstration: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const drawings = base.output.shapes.filter(({ shape }) => shape === 'model-structure');
  return (
    <>
      <Part id="model-drawn" title={say('model.drawn')}>
        <div className="plots">
          {drawings.map((shape) => (
            <PlotFrame key={shape.shape} shape={shape} node={node} demonstration={demonstration} keyed />
          ))}
        </div>
      </Part>
      <Part id="model-conventions" title={say('model.conventions')}>
        <ul className="model-list">
          {base.output.conventions.map((convention) => (
            <li key={convention.en}>{text(convention)}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}
