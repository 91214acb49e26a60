import { canonicalJson, type Json } from '@daero/domain/canonical';
import { formatInstant } from '@daero/domain/format/date';
import type { Language } from '@daero/domain/text';
import type { Instant } from '@daero/domain/time';
import type { Deviation } from '@daero/evidence/lock';
import type { Dossier } from '../dossier.ts';
import { say } from '../words.ts';
import type { Section } from './front.ts';
import { html, type Html } from './html.ts';
import { table } from './table.ts';

/** The lock, and every difference since: old, new, reason, and when relative to the outcomes. */
export function planSection({ lock, outcomesOpenedAt, node }: Dossier, language: Language): Section {
  const title = say('section.plan', language);
  if (lock.state === 'unlocked') {
    return { id: 'plan', title, body: html`<p class="notice">! ${say('unlocked', language)}</p>`, parts: [] };
  }
  const { lockedAt, by, hash: planHash, outcomes, deviations } = lock;
  const seal = html`<p class="seal">
    ${say('lock.locked', language)} <time datetime="${lockedAt}">${formatInstant(lockedAt, language)}</time> ·
    ${by} · ${say('lock.hash', language)} <code class="hash wrap">${planHash}</code
    ><br />${say(`lock.${outcomes}`, language)}
  </p>`;
  const head = (['path', 'from', 'to', 'reason', 'when'] as const).map((name) => ({
    title: say(`deviation.${name}`, language),
  }));
  const opened = outcomes === 'already open' ? lockedAt : outcomesOpenedAt;
  const rows = deviations.map((deviation) => ({ cells: deviationCells(deviation, opened, node, language) }));
  const list =
    deviations.length === 0
      ? html`<p>${say('deviations.none', language)}</p>`
      : table(say('deviations', language), head, rows);
  return {
    id: 'plan',
    title,
    body: html`${seal}
      <h3 id="deviations">${say('deviations', language)}</h3>
      ${list}`,
    parts: [{ id: 'deviations', title: say('deviations', language) }],
  };
}

function deviationCells(
  { path, from, to, account }: Deviation,
  opened: Instant | null,
  node: string,
  language: Language,
): readonly { readonly content: Html | string; readonly node?: string }[] {
  return [
    { content: html`<code class="wrap">${path}</code>` },
    { content: setting(from, language), node },
    { content: setting(to, language), node },
    { content: account === null ? say('deviation.unaccounted', language) : account.reason },
    {
      content:
        account === null
          ? say('deviation.unknown', language)
          : html`<time datetime="${account.at}">${formatInstant(account.at, language)}</time> · ${account.by}
              <div class="meta">${say(timing(account.at, opened), language)}</div>`,
    },
  ];
}

const timing = (
  at: Instant,
  opened: Instant | null,
): 'deviation.unknown' | 'deviation.before' | 'deviation.after' =>
  opened === null
    ? 'deviation.unknown'
    : Date.parse(at) < Date.parse(opened)
      ? 'deviation.before'
      : 'deviation.after';

const setting = (value: Json, language: Language): Html =>
  value === null
    ? html`${say('nothing', language)}`
    : html`<code class="wrap">${typeof value === 'string' ? value : canonicalJson(value)}</code>`;
