import { formatCount } from '@daero/domain/format/number';
import type { Language } from '@daero/domain/text';
import type { Dossier } from '../dossier.ts';
import { say } from '../words.ts';
import { estimateTable } from './estimate-table.ts';
import type { Section } from './front.ts';
import { foreign, hash, html } from './html.ts';
import { table } from './table.ts';

export function methodsSection({ methods }: Dossier, language: Language): Section {
  const title = say('section.methods', language);
  const head = (['method', 'published', 'file', 'codeVersion'] as const).map((word) => ({
    title: say(word, language),
  }));
  const rows = methods.map(({ name, title: of, source, file, codeVersion }) => ({
    cells: [
      { content: html`${of[language]} <code class="id">${name}</code>` },
      { content: foreign(source, 'en', language) },
      { content: html`<code class="wrap">${file}</code>` },
      { content: hash(codeVersion) },
    ],
  }));
  return {
    id: 'methods',
    title,
    body: html`<p class="lead">${say('methods.lead', language)}</p>
      ${table(title, head, rows)}`,
    parts: [],
  };
}

/** Where every link of the text arrives: the number with all that is known of it. */
export function numbersSection({ numbers }: Dossier, language: Language): Section {
  const title = say('section.numbers', language);
  return {
    id: 'numbers',
    title,
    body: html`<p class="lead">${say('numbers.lead', language)}</p>
      ${estimateTable(title, numbers, language, true)}`,
    parts: [],
  };
}

export function provenanceSection({ sources, provenance }: Dossier, language: Language): Section {
  const files = table(
    say('file', language),
    [
      { title: say('file', language) },
      { title: say('bytes', language), align: 'end' },
      { title: say('sha256', language) },
      { title: say('snapshot', language) },
    ],
    sources.map(({ file, bytes, sha256, snapshot, node }) => ({
      cells: [
        { content: html`<code class="wrap">${file}</code>` },
        { content: formatCount(bytes), node },
        { content: html`<code class="hash wrap">${sha256}</code>` },
        { content: html`<code class="hash wrap">${snapshot}</code>` },
      ],
    })),
  );
  const nodes = table(
    say('lineage', language),
    (['kind', 'name', 'node', 'inputs'] as const).map((word) => ({ title: say(word, language) })),
    provenance.nodes.map(({ id, kind, label, hash: whole, inputs }) => ({
      cells: [
        { content: kind[language] },
        { content: html`${label[language]} <code class="id wrap">${id}</code>` },
        { content: hash(whole) },
        { content: inputs.map((input, at) => html`${at === 0 ? '' : ', '}${hash(input)}`) },
      ],
    })),
  );
  return {
    id: 'provenance',
    title: say('section.provenance', language),
    body: html`<h3 id="files">${say('file', language)}</h3>
      ${files}
      <h3 id="lineage">${say('lineage', language)}</h3>
      ${nodes}`,
    parts: [
      { id: 'files', title: say('file', language) },
      { id: 'lineage', title: say('lineage', language) },
    ],
  };
}
