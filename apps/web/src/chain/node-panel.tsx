import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import type { ChainNode, Project } from '../api-types.ts';
import { shortHash } from '../figure/figure-facts.ts';
import { Figure } from '../figure/figure.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { questions } from '../questions.ts';
import { announce } from '../shell/announce.ts';
import { FactRows } from './fact-rows.tsx';
import { kindGlyph, statusGlyph, statusRole } from './kinds.ts';
import { impactOf, neighbours, type Lineage } from './lineage.ts';
import { figureOfNode } from './node-figure.ts';
import { impactWords } from './impact-words.ts';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

function NodeList({
  chain,
  hashes,
  onOpen,
}: {
  readonly chain: Lineage;
  readonly hashes: readonly string[];
  readonly onOpen: (hash: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  if (hashes.length === 0) return <p className="t-dense faint">{say('node.none')}</p>;
  return (
    <ul className="node-list t-dense">
      {hashes
        .flatMap((hash) => chain.nodes.get(hash) ?? [])
        .map((node) => (
          <li key={node.hash}>
            <span className="faint nowrap">
              <Glyph name={kindGlyph[node.kind]} /> {say(`kind.${node.kind}`)}
            </span>{' '}
            <button type="button" className="row-open" onClick={() => onOpen(node.hash)}>
              {text(node.label)}
            </button>{' '}
            {node.status !== 'fresh' && (
              <span className={statusRole[node.status]}>
                <Glyph name={statusGlyph[node.status]} /> {say(`status.${node.status}`)}
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}

/** Everything about one node: its figure, method, code version, facts, what it rests on and what uses it. */
export function NodeFacts({
  node,
  chain,
  project,
  onOpen,
  plots = true,
}: {
  readonly node: ChainNode;
  readonly chain: Lineage;
  readonly project: Project;
  readonly onOpen: (hash: string) => void;
  readonly plots?: boolean;
}): ReactElement {
  const { language, say, text } = useWords();
  const estimates = useQuery(questions.estimates(project.id));
  const shapes = useQuery({ ...questions.shapes(project.id), enabled: plots });
  const estimate = estimates.data?.find((one) => one.node === node.hash)?.estimate;
  const figure = figureOfNode(node, project, estimate);
  const own = shapes.data?.filter((one) => one.node === node.hash) ?? [];
  const impact = impactOf(chain, node.hash);
  const copy = (): void => {
    void navigator.clipboard.writeText(node.hash).then(() => announce(say('node.copied')));
  };
  return (
    <>
      <p className="row t-dense">
        <span className="chip">
          <Glyph name={kindGlyph[node.kind]} /> {say(`kind.${node.kind}`)}
        </span>
        <span className={`nowrap ${statusRole[node.status]}`}>
          <Glyph name={statusGlyph[node.status]} /> {say(`status.${node.status}`)}
        </span>
      </p>
      {figure !== null && <Figure facts={figure} size="panel" />}
      {node.why !== null && <p className="t-dense quiet">{text(node.why)}</p>}
      {node.warnings.map((warning) => (
        <p key={warning.en} className="t-dense role-warn">
          <Glyph name="stale" /> {text(warning)}
        </p>
      ))}
      <dl className="pairs t-dense">
        {node.method !== null && (
          <div>
            <dt>{say(node.kind === 'parameter' ? 'figure.source' : 'figure.method')}</dt>
            <dd>{text(node.method)}</dd>
          </div>
        )}
        {estimate !== undefined && estimate !== null && (
          <div>
            <dt>{say('figure.source')}</dt>
            <dd lang="en">{estimate.source}</dd>
          </div>
        )}
        {node.codeVersion !== null && (
          <div>
            <dt>{say('figure.code')}</dt>
            <dd className="hash">{node.codeVersion}</dd>
          </div>
        )}
        <FactRows facts={node.facts} />
        <div>
          <dt>{say('node.full')}</dt>
          <dd className="hash">{node.hash}</dd>
        </div>
      </dl>
      <div className="row">
        <Button onClick={copy} leftSection={<Glyph name="copy" />}>
          {say('node.copy')}
        </Button>
        {node.kind === 'bundle' && (
          <a href={`/api/projects/${encodeURIComponent(project.id)}/bundle`} download>
            {say('node.bundle')}
          </a>
        )}
        {plots && (
          <Link to="/n/$hash" params={{ hash: node.hash }}>
            {say('node.open')} <span className="hash">{shortHash(node.hash)}</span>
          </Link>
        )}
      </div>
      <section>
        <h3 className="t-dense strong">{say('node.restsOn')}</h3>
        <NodeList chain={chain} hashes={neighbours(chain, node.hash, 'up')} onOpen={onOpen} />
      </section>
      <section>
        <h3 className="t-dense strong">{say('node.usedBy')}</h3>
        <NodeList chain={chain} hashes={neighbours(chain, node.hash, 'down')} onOpen={onOpen} />
        <p className="t-dense quiet">{impactWords(impact, language)}</p>
      </section>
      {own.length > 0 && (
        <section className="stack">
          <h3 className="t-dense strong">{say('node.plots')}</h3>
          <Suspense fallback={<Loading rows={4} what={say('node.plots')} />}>
            {own.map((one) => (
              <PlotFrame
                key={`${one.shape.shape} ${one.shape.label.en}`}
                shape={one.shape}
                node={one.node}
                demonstration={project.generated}
                computing={node.status === 'computing'}
              />
            ))}
          </Suspense>
        </section>
      )}
    </>
  );
}
