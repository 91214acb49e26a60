import { parseArgs } from 'node:util';
import { explain, explanationText } from '@daero/evidence/explain';
import { storeOf } from '@daero/server/project/chain';
import { lastBuild } from '@daero/server/project/last-build';
import { openProject } from '@daero/server/project/open-project';
import { failed, language, print, type Command } from '../terminal.ts';
import { folderInUse } from '../folder-in-use.ts';

/** daero explain <claim|estimate|node|hash> [--in folder] [--json] */
export const explainCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const project = await openProject(values.in ?? folderInUse());
  if (!project.ok) return failed(project.fault, values.json);
  const chain = await lastBuild(project.value);
  if (!chain.ok) return failed(chain.fault, values.json);
  const lines = await explain(chain.value.nodes, positionals[0] ?? '', storeOf(project.value));
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
