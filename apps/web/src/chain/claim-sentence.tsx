import type { ReactElement } from 'react';
import type { Claim, ClaimPart, Project } from '../api-types.ts';
import { Figure } from '../figure/figure.tsx';
import type { FigureFacts } from '../figure/figure-facts.ts';
import { useWords } from '../i18n.ts';
import type { Lineage } from './lineage.ts';
import { figureOfNode } from './node-figure.ts';

const factsOf = (chain: Lineage, project: Project | null, hash: string): FigureFacts | null => {
  const node = chain.nodes.get(hash);
  return node === undefined ? null : figureOfNode(node, project);
};

/** What stands against a number without a space between. */
const clung = /^\S+/;

/** A claim with its numbers alive. The printed words come with the claim; the figure behind each opens its lineage. */
export function ClaimSentence({
  claim,
  chain,
  project,
  onOpen,
}: {
  readonly claim: Claim;
  readonly chain: Lineage;
  readonly project: Project | null;
  readonly onOpen?: (node: string) => void;
}): ReactElement {
  const { language } = useWords();
  const figure = (part: Exclude<ClaimPart, { readonly words: string }>): ReactElement => {
    const facts = factsOf(chain, project, part.node);
    if (facts === null) return <span>{part.shown ?? '—'}</span>;
    return (
      <Figure
        facts={facts}
        {...(part.shown === null ? {} : { shown: part.shown })}
        {...(onOpen === undefined ? {} : { onOpen })}
      />
    );
  };
  const parts = claim[language];
  const shown = (part: ClaimPart, at: number): ReactElement => {
    const before = parts[at - 1];
    if ('words' in part) {
      const isAfterFigure = before !== undefined && !('words' in before);
      return <span key={at}>{isAfterFigure ? part.words.replace(clung, '') : part.words}</span>;
    }
    // A particle or a full stop never begins a line without its number.
    const after = parts[at + 1];
    const tail = after !== undefined && 'words' in after ? (clung.exec(after.words)?.[0] ?? '') : '';
    return (
      <span key={at} className="nowrap">
        {figure(part)}
        {tail}
      </span>
    );
  };
  return <p className="claim-sentence">{parts.map(shown)}</p>;
}
