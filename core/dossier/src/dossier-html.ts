import { formatDate } from '@daero/domain/format/date';
import type { Language } from '@daero/domain/text';
import { isoDate } from '@daero/domain/time';
import { shortNode, type Dossier } from './dossier.ts';
import { methodsSection, numbersSection, provenanceSection } from './html/annex.ts';
import { claimsSection, requirementsSection } from './html/claims.ts';
import { dataSection } from './html/data.ts';
import { contents, ribbons, titleBlock, watermark, type Section } from './html/front.ts';
import { html, markKorean } from './html/html.ts';
import { planSection } from './html/plan.ts';
import { economicsSection, resultsSection } from './html/results.ts';
import { styleSheet } from './html/style.ts';
import { say } from './words.ts';

/** The dossier as one HTML file that reads on a screen and prints on A4: no script, nothing fetched. */
export function dossierHtml(dossier: Dossier, language: Language): string {
  const sections: readonly Section[] = [
    claimsSection(dossier, language),
    requirementsSection(dossier, language),
    planSection(dossier, language),
    dataSection(dossier, language),
    resultsSection(dossier, language),
    ...(dossier.economics === null ? [] : [economicsSection(dossier, dossier.economics, language)]),
    methodsSection(dossier, language),
    numbersSection(dossier, language),
    provenanceSection(dossier, language),
  ];
  const numbered = sections.map((section, at) => ({ ...section, title: `${at + 1}. ${section.title}` }));
  const body = numbered.map(
    ({ id, title, body: inner }) =>
      html`<section id="${id}" class="chapter">
        <h2>${title}</h2>
        ${inner}
      </section> `,
  );
  const { markup } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${dossier.title[language]}</title>
        <style>
          ${styleSheet(runningHeads(dossier, language))}
        </style>
      </head>
      <body>
        ${watermark(dossier, language)}${ribbons(dossier, language)}
        <div class="page">
          ${contents(numbered, language)}
          <main>${titleBlock(dossier, language)} ${body}</main>
        </div>
      </body>
    </html> `;
  return language === 'en' ? markKorean(markup) : markup;
}

/** What stands at the edges of each printed page: product, version, date of the lock, node, labels. */
function runningHeads(dossier: Dossier, language: Language): Parameters<typeof styleSheet>[0] {
  const { product, lock, labels, version, node } = dossier;
  const date =
    lock.state === 'locked'
      ? formatDate(isoDate(lock.lockedAt.slice(0, 10)), language)
      : `! ${say('date.unlocked', language)}`;
  const marks = labels.map((label) => `▨ ${say(`mark.${label}`, language)}`);
  return {
    left: `${product.name[language]} · ${dossier.id} ${say('version', language)} ${version}`,
    right: `${date} · ${shortNode(node)}`,
    foot: marks.join(' · '),
  };
}
