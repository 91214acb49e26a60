import type { NodeKind, NodeStatus } from '../api-types.ts';
import type { GlyphName } from '../figure/glyph.tsx';

export const kindGlyph = {
  source: 'table',
  snapshot: 'seal',
  quality: 'observed',
  device: 'seal',
  population: 'person',
  analysis: 'plot',
  estimate: 'estimate',
  parameter: 'half',
  model: 'overview',
  claim: 'document',
  requirement: 'law',
  figure: 'plot',
  document: 'paper',
  bundle: 'link',
} as const satisfies Readonly<Record<NodeKind, GlyphName>>;

export const statusGlyph = {
  fresh: 'observed',
  stale: 'stale',
  failed: 'failed',
  computing: 'computing',
  withheld: 'withheld',
} as const satisfies Readonly<Record<NodeStatus, GlyphName>>;

export const statusRole = {
  fresh: 'role-ok',
  stale: 'role-warn',
  failed: 'role-bad',
  computing: 'role-accent',
  withheld: 'role-quiet',
} as const satisfies Readonly<Record<NodeStatus, string>>;
