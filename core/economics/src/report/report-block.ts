import { type Shape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';

export type ReportBlock =
  | { readonly block: 'paragraph'; readonly text: Text }
  | { readonly block: 'list'; readonly items: readonly Text[] }
  | { readonly block: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly block: 'figure'; readonly shape: Shape };
export type ReportSection = {
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly ReportBlock[];
};

export const paragraph = (text: Text): ReportBlock => ({ block: 'paragraph', text });

/** Those of some kinds, in the order of the kinds. */
export const figuresOf = (
  shapes: readonly Shape[],
  ...kinds: readonly Shape['shape'][]
): readonly ReportBlock[] =>
  kinds.flatMap((kind) =>
    shapes.filter(({ shape }) => shape === kind).map((shape): ReportBlock => ({ block: 'figure', shape })),
  );
