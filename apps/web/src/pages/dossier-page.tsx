import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import '../chain/chain.css';
import { lineage } from '../chain/lineage.ts';
import { NodeFacts } from '../chain/node-panel.tsx';
import { DossierFrame, type Heading } from '../dossier/dossier-frame.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Failed, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { DocumentPage } from '../patterns/patterns.tsx';
import { save } from '../plot/save.ts';
import { questions } from '../questions.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import './pages.css';

/** The dossier as it is handed in, with its numbers alive: each opens its lineage beside the text. */
export function DossierPage({ project }: { readonly project: Project }): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/projects/$project/dossier' });
  const navigate = useNavigate({ from: '/projects/$project/dossier' });
  const built = project.status !== 'never';
  const dossier = useQuery({ ...questions.dossier(project.id, language), enabled: built });
  const answer = useQuery({ ...questions.chain(project.id), enabled: built });
  const chain = useMemo(() => lineage(answer.data?.nodes ?? []), [answer.data]);
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  const [figures, setFigures] = useState(0);
  const node = search.node === undefined ? undefined : chain.nodes.get(search.node);
  const open = (hash: string | undefined): void =>
    void navigate({ search: (old) => ({ ...old, node: hash }), replace: true });

  const head = {
    title: say('dossier.title'),
    crumbs: [
      <Link key="product" to="/projects/$project" params={{ project: project.id }}>
        {text(project.product)}
      </Link>,
      <span key="here">{say('dossier.title')}</span>,
    ],
    labels: (
      <>
        {project.reference && <DemoLabel kind="reference" />}
        {project.generated && <DemoLabel kind="generated" />}
      </>
    ),
    state: say('dossier.state', { claims: project.claims, figures }),
    action: (
      <Button
        leftSection={<Glyph name="download" />}
        disabled={dossier.data === undefined}
        onClick={() => save(`${project.id}-${language}.html`, 'text/html', dossier.data ?? '')}
      >
        {say('dossier.save')}
      </Button>
    ),
  };
  const drawer =
    search.node === undefined || answer.isPending ? undefined : (
      <SidePanel
        title={node === undefined ? say('dossier.lineage') : text(node.label)}
        of={search.node}
        onClose={() => open(undefined)}
      >
        {node === undefined ? (
          <Failed
            trouble={{
              happened: say('dossier.unknownNode'),
              where: search.node,
              todo: say('dossier.unknownTodo'),
              code: 'node-unknown',
            }}
          />
        ) : (
          <NodeFacts node={node} chain={chain} project={project} onOpen={open} />
        )}
      </SidePanel>
    );
  const textPart = !built ? (
    <Empty what={say('dossier.none')} why={say('dossier.noneWhy')} />
  ) : dossier.isPending ? (
    <Loading rows={12} what={say('dossier.title')} />
  ) : dossier.isError ? (
    <QueryTrouble error={dossier.error} onRetry={() => void dossier.refetch()} />
  ) : (
    <DossierFrame
      html={dossier.data}
      title={say('dossier.frame')}
      chosen={search.node ?? null}
      onRead={(found, count) => {
        setHeadings(found);
        setFigures(count);
      }}
      onOpen={open}
    />
  );
  return (
    <DocumentPage
      head={head}
      drawer={drawer}
      contents={
        <nav className="contents t-dense" aria-label={say('dossier.contents')}>
          <p className="strong">{say('dossier.contents')}</p>
          <ol>
            {headings.map((heading) => (
              <li key={heading.key} className={heading.deep ? 'contents-deep' : ''}>
                <button type="button" onClick={heading.go}>
                  {heading.text}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      }
      text={textPart}
    />
  );
}
