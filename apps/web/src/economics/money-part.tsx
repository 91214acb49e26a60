import type { BesideView } from '@daero/api/schemas/model';
import type { CashFlowShape } from '@daero/domain/shape';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Failed, Loading } from '../parts/blank.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import type { Answered, EngineClient, Engines } from './engine-client.ts';
import type { BudgetView } from './engine.ts';
import { NotInChain } from './controls.tsx';
import { Part } from './part.tsx';

/** A file beside the model, computed in the worker; null while it is, or where there is none. */
export function useBeside<Value>(
  beside: BesideView | null,
  engines: Engines | null,
  ask: (engine: EngineClient, content: Parameters<EngineClient['budget']>[0]) => Promise<Answered<Value>>,
): Answered<Value> | null {
  const [found, setFound] = useState<Answered<Value> | null>(null);
  useEffect(() => {
    if (beside === null || engines === null || !('content' in beside)) return;
    let left = false;
    void ask(engines.slow, beside.content).then((answered) => {
      if (!left) setFound(answered);
    });
    return () => {
      left = true;
    };
  }, [beside, engines, ask]);
  return found;
}

/** The payer's budget and the hospital's case: side by side, never added. */
export function MoneyPart({
  budget,
  hospital,
  demonstration,
}: {
  readonly budget: { readonly file: BesideView | null; readonly found: Answered<BudgetView> | null };
  readonly hospital: { readonly file: BesideView | null; readonly found: Answered<CashFlowShape> | null };
  readonly demonstration: boolean;
}): ReactElement {
  const { say } = useWords();
  return (
    <>
      <p className="t-dense">
        <NotInChain /> · {say('model.apart')}
      </p>
      <Part id="model-budget" title={say('model.budget')}>
        <Beside {...budget} none={say('model.noBudget')} name="budget.yaml">
          {({ shape }) => (
            <div className="plots">
              <PlotFrame shape={shape} node={null} demonstration={demonstration} />
            </div>
          )}
        </Beside>
      </Part>
      <Part id="model-hospital" title={say('model.hospital')}>
        <Beside {...hospital} none={say('model.noHospital')} name="hospital.yaml">
          {(shape) => (
            <div className="plots">
              <PlotFrame shape={shape} node={null} demonstration={demonstration} />
            </div>
          )}
        </Beside>
      </Part>
    </>
  );
}

function Beside<Value>({
  file,
  found,
  none,
  name,
  children,
}: {
  readonly file: BesideView | null;
  readonly found: Answered<Value> | null;
  readonly none: string;
  readonly name: string;
  readonly children: (value: Value) => ReactNode;
}): ReactElement {
  const { say, text } = useWords();
  if (file === null) return <Empty what={none} why={say('model.besideWhy', { file: name })} />;
  if ('trouble' in file)
    return (
      <Failed trouble={{ happened: text(file.trouble), where: file.file, todo: null, code: 'model-field' }} />
    );
  if (found === null) return <Loading what={file.file} />;
  if (!found.ok)
    return (
      <Failed
        trouble={{
          happened: text(found.trouble.said),
          where: file.file,
          todo: null,
          code: found.trouble.kind,
        }}
      />
    );
  return (
    <>
      <p className="t-dense quiet">
        <Glyph name="document" /> <code>{file.file}</code>
      </p>
      {children(found.value)}
    </>
  );
}
