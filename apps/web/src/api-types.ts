/** What the server says, by the names the pages use. The schemas of `core/api` are the source of every one. */
export type {
  ChainView as Chain,
  ClaimPartView as ClaimPart,
  ClaimView as Claim,
  NodeEstimate,
  NodeFigure as ChainFigure,
  NodeShape,
  NodeView as ChainNode,
} from '@daero/api/schemas/chain';
export type { Problem } from '@daero/api/schemas/problem';
export type { AuditRow, ProjectView as Project, WorkItem, WorkKind } from '@daero/api/schemas/project';
export type { ProgressView as Progress } from '@daero/api/schemas/run';
export type { SessionView as Session } from '@daero/api/routes';
import type { NodeView } from '@daero/api/schemas/chain';

export type NodeKind = NodeView['kind'];
export type NodeStatus = NodeView['status'];
