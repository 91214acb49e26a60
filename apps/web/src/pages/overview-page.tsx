import { formatInstant } from '@daero/domain/format/date';
import { instant, isInstant } from '@daero/domain/time';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { ChainNode, Project } from '../api-types.ts';
import { BuildPanel } from '../chain/build-panel.tsx';
import '../chain/chain.css';
import { ClaimSentence } from '../chain/claim-sentence.tsx';
import { lineage } from '../chain/lineage.ts';
import { figureOfNode } from '../chain/node-figure.ts';
import { NodeFacts } from '../chain/node-panel.tsx';
import { Figure } from '../figure/figure.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { AuditTrail } from '../parts/audit-trail.tsx';
import { Empty, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { ParticipantFlow } from '../parts/participant-flow.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import '../plot/plot.css';
import { questions } from '../questions.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import './pages.css';
import type { WordKey } from '../words.ts';
import { ProjectStatusMark, sealOf } from './work-page.tsx';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

const all = <Item,>(items: readonly (Item | null | undefined)[]): readonly Item[] =>
  items.filter((item): item is Item => item !== null && item !== undefined);

/** A product's evidence on one page: claims, flow, results, estimates, parameters, trail. */
export function OverviewPage({ project }: { readonly project: Project }): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/projects/$project' });
  const navigate = useNavigate({ from: '/projects/$project' });
  const built = project.status !== 'never';
  const chain = useQuery({ ...questions.chain(project.id), enabled: built });
  const claims = useQuery({ ...questions.claims(project.id), enabled: built });
  const shapes = useQuery({ ...questions.shapes(project.id), enabled: built });
  const events = useQuery(questions.events(project.id));
  const walked = useMemo(() => lineage(chain.data?.nodes ?? []), [chain.data]);
  const open = (node: string): void =>
    void navigate({ search: (old) => ({ ...old, node, drawer: undefined }) });
  const build = (): void =>
    void navigate({ search: (old) => ({ ...old, drawer: 'build', node: undefined }) });
  const close = (): void =>
    void navigate({ search: (old) => ({ ...old, drawer: undefined, node: undefined }) });
  const nodes = [...walked.nodes.values()];
  const chosen = search.node === undefined ? undefined : walked.nodes.get(search.node);

  const table = (
    rows: readonly ChainNode[],
    caption: string,
    from: WordKey = 'overview.method',
  ): ReactElement => (
    <div className="frame-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="tbl">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('overview.name')}</th>
            <th scope="col">{say('column.figure')}</th>
            <th scope="col">{say(from)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((node) => {
            const figure = figureOfNode(node, project);
            return (
              <tr key={node.hash}>
                <th scope="row">
                  {text(node.label)} <span className="hash faint">{node.id}</span>
                </th>
                <td>{figure === null ? '—' : <Figure facts={figure} onOpen={open} />}</td>
                <td className="quiet">{node.method === null ? '—' : text(node.method)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );

  const flows = (shapes.data ?? []).flatMap(({ shape }) => (shape.shape === 'flow' ? [shape] : []));
  const plots = (shapes.data ?? []).filter(({ shape }) => shape.shape !== 'flow');
  const estimates = nodes.filter((node) => node.kind === 'estimate' || node.kind === 'model');
  const parameters = nodes.filter((node) => node.kind === 'parameter');
  const sections: readonly Section[] = all<Section>([
    {
      id: 'claims',
      title: say('overview.claims'),
      body: claims.isError ? (
        <QueryTrouble error={claims.error} onRetry={() => void claims.refetch()} />
      ) : claims.data === undefined || chain.data === undefined ? (
        <Loading what={say('overview.claims')} />
      ) : claims.data.length === 0 ? (
        <p className="quiet">{say('overview.noClaims')}</p>
      ) : (
        <ul className="claim-list">
          {claims.data.map((claim) => (
            <li key={claim.id}>
              <ClaimSentence claim={claim} chain={walked} project={project} onOpen={open} />
              <p className="t-dense faint row">
                <span className="hash">{claim.id}</span>
                {claim.requirements.length > 0 && (
                  <span>{say('claim.requirements', { ids: claim.requirements.join(', ') })}</span>
                )}
                <Link
                  to="/projects/$project/chain"
                  params={{ project: project.id }}
                  search={{ claim: claim.id }}
                  className="near-link"
                >
                  {say('overview.seeLineage')}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      ),
    },
    flows.length === 0
      ? null
      : {
          id: 'flow',
          title: say('overview.flow'),
          body: (
            <>
              {flows.map((flow) => (
                <ParticipantFlow key={flow.label.en} flow={flow} />
              ))}
            </>
          ),
        },
    {
      id: 'results',
      title: say('overview.results'),
      body: shapes.isError ? (
        <QueryTrouble error={shapes.error} onRetry={() => void shapes.refetch()} />
      ) : (
        <Suspense fallback={<Loading what={say('overview.results')} />}>
          <div className="plots">
            {plots.map(({ node, shape }, at) => (
              <PlotFrame
                key={`${node} ${shape.shape} ${shape.label.en}`}
                node={node}
                shape={shape}
                demonstration={project.generated}
                keyed={at === 0}
                computing={walked.nodes.get(node)?.status === 'computing'}
              />
            ))}
          </div>
        </Suspense>
      ),
    },
    estimates.length === 0
      ? null
      : {
          id: 'estimates',
          title: say('overview.estimates'),
          body: table(estimates, say('overview.estimates')),
        },
    parameters.length === 0
      ? null
      : {
          id: 'parameters',
          title: say('overview.parameters'),
          body: table(parameters, say('overview.parameters'), 'figure.source'),
        },
    {
      id: 'trail',
      title: say('overview.trail'),
      body: events.isError ? (
        <QueryTrouble error={events.error} onRetry={() => void events.refetch()} />
      ) : events.data === undefined ? (
        <Loading what={say('overview.trail')} rows={3} />
      ) : events.data.length === 0 ? (
        <Empty what={say('overview.noTrail')} why={say('overview.noTrailWhy')} />
      ) : (
        <AuditTrail rows={events.data} />
      ),
    },
  ]);

  const key = ['auc', 'sens-5', 'spec-5'].flatMap(
    (id) => nodes.find((node) => node.kind === 'estimate' && node.id.endsWith(id)) ?? [],
  );
  const keyNodes = key.length > 0 ? key : nodes.filter((node) => node.kind === 'estimate').slice(0, 3);
  const head = {
    title: text(project.product),
    crumbs: [
      <Link key="work" to="/work">
        {say('nav.work')}
      </Link>,
      <span key="title">{text(project.title)}</span>,
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
        <span>{say('project.fresh', project.counts)}</span>
        {sealOf(project)}
      </span>
    ),
    figures: keyNodes.flatMap((node) => {
      const facts = figureOfNode(node, project);
      return facts === null
        ? []
        : [{ name: text(node.label), figure: <Figure facts={facts} size="key" onOpen={open} /> }];
    }),
    action: (
      <Button variant="filled" leftSection={<Glyph name="play" />} onClick={build}>
        {say('build.start')}
      </Button>
    ),
  };
  const drawer =
    search.drawer === 'build' ? (
      <BuildPanel project={project.id} onClose={close} />
    ) : chosen !== undefined ? (
      <SidePanel title={text(chosen.label)} of={chosen.hash} onClose={close}>
        <NodeFacts node={chosen} chain={walked} project={project} onOpen={open} />
      </SidePanel>
    ) : undefined;

  if (!built) {
    return (
      <DetailPage
        head={{ ...head, figures: [] }}
        drawer={drawer}
        sections={[
          {
            id: 'never',
            title: say('overview.results'),
            body: <Empty what={say('chain.neverBuilt')} why={say('chain.neverWhy')} />,
          },
          ...sections.filter((section) => section.id === 'trail'),
        ]}
      />
    );
  }
  if (chain.isError) {
    const body = <QueryTrouble error={chain.error} onRetry={() => void chain.refetch()} />;
    return (
      <DetailPage
        head={{ ...head, figures: [] }}
        drawer={drawer}
        sections={[
          { id: 'trouble', title: say('overview.results'), body },
          ...sections.filter((section) => section.id === 'trail'),
        ]}
      />
    );
  }
  return <DetailPage head={head} drawer={drawer} sections={sections} />;
}
