import { parseArgs } from 'node:util';
import { speakFault } from '@daero/domain/words/speak';
import { shortHash } from '@daero/evidence/graph/node';
import { kindWords } from '@daero/evidence/graph/words';
import type { BuiltNode } from '@daero/evidence/graph/build';
import { buildProject, type BuildReport } from '@daero/server/project/build-project';
import { openProject } from '@daero/server/project/open-project';
import { failed, language, print, printError, tableText, words, type Command } from '../terminal.ts';
import { progressLine } from '../progress.ts';
import { readSources } from '../read-sources.ts';

/** daero build <folder> [--source name=file]... [--json] */
export const buildCommand: Command = async (args) => {
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

  const line = progressLine(values.json);
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  process.once('SIGINT', cancel);
  const report = await buildProject(project.value, named, {
    step: line.step,
    rows: line.rows,
    cancelled: () => stop.signal.aborted,
    cancel: stop.signal,
  });
  process.removeListener('SIGINT', cancel);
  line.end();
  if (!report.ok) return failed(report.fault, values.json);
  if (values.json) print(JSON.stringify(summary(report.value, project.value.out)));
  else tell(report.value, project.value.out);
  return report.value.counts.failed > 0 ? 1 : 0;
};

function summary({ built, counts, bundle, chain }: BuildReport, out: string): unknown {
  const failures = built.flatMap(({ node, state }) =>
    state.at === 'failed' ? [{ node: node.id, fault: state.fault }] : [],
  );
  return { ok: counts.failed === 0, out, bundle, counts, generated: chain.generated, failures };
}

function tell({ built, counts, bundle, chain }: BuildReport, out: string): void {
  print(tableText(statusRows(built)));
  if (chain.generated) {
    print({
      ko: '\n생성된 자료로 만들었습니다. 실제 환자가 아닙니다. 실제 파일은 --source로 지정하십시오.',
      en: '\nBuilt on generated data, not on real patients. Name the real files by --source.',
    });
  }
  const { computed, fresh, failed: off, blocked } = counts;
  print({
    ko: `\n계산 ${computed} · 그대로 ${fresh} · 실패 ${off} · 막힘 ${blocked}\n결과: ${out}`,
    en: `\ncomputed ${computed} · unchanged ${fresh} · failed ${off} · blocked ${blocked}\nin ${out}`,
  });
  if (bundle !== null) print({ ko: `꾸러미: ${bundle}`, en: `bundle: ${bundle}` });
}

const stateWords = {
  computed: { ko: '계산함', en: 'computed' },
  fresh: { ko: '그대로', en: 'unchanged' },
  failed: { ko: '실패', en: 'failed' },
  blocked: { ko: '막힘', en: 'blocked' },
} as const;

/** A line a node, figures and documents left to their count. */
export function statusRows(built: readonly BuiltNode[]): string[][] {
  return built
    .filter(({ node, state }) => node.kind !== 'figure' || state.at === 'failed')
    .map(({ node, state }) => [
      stateWords[state.at][language],
      kindWords[node.kind][language],
      node.id,
      shortHash(node.hash),
      state.at === 'failed'
        ? speakFault(state.fault, language)
        : state.at === 'blocked'
          ? `← ${state.by}`
          : node.label[language],
    ]);
}
