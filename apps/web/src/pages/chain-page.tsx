import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import { BuildPanel } from '../chain/build-panel.tsx';
import '../chain/chain.css';
import { ClaimSentence } from '../chain/claim-sentence.tsx';
import { impactWords } from '../chain/impact-words.ts';
import { LineageTable } from '../chain/lineage-table.tsx';
import { around, impactOf, lineage, reach } from '../chain/lineage.ts';
import { NodeFacts } from '../chain/node-panel.tsx';
import { sentence } from '../chain/sentence.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { BoardPage } from '../patterns/patterns.tsx';
import { questions } from '../questions.ts';
import { useKeys } from '../shell/keys.ts';
import { SidePanel } from '../shell/side-panel.tsx';

const LineageGraph = lazy(() => import('../chain/lineage-graph.tsx'));

const everything = 99;
const directions = ['grounds', 'both', 'impact'] as const;

/** What a number rests on, and what would change: graph and table of one chain around one focus. */
export function ChainPage({ project }: { readonly project: Project }): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/projects/$project/chain' });
  const navigate = useNavigate({ from: '/projects/$project/chain' });
  const built = project.status !== 'never';
  const answer = useQuery({ ...questions.chain(project.id), enabled: built });
  const claims = useQuery({ ...questions.claims(project.id), enabled: built });
  const chain = useMemo(() => lineage(answer.data?.nodes ?? []), [answer.data]);

  // Nothing chosen yet: the first claim, because the whole chain at once answers no question.
  const claim =
    claims.data?.find((one) => one.id === search.claim) ??
    (search.focus === undefined ? claims.data?.[0] : undefined);
  const focus = search.focus ?? claim?.node ?? null;
  const depth = search.depth ?? 2;
  const direction = search.direction ?? 'both';
  const view = search.view ?? 'graph';
  const shown = useMemo(
    () => around(chain, focus, direction === 'impact' ? 0 : depth, direction === 'grounds' ? 0 : depth),
    [chain, focus, depth, direction],
  );
  const up = useMemo(
    () => (focus === null ? new Map<string, number>() : reach(chain, focus, 'up')),
    [chain, focus],
  );
  const down = useMemo(
    () => (focus === null ? new Map<string, number>() : reach(chain, focus, 'down')),
    [chain, focus],
  );
  const folded = focus === null ? 0 : new Set([...up.keys(), ...down.keys()]).size - shown.nodes.length;
  const openNode = search.node === undefined ? undefined : chain.nodes.get(search.node);
  const focusNode = focus === null ? undefined : chain.nodes.get(focus);

  type Search = typeof search;
  const change = (part: { [Key in keyof Search]?: Search[Key] | undefined }): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const open = (node: string): void => change({ node, drawer: undefined });
  const close = (): void => change({ node: undefined, drawer: undefined });
  useKeys([{ code: 'KeyT', act: () => change({ view: view === 'graph' ? 'table' : 'graph' }) }]);

  const head = {
    title: say('chain.title'),
    crumbs: [
      <Link key="product" to="/projects/$project" params={{ project: project.id }}>
        {text(project.product)}
      </Link>,
      <span key="here">{say('chain.title')}</span>,
    ],
    labels: (
      <>
        {project.reference && <DemoLabel kind="reference" />}
        {project.generated && <DemoLabel kind="generated" />}
      </>
    ),
    state: (
      <>
        {say('chain.state', project.counts)}
        {project.counts.withheld > 0 && ` · ${say('chain.withheldNote')}`}
      </>
    ),
    action: (
      <Button
        variant="filled"
        leftSection={<Glyph name="play" />}
        onClick={() => change({ drawer: 'build', node: undefined })}
      >
        {say('build.start')}
      </Button>
    ),
  };
  const drawer =
    search.drawer === 'build' ? (
      <BuildPanel project={project.id} onClose={close} />
    ) : openNode !== undefined ? (
      <SidePanel title={text(openNode.label)} of={openNode.hash} onClose={close}>
        <p>
          <Button
            onClick={() => change({ focus: openNode.hash, claim: undefined })}
            disabled={openNode.hash === focus}
          >
            {say('node.inChain')}
          </Button>
        </p>
        <NodeFacts node={openNode} chain={chain} project={project} onOpen={open} />
      </SidePanel>
    ) : undefined;

  if (!built) {
    return (
      <BoardPage
        head={head}
        drawer={drawer}
        legend={null}
        board={<Empty what={say('chain.neverBuilt')} why={say('chain.neverWhy')} />}
      />
    );
  }
  if (answer.isPending)
    return <BoardPage head={head} legend={null} board={<Loading rows={10} what={say('chain.title')} />} />;
  if (answer.isError) {
    return (
      <BoardPage
        head={head}
        legend={null}
        board={<QueryTrouble error={answer.error} onRetry={() => void answer.refetch()} />}
      />
    );
  }

  const tools = (
    <div className="chain-tools">
      <span className="tool">
        <span className="quiet">{say('chain.view')}</span>
        <SegmentedControl
          aria-label={say('chain.view')}
          value={view}
          onChange={(chosen) => change({ view: chosen === 'table' ? 'table' : 'graph' })}
          data={[
            { value: 'graph', label: say('chain.graph') },
            { value: 'table', label: say('chain.table') },
          ]}
        />
      </span>
      <span className="tool">
        <span className="quiet">{say('chain.direction')}</span>
        <SegmentedControl
          aria-label={say('chain.direction')}
          disabled={focus === null}
          value={direction}
          onChange={(chosen) => change({ direction: directions.find((one) => one === chosen) ?? 'both' })}
          data={directions.map((one) => ({ value: one, label: say(`chain.${one}`) }))}
        />
      </span>
      <label>
        <span className="quiet">{say('chain.depth')}</span>
        <NativeSelect
          disabled={focus === null}
          value={String(depth)}
          onChange={(event) => change({ depth: Number(event.currentTarget.value) })}
          data={[
            ...[1, 2, 3, 4].map((step) => ({ value: String(step), label: String(step) })),
            { value: String(everything), label: say('chain.all') },
          ]}
        />
      </label>
    </div>
  );

  return (
    <BoardPage
      head={head}
      drawer={drawer}
      legend={tools}
      board={
        <div className="chain-split">
          <section aria-labelledby="claims-title">
            <h2 id="claims-title" className="t-section">
              {say('chain.claims')}
            </h2>
            <p className="t-dense quiet">{say('chain.claimsWhy')}</p>
            {claims.isError ? (
              <QueryTrouble error={claims.error} onRetry={() => void claims.refetch()} />
            ) : (
              <ul className="claims">
                {(claims.data ?? []).map((one) => (
                  <li key={one.id}>
                    <button
                      type="button"
                      className="claim-pick"
                      data-row-link=""
                      aria-pressed={one.id === claim?.id}
                      onClick={() =>
                        change({
                          claim: one.id,
                          focus: undefined,
                          node: undefined,
                        })
                      }
                    >
                      <span className="hash faint">{one.id}</span> {sentence(one[language])}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="stack" aria-label={say('chain.title')}>
            {focusNode !== undefined && focus !== null && (
              <div aria-live="polite">
                {claim !== undefined && (
                  <ClaimSentence claim={claim} chain={chain} project={project} onOpen={open} />
                )}
                <p className="t-dense">
                  <span className="strong">
                    {say('chain.focus', {
                      label: claim === undefined ? text(focusNode.label) : claim.id,
                      up: up.size - 1,
                    })}
                  </span>
                  <span className="quiet"> · {impactWords(impactOf(chain, focus), language)}</span>
                </p>
              </div>
            )}
            {view === 'graph' ? (
              <Suspense fallback={<Loading rows={10} what={say('chain.graph')} />}>
                <LineageGraph
                  chain={chain}
                  shown={shown}
                  up={up}
                  down={down}
                  focus={focus}
                  open={search.node ?? null}
                  project={project}
                  onOpen={open}
                />
              </Suspense>
            ) : (
              <LineageTable shown={shown} up={up} down={down} focus={focus} project={project} onOpen={open} />
            )}
            {folded > 0 && (
              <p className="row t-dense quiet">
                {say('chain.folded', { count: folded })}
                <Button
                  variant="subtle"
                  color="accent"
                  onClick={() => change({ depth: everything, direction: 'both' })}
                >
                  {say('chain.unfold')}
                </Button>
              </p>
            )}
          </section>
        </div>
      }
    />
  );
}
