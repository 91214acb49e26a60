import { parseArgs } from 'node:util';
import { explain, explanationText } from '@daero/evidence/explain';
import { chainOf } from '@daero/server/project/chain';
import { openProject } from '@daero/server/project/open-project';
import { failed, language, print, type Command } from '../terminal.ts';
import { readSources } from '../read-sources.ts';
import { folderInUse } from '../folder-in-use.ts';

/** daero explain <claim|estimate|node|hash> [--in folder] [--source name=file]... [--json] */
export const explainCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      source: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const project = await openProject(values.in ?? folderInUse());
  if (!project.ok) return failed(project.fault, values.json);
  const chain = await chainOf(project.value, readSources(values.source) ?? new Map());
  if (!chain.ok) return failed(chain.fault, values.json);
  const lines = await explain(chain.value.nodes, positionals[0] ?? '', chain.value.store);
  if (!lines.ok) return failed(lines.fault, values.json);
  if (values.json) {
    const told = lines.value.map(({ depth, node, again, facts }) => ({
      depth,
      id: node.id,
      kind: node.kind,
      hash: node.hash,
      label: node.label,
      recipe: node.recipe,
      again,
      facts,
    }));
    print(JSON.stringify({ ok: true, lines: told }));
  } else print(explanationText(lines.value, language));
  return 0;
};
