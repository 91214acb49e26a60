import { formatCount } from '@daero/domain/format/number';
import type { FlowShape } from '@daero/domain/shape';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

/** People from stage to stage, with who left and why. A sum that does not close is a box of its own. */
export function ParticipantFlow({ flow }: { readonly flow: FlowShape }): ReactElement {
  const { say, text } = useWords();
  return (
    <figure className="flow" aria-label={say('flow.caption')}>
      <ol>
        {flow.stages.map((stage, at) => {
          const next = flow.stages[at + 1];
          const gone = stage.left.reduce((sum, reason) => sum + reason.n, 0);
          const gap = next === undefined ? 0 : stage.n - gone - next.n;
          return (
            <li key={stage.label.en} className="flow-stage">
              <div className="flow-box">
                <span>{text(stage.label)}</span>
                <span className="strong nowrap">
                  {formatCount(stage.n)} <span className="faint t-meta">{text(flow.unit)}</span>
                </span>
              </div>
              {(stage.left.length > 0 || gap !== 0) && (
                <div className="flow-side">
                  {stage.left.length > 0 && (
                    <div className="flow-left t-dense">
                      <p className="strong">{say('flow.left', { count: formatCount(gone) })}</p>
                      <ul>
                        {stage.left.map((reason) => (
                          <li key={reason.reason.en} className="row spread">
                            <span>{text(reason.reason)}</span> <span>{formatCount(reason.n)}</span>
                          </li>
                        ))}
                      </ul>
                    </div>
                  )}
                  {gap !== 0 && (
                    <p className="flow-gap t-dense role-bad">
                      <Glyph name="failed" /> {say('flow.gap', { count: formatCount(gap) })}
                    </p>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
