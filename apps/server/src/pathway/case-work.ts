import type { WorkItem, WorkKind } from '@daero/api/schemas/project';
import { formatDate } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { caseRow, statutoryView } from './case-row.ts';
import type { Looked } from './looked.ts';
import { newerRules } from './rules-view.ts';

const holder = {
  access: { ko: '시장 진입 담당', en: 'market access' },
  hospital: { ko: '의료기관', en: 'the hospital' },
} as const satisfies Readonly<Record<string, Text>>;

type Due = { readonly due: IsoDate | null; readonly dueIs: 'law' | 'assumption' };
const decision: Text = { ko: '결정을', en: 'decision' };
const ofHospital: Text = { ko: '병원의 결정을', en: "the hospital's decision" };

const soonDays = 730; // a reassessment of 250 days and the study before it fit into no less

/** The last moment of a day in Korea. */
const endOf = (on: IsoDate): string => `${on}T14:59:59.000Z`;

/** What waits in one case and for whom: the applicant's answer, what may be filed, an authority's decision, the end of a window. */
export function caseWork({ opened, forecast }: Looked): readonly WorkItem[] {
  const { record, clocks, asOf } = opened;
  const row = caseRow(opened, forecast.ok ? forecast.value.forecast : null);
  if (row.ended !== null) return [];
  const path = `/cases/${encodeURIComponent(record.caseId)}`;
  const item = (
    kind: WorkKind,
    title: Text,
    waits: Text,
    { due = null, dueIs = 'law', at = path }: Partial<Due> & { readonly at?: string } = {},
  ): WorkItem => ({
    ...{ kind, title, waits, path: at, object: record.about.title },
    ...(due === null ? { due } : { due: endOf(due), dueIs }),
  });
  const awaited = (stage: Text, { ko, en }: Text, from: IsoDate, days: number): Text => ({
    ko: `${stage.ko}: ${formatDate(from, 'ko')}부터 ${ko} 기다립니다(${days}일, 달력일)`,
    en: `${stage.en}: ${en} awaited since ${formatDate(from, 'en')} (${days} calendar days)`,
  });
  const newer = newerRules(record, asOf);
  const { window } = row;
  return [
    ...row.now.flatMap(({ stage, since, calendarDays, waits, actors }) => {
      const { ko, en } = stage.name;
      const limit = clocks.statutory.find((clock) => clock.stage === stage.id && clock.until === null);
      switch (waits) {
        case 'applicant': {
          const title = {
            ko: `${ko}: 보완 요청에 답해야 합니다`,
            en: `${en}: the request is to be answered`,
          };
          return [item('case-applicant', title, holder.access, { at: `${path}?drawer=record` })];
        }
        case 'authority': {
          const title = awaited(stage.name, decision, since, calendarDays);
          const clock = limit === undefined ? null : statutoryView(record, limit, opened);
          // A limit whose days nobody but an assumption says how to count is no date of the law.
          const dueIs = clock?.countedAs === clock?.dayType ? 'law' : 'assumption';
          return [item('case-authority', title, named(actors), { due: clock?.endsOn ?? null, dueIs })];
        }
        case 'hospital':
          return [
            item('case-hospital', awaited(stage.name, ofHospital, since, calendarDays), holder.hospital),
          ];
        case 'time':
          return [];
      }
    }),
    ...row.next.map(({ name: { ko, en } }) =>
      item('case-may-file', { ko: `${ko}: 신청할 수 있습니다`, en: `${en}: may be filed` }, holder.access, {
        at: `${path}?drawer=record`,
      }),
    ),
    ...(window !== null && window.standing === 'open' && window.leftDays <= soonDays
      ? [
          item(
            'case-window',
            {
              ko: `사용기간이 끝납니다: ${window.stage.name.ko}`,
              en: `The use window ends: ${window.stage.name.en}`,
            },
            holder.access,
            { due: window.toOn },
          ),
        ]
      : []),
    ...(newer !== null && newer.refused === null
      ? [
          item(
            'case-rules',
            {
              ko: `규정 ${newer.version}판으로 옮길지 정해야 합니다(지금 ${row.rules}판)`,
              en: `Whether to move to the rules of ${newer.version} is open (now ${row.rules})`,
            },
            holder.access,
            { at: `${path}?drawer=move` },
          ),
        ]
      : []),
  ];
}

const named = (actors: readonly Text[]): Text => ({
  ko: actors.map(({ ko }) => ko).join(', ') || '심사기관',
  en: actors.map(({ en }) => en).join(', ') || 'the authority',
});
