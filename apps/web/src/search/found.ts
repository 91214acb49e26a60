import type { Language } from '@daero/domain/text';
import type { CaseRowView } from '@daero/api/schemas/pathway';
import type { ProgrammeView } from '@daero/api/schemas/programme';
import type { Chain, Claim, Project } from '../api-types.ts';
import { sentence } from '../chain/sentence.ts';
import { printWhole } from '../figure/figure-facts.ts';
import type { GlyphName } from '../figure/glyph.tsx';
import { figureOfNode } from '../chain/node-figure.ts';
import { kindGlyph } from '../chain/kinds.ts';
import { sayIn } from '../i18n.ts';
import { designRoom, rooms } from '../shell/rooms.ts';
import { productOf } from '../pathway/search.ts';
import { rank } from './matches.ts';

/** One thing the search can open. `text` is what is matched: both languages' names, ids, figures, hashes. */
export type Found = {
  readonly key: string;
  readonly glyph: GlyphName;
  readonly title: string;
  readonly detail: string;
  readonly text: string;
  readonly path: string;
  /** Objects first, then pages, then acts. */
  readonly order: number;
};

const both = (key: Parameters<typeof sayIn>[1]): string => `${sayIn('ko', key)} ${sayIn('en', key)}`;

export function everything(
  language: Language,
  projects: readonly Project[],
  project: Project | null,
  chain: Chain | undefined,
  claims: readonly Claim[] | undefined,
  cases: readonly CaseRowView[] = [],
  programme: Pick<ProgrammeView, 'calls' | 'projects'> = { calls: [], projects: [] },
): readonly Found[] {
  const objects = projects.map((one) => ({
    key: `project ${one.id}`,
    glyph: 'overview' as const,
    title: one.product[language],
    detail: one.title[language],
    text: `${one.product.ko} ${one.product.en} ${one.title.ko} ${one.title.en} ${one.id}`,
    path: `/projects/${one.id}`,
    order: 0,
  }));
  const spoken = (claims ?? []).map((claim) => ({
    key: `claim ${claim.id}`,
    glyph: 'document' as const,
    title: sentence(claim[language]),
    detail: claim.id,
    text: `${claim.id} ${sentence(claim.ko)} ${sentence(claim.en)}`,
    path: `/projects/${project?.id ?? ''}/chain?claim=${claim.id}`,
    order: 0,
  }));
  const nodes = (chain?.nodes ?? []).map((node) => {
    const figure = figureOfNode(node, project);
    const printed = figure === null ? '' : printWhole(figure, language);
    return {
      key: node.hash,
      glyph: kindGlyph[node.kind],
      title: node.label[language],
      detail: [sayIn(language, `kind.${node.kind}`), printed, node.hash.slice(0, 8)]
        .filter((part) => part !== '')
        .join(' · '),
      text: `${node.label.ko} ${node.label.en} ${node.id} ${printed} ${node.hash}`,
      path: `/n/${node.hash}`,
      order: 0,
    };
  });
  const roads = cases.map((one) => ({
    key: `case ${one.id}`,
    glyph: 'road' as const,
    title: one.title[language],
    detail: [one.route.name[language], ...one.now.map(({ stage }) => stage.name[language])].join(' · '),
    text: `${one.title.ko} ${one.title.en} ${one.id} ${one.productVersion} ${one.route.name.ko} ${one.route.name.en} ${one.indication}`,
    path: `/cases/${encodeURIComponent(one.id)}`,
    order: 0,
  }));
  const products = [...new Map(cases.map((one) => [productOf(one), one.product])).entries()].map(
    ([id, name]) => ({
      key: `product ${id}`,
      glyph: 'overview' as const,
      title: name[language],
      detail: id,
      text: `${name.ko} ${name.en} ${id}`,
      path: `/products/${encodeURIComponent(id)}`,
      order: 0,
    }),
  );
  const calls = programme.calls.map((one) => ({
    key: `call ${one.id}`,
    glyph: 'document' as const,
    title: one.title[language],
    detail: `${one.kind.name[language]} · ${one.phase.name[language]}`,
    text: `${one.title.ko} ${one.title.en} ${one.id} ${one.kind.name.ko} ${one.kind.name.en}`,
    path: `/programmes/calls/${encodeURIComponent(one.id)}`,
    order: 0,
  }));
  const grants = programme.projects.map((one) => ({
    key: `grant ${one.id}`,
    glyph: 'road' as const,
    title: one.title[language],
    detail: `${one.lead[language]} · ${one.stage.name[language]}`,
    text: `${one.title.ko} ${one.title.en} ${one.lead.ko} ${one.lead.en} ${one.id}`,
    path: `/programmes/projects/${encodeURIComponent(one.id)}`,
    order: 0,
  }));
  const pages = [...rooms, designRoom].map((room) => ({
    key: `page ${room.to}`,
    glyph: room.glyph,
    title: sayIn(language, room.name),
    detail: sayIn(language, 'search.pages'),
    text: both(room.name),
    path: room.to.replace('$project', project?.id ?? ''),
    order: 1,
  }));
  const acts =
    project === null
      ? []
      : [
          {
            key: 'act build',
            glyph: 'play' as const,
            title: sayIn(language, 'build.start'),
            detail: sayIn(language, 'search.action'),
            text: both('build.start'),
            path: `/projects/${project.id}?drawer=build`,
            order: 2,
          },
        ];
  return [...objects, ...products, ...roads, ...calls, ...grants, ...spoken, ...nodes, ...pages, ...acts];
}

/** Best first; with nothing typed, what was opened lately, then pages and acts. */
export function search(all: readonly Found[], wanted: string, recent: readonly string[]): readonly Found[] {
  if (wanted.trim() === '') {
    const lately = recent.map((key) => all.find((one) => one.key === key)).filter((one) => one !== undefined);
    return [...new Set([...lately, ...all.filter((one) => one.order > 0), ...all])].slice(0, 12);
  }
  return all
    .map((one) => ({ one, at: rank(one.text, wanted) }))
    .flatMap(({ one, at }) =>
      at === null ? [] : [{ one, score: at + one.order * 10 - (recent.includes(one.key) ? 0.5 : 0) }],
    )
    .sort((left, right) => left.score - right.score)
    .slice(0, 30)
    .map(({ one }) => one);
}
