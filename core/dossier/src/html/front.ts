import { formatInstant } from '@daero/domain/format/date';
import type { Language } from '@daero/domain/text';
import type { Dossier } from '../dossier.ts';
import { say } from '../words.ts';
import { hash, html, type Html } from './html.ts';

/** What must be known before anything is read: it stands above every page and cannot be closed. */
export function ribbons({ labels, lock }: Dossier, language: Language): Html {
  const lines = labels.map((label) => html`<p class="ribbon">▨ ${say(`label.${label}`, language)}</p>`);
  const open =
    lock.state === 'unlocked' ? html`<p class="ribbon warn">! ${say('unlocked', language)}</p>` : null;
  return html`<aside class="ribbons" aria-label="${say('ribbon', language)}">${lines}${open}</aside>`;
}

export const watermark = ({ labels }: Dossier, language: Language): Html =>
  labels.length === 0
    ? html``
    : html`<div class="watermark" aria-hidden="true">
        ${labels.map((label) => html`<span>${say(`mark.${label}`, language)}</span>`)}
      </div>`;

export function titleBlock(dossier: Dossier, language: Language): Html {
  const { product, lock } = dossier;
  const facts = [
    [
      say('product', language),
      html`${product.name[language]} ${say('version', language)} <code class="id">${product.version}</code>`,
    ],
    [say('standing', language), html`${say(`standing.${product.standing}`, language)}`],
    [say('maker', language), html`${product.maker[language]}`],
    [say('indication', language), html`${product.indication[language]}`],
    [
      say('authors', language),
      html`${dossier.authors.map(({ name, role }, at) => html`${at === 0 ? '' : ', '}${name} (${role[language]})`)}`,
    ],
    [
      say('plan', language),
      lock.state === 'locked'
        ? html`${say('lock.locked', language)}
            <time datetime="${lock.lockedAt}">${formatInstant(lock.lockedAt, language)}</time> · ${lock.by} ·
            ${hash(lock.hash)}`
        : html`! ${say('date.unlocked', language)}`,
    ],
    [
      say('dossier', language),
      html`<code class="id">${dossier.id}</code> ${say('version', language)}
        <code class="id">${dossier.version}</code> · ${hash(dossier.node)}`,
    ],
  ] as const;
  return html`<header class="title">
    <h1>${dossier.title[language]}</h1>
    <p class="lead">${dossier.summary[language]}</p>
    <dl>
      ${facts.map(
        ([name, fact]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${fact}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
};

export const contents = (sections: readonly Section[], language: Language): Html =>
  html`<nav class="contents" aria-label="${say('contents', language)}">
    <p class="nav-title">${say('contents', language)}</p>
    <ol>
      ${sections.map(
        ({ id, title, parts }) =>
          html`<li>
            <a href="#${id}">${title}</a>${
              parts.length === 0
                ? null
                : html`<ol>
                    ${parts.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}
                  </ol>`
            }
          </li>`,
      )}
    </ol>
  </nav>`;
