import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import '../chain/chain.css';
import { lineage } from '../chain/lineage.ts';
import { NodeFacts } from '../chain/node-panel.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { DetailPage } from '../patterns/patterns.tsx';
import { QueryTroublePage, TroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';

/** The permanent address of any number: its node, in whichever product it lives. */
export function NodePage(): ReactElement {
  const { say, text } = useWords();
  const { hash } = useParams({ from: '/n/$hash' });
  const navigate = useNavigate();
  const projects = useQuery(questions.projects);
  const built = (projects.data ?? []).filter((project) => project.status !== 'never');
  const chains = useQueries({ queries: built.map((project) => questions.chain(project.id)) });
  const found = chains.flatMap((chain, at) => {
    const project = built[at];
    const node = chain.data?.nodes.find(
      (one) => one.hash === hash || (hash.length >= 8 && one.hash.startsWith(hash)),
    );
    return project === undefined || node === undefined || chain.data === undefined
      ? []
      : [{ project, node, nodes: chain.data.nodes }];
  })[0];

  if (found === undefined && (projects.isPending || chains.some((chain) => chain.isPending))) {
    return <Loading rows={8} what={hash} />;
  }
  const trouble = projects.error ?? chains.find((chain) => chain.isError)?.error ?? null;
  if (found === undefined && trouble !== null) {
    const again = (): void => {
      for (const one of [projects, ...chains]) if (one.isError) void one.refetch();
    };
    return <QueryTroublePage error={trouble} onRetry={again} />;
  }
  if (found === undefined) {
    return (
      <TroublePage
        title={say('node.noneHere')}
        trouble={{
          happened: say('node.missing', { hash: hash.slice(0, 16) }),
          todo: say('node.missingTodo'),
          code: 'node-unknown',
        }}
      />
    );
  }
  const { project, node, nodes } = found;
  return (
    <DetailPage
      head={{
        title: text(node.label),
        crumbs: [
          <Link key="product" to="/projects/$project" params={{ project: project.id }}>
            {text(project.product)}
          </Link>,
          <Link
            key="chain"
            to="/projects/$project/chain"
            params={{ project: project.id }}
            search={{ focus: node.hash }}
          >
            {say('chain.title')}
          </Link>,
          <span key="here">{say(`kind.${node.kind}`)}</span>,
        ],
        labels: (
          <>
            {project.reference && <DemoLabel kind="reference" />}
            {project.generated && <DemoLabel kind="generated" />}
          </>
        ),
        state: say('node.permanent', { project: text(project.product) }),
        action: (
          <Link to="/projects/$project/chain" params={{ project: project.id }} search={{ focus: node.hash }}>
            {say('node.inChain')}
          </Link>
        ),
      }}
      sections={[
        {
          id: 'facts',
          title: say('node.facts'),
          body: (
            <div className="stack">
              <NodeFacts
                node={node}
                chain={lineage(nodes)}
                project={project}
                onOpen={(next) => void navigate({ to: '/n/$hash', params: { hash: next } })}
              />
            </div>
          ),
        },
      ]}
    />
  );
}
