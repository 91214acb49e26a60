import { parseArgs } from 'node:util';
import { shortHash } from '@daero/evidence/graph/node';
import { kindWords } from '@daero/evidence/graph/words';
import { chainOf } from '@daero/server/project/chain';
import { openProject } from '@daero/server/project/open-project';
import { failed, language, print, printError, tableText, words, type Command } from '../terminal.ts';
import { readSources } from '../read-sources.ts';

/** daero status <folder> [--source name=file]... [--json] */
export const statusCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      source: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const named = readSources(values.source);
  if (named === null) {
    printError(words.sourceForm);
    return 2;
  }
  const project = await openProject(positionals[0] ?? '.');
  if (!project.ok) return failed(project.fault, values.json);
  const chain = await chainOf(project.value, named);
  if (!chain.ok) return failed(chain.fault, values.json);

  const states = await Promise.all(
    chain.value.nodes.map(async (node) => ({ node, built: await chain.value.store.has(node.hash) })),
  );
  const { lockState } = project.value;
  const deviations = lockState.state === 'locked' ? lockState.deviations : [];
  if (values.json) {
    const nodes = states.map(({ node, built }) => ({ id: node.id, kind: node.kind, hash: node.hash, built }));
    print(
      JSON.stringify({
        ok: true,
        lock: lockState.state,
        deviations,
        generated: chain.value.generated,
        nodes,
      }),
    );
    return 0;
  }
  print(
    tableText(
      states
        .filter(({ node }) => node.kind !== 'figure')
        .map(({ node, built }) => [
          built ? '✓' : '○',
          kindWords[node.kind][language],
          node.id,
          shortHash(node.hash),
          node.label[language],
        ]),
    ),
  );
  const open = states.filter(({ built }) => !built).length;
  print({
    ko: `\n만들어진 것 ${states.length - open} · 만들 것 ${open}`,
    en: `\nbuilt ${states.length - open} · to build ${open}`,
  });
  print(
    lockState.state === 'unlocked'
      ? { ko: '잠기지 않은 계획입니다.', en: 'The plan is not locked.' }
      : {
          ko: `잠금 ${lockState.lockedAt} · ${lockState.by} · 이탈 ${deviations.length}`,
          en: `locked ${lockState.lockedAt} by ${lockState.by} · deviations ${deviations.length}`,
        },
  );
  return 0;
};
