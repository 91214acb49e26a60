import type { Estimate } from '@daero/domain/estimate';
import type { Role } from '@daero/domain/product';
import type { Shape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';

/** What the server says. These stand here until `core/api` carries the routes. */
export type Session = { readonly person: string; readonly role: Role; readonly demonstration: boolean };

export type ProjectStatus = 'built' | 'building' | 'never' | 'failed';
export type Project = {
  readonly id: string;
  readonly title: Text;
  readonly product: Text;
  /** A reference device: a published rule run to show the road, never an approved product. */
  readonly reference: boolean;
  readonly generated: boolean;
  readonly status: ProjectStatus;
  readonly lock: { readonly at: string; readonly by: string; readonly hash: string } | null;
  readonly deviations: number;
  readonly counts: {
    readonly nodes: number;
    readonly fresh: number;
    readonly failed: number;
    readonly withheld: number;
  };
  readonly claims: number;
  readonly builtAt: string | null;
};

export const nodeKinds = [
  'source',
  'snapshot',
  'quality',
  'population',
  'analysis',
  'estimate',
  'parameter',
  'model',
  'claim',
  'requirement',
  'document',
  'bundle',
] as const;
export type NodeKind = (typeof nodeKinds)[number];
export const nodeStatuses = ['fresh', 'stale', 'failed', 'computing', 'withheld'] as const;
export type NodeStatus = (typeof nodeStatuses)[number];

export type ChainFigure = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly n: number;
  readonly unit: Estimate['unit'];
};

export type ChainNode = {
  readonly hash: string;
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: Text;
  readonly figure: ChainFigure | null;
  readonly status: NodeStatus;
  readonly inputs: readonly string[];
  readonly codeVersion: string | null;
  readonly method: Text | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly warnings: readonly Text[];
};
export type Chain = { readonly nodes: readonly ChainNode[] };

export type ClaimPart =
  { readonly text: string } | { readonly estimate: string; readonly shown: string; readonly node: string };
export type Claim = {
  readonly id: string;
  readonly ko: { readonly parts: readonly ClaimPart[] };
  readonly en: { readonly parts: readonly ClaimPart[] };
  readonly requirements: readonly string[];
};

export type NodeShape = { readonly node: string; readonly shape: Shape };
export type NodeEstimate = { readonly id: string; readonly node: string; readonly estimate: Estimate };

export type Progress = {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly message: Text;
  readonly state: 'queued' | 'running' | 'paused' | 'cancelled' | 'failed' | 'done';
};

export type AuditRow = {
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly type: string;
  readonly reason: string;
  readonly hash: string;
};

export type WorkItem = {
  readonly due: string | null;
  readonly title: Text;
  readonly object: Text;
  readonly path: string;
  readonly waits: Text;
  readonly kind: string;
};

export type Problem = {
  readonly kind: string;
  readonly ko: string;
  readonly en: string;
  readonly status: number;
};
