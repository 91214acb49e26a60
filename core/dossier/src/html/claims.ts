import type { Language } from '@daero/domain/text';
import type { Claim, Dossier } from '../dossier.ts';
import { say } from '../words.ts';
import type { Section } from './front.ts';
import { foreign, hash, html, type Html } from './html.ts';
import { liveNumber, numberOf } from './live-number.ts';
import { table } from './table.ts';

export function claimsSection(dossier: Dossier, language: Language): Section {
  const { claims } = dossier;
  const body = html`<p class="lead">${say('claims.lead', language)}</p>
    <ol class="claims">
      ${claims.map(
        (claim) =>
          html`<li id="c-${claim.id}">
            <code class="id">${claim.id}</code>
            <div>
              <p>${sentence(dossier, claim, language)}</p>
              <p class="meta">${serves(claim, language)} · ${say('node', language)} ${hash(claim.node)}</p>
            </div>
          </li>`,
      )}
    </ol>`;
  return { id: 'claims', title: say('section.claims', language), body, parts: [] };
}

function sentence(dossier: Dossier, claim: Claim, language: Language): Html {
  return html`${claim.sentence[language].map((part) => {
    if (part.part === 'words') return html`${part.words}`;
    // a bound setting, such as a threshold, belongs to the claim's own recipe
    if (part.part === 'setting')
      return html`<span class="setting" data-node="${claim.node}">${part.shown}</span>`;
    return liveNumber(numberOf(dossier, part.estimate), part.shown, language);
  })}`;
}

const serves = ({ serves: ids }: Claim, language: Language): Html =>
  ids.length === 0
    ? html`! ${say('servesNone', language)}`
    : html`${say('serves', language)}
      ${ids.map((id, at) => html`${at === 0 ? '' : ', '}<a href="#r-${id}"><code class="id">${id}</code></a>`)}`;

/** Requirements against claims; a gap keeps its row and says why. */
export function requirementsSection({ requirements }: Dossier, language: Language): Section {
  const rows = requirements.map(({ id, text, source, servedBy, verdict, why, node }) => ({
    id: `r-${id}`,
    cells: [
      { content: html`<code class="id">${id}</code> ${text[language]}` },
      { content: /[가-힣]/.test(source) ? source : foreign(source, 'en', language) },
      {
        content:
          servedBy.length === 0
            ? say('noClaim', language)
            : servedBy.map(
                (claim, at) =>
                  html`${at === 0 ? '' : ', '}<a href="#c-${claim}"><code class="id">${claim}</code></a>`,
              ),
      },
      {
        content: html`<span class="verdict ${verdict}">${say(`verdict.${verdict}`, language)}</span>${
            why === null ? null : html`<div class="meta">${why[language]}</div>`
          }`,
      },
      { content: hash(node) },
    ],
  }));
  const head = (['requirement', 'asker', 'claim', 'verdict', 'node'] as const).map((word) => ({
    title: say(word, language),
  }));
  const title = say('section.requirements', language);
  return { id: 'requirements', title, body: table(title, head, rows), parts: [] };
}
