import { formatMoney } from '@daero/domain/format/money';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { Empty, Failed, Loading } from '../parts/blank.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import type { Answered } from './engine-client.ts';
import type { Further } from './engine-further.ts';
import { CheckTable, EquityTable, GainTable, TurningTable } from './further-tables.tsx';
import { Part } from './part.tsx';

/** What the file asks besides base case and draws: thresholds, grids, scenarios, subgroups, equity; and the battery. */
export function SensitivityPart({
  found,
  computing,
  file,
  demonstration,
}: {
  readonly found: Answered<Further> | null;
  readonly computing: boolean;
  readonly file: string;
  readonly demonstration: boolean;
}): ReactElement {
  const { language, say, text } = useWords();
  if (found === null) return <Loading rows={10} what={say('model.view.sensitivity')} />;
  if (!found.ok) {
    const { said, kind } = found.trouble;
    return <Failed trouble={{ happened: text(said), where: file, todo: null, code: kind }} />;
  }
  const further = found.value;
  const { grids, scenarios, subgroups, equity } = further.results;
  const asked = (there: boolean, field: string, body: ReactNode): ReactNode =>
    there ? body : <Empty what={say('analyses.notAsked')} why={say('analyses.notAskedWhy', { field })} />;
  const apart = formatMoney(
    { amount: subgroups?.stratification ?? 0, currency: 'KRW', priceYear: further.priceYear },
    language,
  );
  return (
    <>
      <Part id="analyses-turning" title={say('analyses.turning')}>
        <TurningTable further={further} />
      </Part>
      <Part id="analyses-grids" title={say('analyses.grids')}>
        {asked(
          grids.length > 0,
          'twoWay',
          <div className="plots">
            {grids.map((shape) => (
              <PlotFrame
                key={shape.label.en}
                shape={shape}
                node={null}
                computing={computing}
                demonstration={demonstration}
              />
            ))}
          </div>,
        )}
      </Part>
      <Part id="analyses-scenarios" title={say('analyses.scenarios')}>
        {asked(
          scenarios.length > 0,
          'scenarios',
          <>
            <GainTable
              further={further}
              name={say('analyses.scenarios')}
              rows={scenarios}
              first={say('analyses.scenario')}
              shares={null}
            />
            <p className="t-dense quiet">{say('analyses.scenariosWhy')}</p>
          </>,
        )}
      </Part>
      <Part id="analyses-subgroups" title={say('analyses.subgroups')}>
        {asked(
          subgroups !== null,
          'subgroups',
          subgroups !== null && (
            <>
              <GainTable
                further={further}
                name={say('analyses.subgroups')}
                rows={[...subgroups.subgroups, subgroups.together]}
                first={say('analyses.group')}
                shares={[...subgroups.subgroups.map(({ share }) => share), null]}
              />
              <p className="t-dense">{say('analyses.apart', { value: apart })}</p>
            </>
          ),
        )}
      </Part>
      <Part id="analyses-equity" title={say('analyses.equity')}>
        {asked(equity !== null, 'equity', <EquityTable further={further} />)}
      </Part>
      <Part id="analyses-checks" title={say('analyses.checks')}>
        <CheckTable further={further} />
      </Part>
    </>
  );
}
