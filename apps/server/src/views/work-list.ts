import type { WorkItem, WorkKind } from '@daero/api/schemas/project';
import { formatCount } from '@daero/domain/format/number';
import type { Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { stateOf } from './chain-view.ts';
import { spoken } from './node-facts.ts';
import type { RunStanding } from './project-view.ts';
import { nameOfFolder, type ProjectReader, type Reading } from './project-reader.ts';

const holders = {
  authors: { ko: '계획서의 저자', en: 'the authors of the plan' },
  statistician: { ko: '통계 담당', en: 'the statistician' },
  access: { ko: '시장 진입 담당', en: 'market access' },
  operator: { ko: '이 설치의 운영자', en: 'the operator of this installation' },
} as const satisfies Readonly<Record<string, Text>>;

/** What waits in one repository, derived from how it stands and from nothing else; what stops most comes first. */
export async function workOf(
  id: string,
  reader: ProjectReader,
  reading: Result<Reading>,
  run: RunStanding,
): Promise<readonly WorkItem[]> {
  const path = `/projects/${encodeURIComponent(id)}/chain`;
  if (!reading.ok) {
    const name = nameOfFolder(reader.folder);
    const object = { ko: name, en: name };
    return [
      {
        due: null,
        title: spoken(reading.fault),
        object,
        path,
        waits: holders.authors,
        kind: 'project-unreadable',
      },
    ];
  }
  const { project, generated, builtAt } = reading.value;
  const { plan } = project.checked;
  const item = (kind: WorkKind, title: Text, waits: Text, at = path): WorkItem => ({
    ...{ due: null, title, object: plan.title, path: at, waits, kind },
  });
  return [
    ...runItems(run, builtAt, item),
    ...(await nodeItems(reader, reading.value, run, item)),
    ...lockItems(project.lockState, item),
    ...gapItems(plan, item),
    ...(generated
      ? [
          item(
            'data-generated',
            {
              ko: '생성된 자료로 만들었습니다. 실제 파일을 지정하십시오.',
              en: 'Built on generated data. Name the real files.',
            },
            holders.operator,
          ),
        ]
      : []),
  ];
}

type Make = (kind: WorkKind, title: Text, waits: Text, at?: string) => WorkItem;

function runItems(run: RunStanding, builtAt: string | null, item: Make): readonly WorkItem[] {
  if (run.active !== null) return [];
  if (run.failed !== null) return [item('build-failed', run.failed, holders.operator)];
  if (builtAt !== null) return [];
  return [
    item(
      'build-missing',
      { ko: '사슬을 아직 만들지 않았습니다.', en: 'The chain has not been built.' },
      holders.operator,
    ),
  ];
}

async function nodeItems(
  reader: ProjectReader,
  reading: Reading,
  run: RunStanding,
  item: Make,
): Promise<readonly WorkItem[]> {
  const failed: WorkItem[] = [];
  let stale = 0;
  for (const node of reading.nodes) {
    const { status, why } = stateOf(node, await reader.facts(reading, node), reading, null);
    if (status === 'stale') stale += 1;
    if (status !== 'failed' || why === null) continue;
    const title = { ko: `${node.label.ko}: ${why.ko}`, en: `${node.label.en}: ${why.en}` };
    failed.push(item('node-failed', title, holders.statistician, `/n/${node.hash}`));
  }
  const waits = run.active === null && reading.builtAt !== null && stale > 0 && failed.length === 0;
  const count = formatCount(stale);
  const title = {
    ko: `달라진 것이 있어 다시 구할 노드: ${count}`,
    en: `Nodes to compute again because something changed: ${count}`,
  };
  return waits ? [...failed, item('build-stale', title, holders.statistician)] : failed;
}

function lockItems(lock: Reading['project']['lockState'], item: Make): readonly WorkItem[] {
  if (lock.state === 'unlocked') {
    const title = {
      ko: '계획을 잠그지 않았습니다. 모든 쪽에 그렇게 적힙니다.',
      en: 'The plan is not locked, and every page says so.',
    };
    return [item('plan-unlocked', title, holders.authors)];
  }
  return lock.deviations
    .filter(({ account }) => account === null)
    .map(({ path }) => {
      const title = { ko: `까닭이 없는 이탈: ${path}`, en: `Deviation without a reason: ${path}` };
      return item('deviation-unexplained', title, holders.authors);
    });
}

/** A requirement that no claim serves is a gap in the evidence. */
function gapItems(plan: Reading['project']['checked']['plan'], item: Make): readonly WorkItem[] {
  const served = new Set(plan.claims.flatMap(({ serves }) => serves));
  return plan.requirements
    .filter(({ id }) => !served.has(id))
    .map(({ id, text }) => {
      const title = { ko: `근거 공백 ${id}: ${text.ko}`, en: `Gap ${id}: ${text.en}` };
      return item('requirement-gap', title, holders.access);
    });
}
