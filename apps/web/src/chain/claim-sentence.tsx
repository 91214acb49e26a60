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
  const shown = (part: ClaimPart, at: number): ReactElement => {
    if ('words' in part) return <span key={at}>{part.words}</span>;
    const facts = factsOf(chain, project, part.node);
    if (facts === null) return <span key={at}>{part.shown ?? '—'}</span>;
    return (
      <Figure
        key={at}
        facts={facts}
        {...(part.shown === null ? {} : { shown: part.shown })}
        {...(onOpen === undefined ? {} : { onOpen })}
      />
    );
  };
  return <p className="claim-sentence">{claim[language].map(shown)}</p>;
}
