import { formatInstant } from '@daero/domain/format/date';
import { instant, isInstant } from '@daero/domain/time';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { ChainNode, NodeShape, Project } from '../api-types.ts';
import '../chain/chain.css';
import { lineage } from '../chain/lineage.ts';
import { figureOfNode } from '../chain/node-figure.ts';
import { NodeFacts } from '../chain/node-panel.tsx';
import { Figure } from '../figure/figure.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { ParticipantFlow } from '../parts/participant-flow.tsx';
import type { PageHead } from '../patterns/page-header.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import '../plot/plot.css';
import { questions } from '../questions.ts';
import { analysesOf, claimedEstimates, type AnalysisResult } from '../results/analyses.ts';
import { AnalysisSection } from '../results/analysis-section.tsx';
import { SidePanel } from '../shell/side-panel.tsx';
import './pages.css';
import { ProjectStatusMark, sealOf } from './work-page.tsx';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

/** Who was studied, then every analysis of the plan with its numbers and plots: the same that the dossier prints. */
export function ResultsPage({ project }: { readonly project: Project }): ReactElement {
  const { text, say } = useWords();
  const search = useSearch({ from: '/projects/$project/results' });
  const navigate = useNavigate({ from: '/projects/$project/results' });
  const built = project.status !== 'never';
  const chain = useQuery({ ...questions.chain(project.id), enabled: built });
  const shapes = useQuery({ ...questions.shapes(project.id), enabled: built });
  const estimates = useQuery({ ...questions.estimates(project.id), enabled: built });
  const walked = useMemo(() => lineage(chain.data?.nodes ?? []), [chain.data]);
  const results = useMemo(
    () => analysesOf(chain.data?.nodes ?? [], shapes.data ?? []),
    [chain.data, shapes.data],
  );
  const head = useHead(project, results, chain.data?.nodes ?? []);
  const open = (node: string | undefined): void =>
    void navigate({ search: (old) => ({ ...old, node }), replace: true });
  const chosen = search.node === undefined ? undefined : walked.nodes.get(search.node);
  const drawer =
    chosen === undefined ? undefined : (
      <SidePanel title={text(chosen.label)} of={chosen.hash} onClose={() => open(undefined)}>
        <NodeFacts node={chosen} chain={walked} project={project} onOpen={open} plots={false} />
      </SidePanel>
    );
  const alone = (body: ReactElement): ReactElement => (
    <DetailPage head={head(open)} sections={[{ id: 'results', title: say('results.title'), body }]} />
  );

  if (!built) return alone(<Empty what={say('chain.neverBuilt')} why={say('chain.neverWhy')} />);
  const trouble = [chain, shapes, estimates].find(({ isError }) => isError);
  if (trouble?.error)
    return alone(<QueryTrouble error={trouble.error} onRetry={() => void trouble.refetch()} />);
  if (chain.data === undefined || shapes.data === undefined || estimates.data === undefined)
    return alone(<Loading rows={10} what={say('results.title')} />);

  const given = estimates.data;
  const sections: readonly Section[] = [
    {
      id: 'flow',
      title: say('results.flow'),
      body: <Populations nodes={chain.data.nodes} shapes={shapes.data} project={project} />,
    },
    ...results.map((result, at) => ({
      id: result.node.id.replace(':', '-'),
      title: text(result.node.label),
      body: (
        <AnalysisSection result={result} estimates={given} project={project} keyed={at === 0} onOpen={open} />
      ),
    })),
  ];
  return <DetailPage head={head(open)} drawer={drawer} sections={sections} />;
}

/** The header, with the numbers that claims rest on; what a click on one does is told last. */
function useHead(
  project: Project,
  results: readonly AnalysisResult[],
  nodes: readonly ChainNode[],
): (open: (node: string) => void) => PageHead {
  const { language, say, text } = useWords();
  const count = (of: (result: AnalysisResult) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0);
  return (open) => ({
    title: say('results.title'),
    crumbs: [
      <Link key="product" to="/projects/$project" params={{ project: project.id }}>
        {text(project.product)}
      </Link>,
      <span key="here">{say('results.title')}</span>,
    ],
    labels: (
      <>
        {project.reference && <DemoLabel kind="reference" />}
        {project.generated && <DemoLabel kind="generated" />}
      </>
    ),
    state: (
      <span className="row">
        <ProjectStatusMark status={project.status} />
        {project.builtAt !== null && isInstant(project.builtAt) && (
          <span>{formatInstant(instant(project.builtAt), language)}</span>
        )}
        {results.length > 0 && (
          <span>
            {say('results.state', {
              analyses: results.length,
              estimates: count((result) => result.estimates.length),
              plots: count((result) => result.plots.length),
            })}
          </span>
        )}
        {sealOf(project)}
      </span>
    ),
    figures: claimedEstimates(nodes)
      .slice(0, 3)
      .flatMap((node) => {
        const facts = figureOfNode(node, project);
        return facts === null
          ? []
          : [{ name: text(node.label), figure: <Figure facts={facts} size="key" onOpen={open} /> }];
      }),
  });
}

/** Who was studied, before any number of them. */
function Populations({
  nodes,
  shapes,
  project,
}: {
  readonly nodes: readonly ChainNode[];
  readonly shapes: readonly NodeShape[];
  readonly project: Project;
}): ReactElement {
  const { say, text } = useWords();
  const populations = nodes.filter(({ kind }) => kind === 'population');
  const shown = populations.flatMap((node) =>
    shapes.filter((one) => one.node === node.hash).map(({ shape }) => ({ node, shape })),
  );
  if (shown.length === 0) return <Empty what={say('results.noFlow')} why={say('results.noFlowWhy')} />;
  return (
    <div className="result">
      {shown.map(({ node, shape }) =>
        shape.shape === 'flow' ? (
          <div key={`${node.hash} flow`}>
            {populations.length > 1 && <h3 className="t-dense strong">{text(node.label)}</h3>}
            <ParticipantFlow flow={shape} />
          </div>
        ) : (
          <Suspense key={`${node.hash} ${shape.shape}`} fallback={<Loading what={text(shape.label)} />}>
            <div className="plots">
              <PlotFrame node={node.hash} shape={shape} demonstration={project.generated} />
            </div>
          </Suspense>
        ),
      )}
    </div>
  );
}
