import { formatInstant } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { instant, isInstant } from '@daero/domain/time';
import { lazy, Suspense, type ReactElement } from 'react';
import type { NodeEstimate, Project } from '../api-types.ts';
import { figureOfNode } from '../chain/node-figure.ts';
import { shortHash } from '../figure/figure-facts.ts';
import { Figure } from '../figure/figure.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Failed, Loading, Stale } from '../parts/blank.tsx';
import { ParticipantFlow } from '../parts/participant-flow.tsx';
import { nameBelow, warningsOf, type AnalysisResult } from './analyses.ts';
import './results.css';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

type Props = {
  readonly result: AnalysisResult;
  readonly estimates: readonly NodeEstimate[];
  readonly project: Project;
  /** `t` switches the first plot of this section. */
  readonly keyed: boolean;
  readonly onOpen: (node: string) => void;
};

/** One question of the plan: who answered it, the numbers, what to know before reading them, the plots. */
export function AnalysisSection({ result, estimates, project, keyed, onOpen }: Props): ReactElement {
  const { language, say, text } = useWords();
  const { node, flows, plots, atSite } = result;
  if (node.status === 'failed')
    return (
      <Failed
        trouble={{
          happened: node.why === null ? say('results.failed') : text(node.why),
          where: node.id,
          todo: say('results.failedTodo'),
          code: shortHash(node.hash),
        }}
      />
    );
  const empty = result.estimates.length === 0 && plots.length === 0 && atSite === 0;
  const body = (
    <div className="result">
      <Lead result={result} estimates={estimates} onOpen={onOpen} />
      <Warnings result={result} />
      {flows.map((flow) => (
        <ParticipantFlow key={flow.label.en} flow={flow} />
      ))}
      {result.estimates.length > 0 && (
        <EstimateTable result={result} estimates={estimates} project={project} onOpen={onOpen} />
      )}
      {plots.length > 0 && (
        <Suspense fallback={<Loading rows={8} what={say('results.plots', { name: text(node.label) })} />}>
          <div className="plots">
            {plots.map((shape, at) => (
              <PlotFrame
                key={`${shape.shape} ${at}`}
                node={node.hash}
                shape={shape}
                demonstration={project.generated}
                keyed={keyed && at === 0}
                computing={node.status === 'computing'}
              />
            ))}
          </div>
        </Suspense>
      )}
      {atSite > 0 && (
        <div className="blank blank-suppressed">
          <p>
            <Glyph name="suppressed" /> {say('results.atSite', { plots: atSite })}
          </p>
        </div>
      )}
      {empty && <Empty what={say('results.nothing')} why={say('results.nothingWhy')} />}
    </div>
  );
  if (node.status !== 'stale' || empty) return body;
  const at =
    project.builtAt !== null && isInstant(project.builtAt)
      ? formatInstant(instant(project.builtAt), language)
      : '—';
  return (
    <Stale age={say('results.staleAge', { at })} cause={say('results.staleCause')}>
      {body}
    </Stale>
  );
}

/** By which method, of how many, after which publication, and the way to the lineage. */
function Lead({
  result: { node, estimates: own },
  estimates,
  onOpen,
}: Omit<Props, 'project' | 'keyed'>): ReactElement {
  const { say, text } = useWords();
  const n = node.facts['n'];
  const sources = [
    ...new Set(own.flatMap(({ hash }) => estimates.find((one) => one.node === hash)?.estimate?.source ?? [])),
  ];
  return (
    <dl className="result-lead t-dense">
      {node.method !== null && (
        <div>
          <dt>{say('results.method')}</dt>
          <dd>{text(node.method)}</dd>
        </div>
      )}
      {typeof n === 'number' && (
        <div>
          <dt>{say('results.people')}</dt>
          <dd className="nowrap">n {formatCount(n)}</dd>
        </div>
      )}
      {sources.length > 0 && (
        <div>
          <dt>{say('results.from')}</dt>
          <dd lang="en">{sources.join(' · ')}</dd>
        </div>
      )}
      <div>
        <dt>{say('results.node')}</dt>
        <dd>
          <button
            type="button"
            className="row-open hash"
            aria-label={say('results.openLineage', { name: text(node.label) })}
            onClick={() => onOpen(node.hash)}
          >
            {shortHash(node.hash)}
          </button>
        </dd>
      </div>
    </dl>
  );
}

function Warnings({ result }: { readonly result: AnalysisResult }): ReactElement | null {
  const { say, text } = useWords();
  const warnings = warningsOf(result);
  const heading = text(result.node.label);
  if (warnings.length === 0) return null;
  return (
    <div className="result-warnings t-dense">
      <p className="strong role-warn">
        <Glyph name="stale" /> {say('results.warnings')}
      </p>
      <ul>
        {warnings.map(({ warning, of }) => (
          <li key={warning.en}>
            {of.length > 0 && (
              <span className="strong">
                {of.map(({ label }) => nameBelow(text(label), heading)).join(', ')}:{' '}
              </span>
            )}
            {text(warning)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each estimate as a live figure, with the form of its interval. */
function EstimateTable({
  result: { node, estimates: own },
  estimates,
  project,
  onOpen,
}: Omit<Props, 'keyed'>): ReactElement {
  const { say, text } = useWords();
  const caption = say('results.caption', { name: text(node.label) });
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="tbl">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('results.name')}</th>
            <th scope="col">{say('results.estimate')}</th>
            <th scope="col">{say('results.how')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((one) => {
            const estimate = estimates.find(({ node: of }) => of === one.hash)?.estimate;
            const figure = figureOfNode(one, project, estimate);
            return (
              <tr key={one.hash}>
                <th scope="row">{nameBelow(text(one.label), text(node.label))}</th>
                <td>
                  {figure === null ? (
                    <span className="quiet">— {one.why === null ? '' : text(one.why)}</span>
                  ) : (
                    <Figure facts={figure} onOpen={onOpen} />
                  )}
                </td>
                <td className="quiet">{one.method === null ? '—' : text(one.method)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
