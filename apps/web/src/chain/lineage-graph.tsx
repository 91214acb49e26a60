import { Graph, layout } from '@dagrejs/dagre';
import {
  Background,
  Controls,
  Handle,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { ChainNode, Project } from '../api-types.ts';
import { printWhole, shortHash, stateGlyph, stateKey } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './chain.css';
import { kindGlyph, statusGlyph, statusRole } from './kinds.ts';
import type { Lineage, Shown } from './lineage.ts';
import { figureOfNode } from './node-figure.ts';
import { around, viewOf } from './view-of.ts';

const width = 136;
const height = 124;
const foldMark = 24;

type Card = {
  readonly node: ChainNode;
  readonly project: Project | null;
  readonly part: 'focus' | 'up' | 'down' | 'plain';
  readonly foldedUp: number;
  readonly foldedDown: number;
  readonly open: boolean;
};
type CardNode = Node<Card & Record<string, unknown>, 'card'>;

function CardView({ data }: NodeProps<CardNode>): ReactElement {
  const { language, say, text } = useWords();
  const { node, project } = data;
  const figure = figureOfNode(node, project);
  return (
    <div className={`card card-${data.part} card-is-${node.status} ${data.open ? 'card-open' : ''}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <p className="card-kind t-meta">
        <span className="nowrap">
          <Glyph name={kindGlyph[node.kind]} /> {say(`kind.${node.kind}`)}
        </span>
        <span className={`nowrap ${statusRole[node.status]}`}>
          <Glyph name={statusGlyph[node.status]} />{' '}
          <span className={node.status === 'fresh' ? 'sr' : ''}>{say(`status.${node.status}`)}</span>
        </span>
      </p>
      <p className={`card-name ${figure === null ? 'card-name-long' : ''}`}>{text(node.label)}</p>
      {figure !== null ? (
        <p className="card-figure">
          <Glyph name={stateGlyph(figure.state)} /> <span className="sr">{say(stateKey(figure.state))}</span>
          <Glued text={printWhole(figure, language).replace(/\(.*?(?:CI|UI|구간) /, '(')} />
        </p>
      ) : (
        <p className="hash faint">{shortHash(node.hash)}</p>
      )}
      {data.foldedUp > 0 && <span className="card-fold card-fold-up t-meta">+{data.foldedUp}</span>}
      {data.foldedDown > 0 && <span className="card-fold card-fold-down t-meta">+{data.foldedDown}</span>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

/** Breaks between value and interval only. */
const Glued = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split(' (').map((part, at) => (
      <span key={at}>
        {at > 0 && ' '}
        <span className="nowrap">{at > 0 ? `(${part}` : part}</span>
      </span>
    ))}
  </>
);

const nodeTypes = { card: CardView };

/** Left to right, ranks by distance: dagre places, nobody drags. */
function placed(
  nodes: readonly ChainNode[],
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const graph = new Graph<
    object,
    { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number }
  >();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 20, marginx: 8, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const here = new Set(nodes.map((node) => node.hash));
  for (const node of nodes) graph.setNode(node.hash, { width, height });
  for (const node of nodes) {
    for (const input of node.inputs) if (here.has(input)) graph.setEdge(input, node.hash);
  }
  layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.hash);
      return [node.hash, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
}

export default function LineageGraph({
  shown,
  up,
  down,
  focus,
  open,
  project,
  onOpen,
}: {
  readonly chain: Lineage;
  readonly shown: Shown;
  readonly up: ReadonlyMap<string, number>;
  readonly down: ReadonlyMap<string, number>;
  readonly focus: string | null;
  readonly open: string | null;
  readonly project: Project | null;
  readonly onOpen: (hash: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [flow, setFlow] = useState<ReactFlowInstance<CardNode> | null>(null);
  const places = useMemo(() => placed(shown.nodes), [shown]);
  const cards = useMemo(
    (): CardNode[] =>
      shown.nodes.map((node) => ({
        id: node.hash,
        type: 'card',
        position: places.get(node.hash) ?? { x: 0, y: 0 },
        width,
        height,
        ariaLabel: `${say(`kind.${node.kind}`)} ${text(node.label)}, ${say(`status.${node.status}`)}`,
        data: {
          node,
          project,
          open: node.hash === open,
          part:
            node.hash === focus ? 'focus' : up.has(node.hash) ? 'up' : down.has(node.hash) ? 'down' : 'plain',
          foldedUp: shown.foldedUp.get(node.hash) ?? 0,
          foldedDown: shown.foldedDown.get(node.hash) ?? 0,
        },
      })),
    [shown, places, project, focus, open, up, down, say, text],
  );
  const edges = useMemo((): Edge[] => {
    const here = new Map(shown.nodes.map((node) => [node.hash, node.label]));
    return shown.nodes.flatMap((node) =>
      node.inputs
        .filter((input) => here.has(input))
        .map((input) => ({
          id: `${input}-${node.hash}`,
          source: input,
          target: node.hash,
          focusable: false,
          ariaLabel: `${text(here.get(input) ?? node.label)} → ${text(node.label)}`,
          className:
            up.has(input) && up.has(node.hash)
              ? 'edge-up'
              : down.has(input) && down.has(node.hash)
                ? 'edge-down'
                : '',
        })),
    );
  }, [shown, up, down, text]);

  const box = useMemo(() => {
    const all = around([...places.values()].map((place) => ({ ...place, width, height })));
    // The counts of what is folded stand outside the cards.
    const [left, right] = [shown.foldedUp.size > 0 ? foldMark : 0, shown.foldedDown.size > 0 ? foldMark : 0];
    return { ...all, x: all.x - left, width: all.width + left + right };
  }, [places, shown]);
  const focusAt = focus === null ? undefined : places.get(focus);
  useEffect(() => {
    const element = frame.current;
    if (element === null || flow === null) return undefined;
    const look = (): void => {
      const middle = focusAt === undefined ? null : { ...focusAt, width, height };
      void flow.setViewport(
        viewOf(box, middle, { width: element.clientWidth, height: element.clientHeight }),
      );
    };
    look();
    const watch = new ResizeObserver(look); // the side panel takes its width from here
    watch.observe(element);
    return () => watch.disconnect();
  }, [flow, box, focusAt]);

  return (
    <div ref={frame} className="graph panel" role="group" aria-label={say('chain.graphName')}>
      <ReactFlow
        key={`${focus ?? 'all'} ${shown.nodes.length}`}
        nodes={cards}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        onInit={setFlow}
        minZoom={0.2}
        maxZoom={1.5}
        zoomOnScroll={false}
        panOnScroll
        preventScrolling={false}
        onNodeClick={(_event, card) => onOpen(card.id)}
        onSelectionChange={({ nodes }) => {
          const chosen = nodes[0];
          if (chosen !== undefined && document.activeElement?.getAttribute('data-id') === chosen.id)
            onOpen(chosen.id);
        }}
        ariaLabelConfig={{
          'node.a11yDescription.default': say('graph.nodeHelp'),
          'node.a11yDescription.keyboardDisabled': say('graph.nodeHelp'),
          'controls.ariaLabel': say('graph.controls'),
          'controls.zoomIn.ariaLabel': say('graph.zoomIn'),
          'controls.zoomOut.ariaLabel': say('graph.zoomOut'),
          'controls.fitView.ariaLabel': say('graph.fit'),
        }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} size={1} color="var(--line)" />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}
