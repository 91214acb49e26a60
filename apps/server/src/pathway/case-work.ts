import type { WorkItem, WorkKind } from '@daero/api/schemas/project';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { caseRow, statutoryView } from './case-row.ts';
import type { Looked } from './looked.ts';
import { newerRules } from './rules-view.ts';

const holder = {
  access: { ko: '시장 진입 담당', en: 'market access' },
  hospital: { ko: '의료기관', en: 'the hospital' },
} as const satisfies Readonly<Record<string, Text>>;

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
    due: IsoDate | null = null,
    at = path,
  ): WorkItem => ({
    ...{ kind, title, waits, path: at, object: record.about.title },
    due: due === null ? null : endOf(due),
  });
  const newer = newerRules(record, asOf);
  const { window } = row;
  return [
    ...row.now.flatMap(({ stage, since, calendarDays, waits, actors }) => {
      const { ko, en } = stage.name;
      const limit = clocks.statutory.find((clock) => clock.stage === stage.id && clock.until === null);
      const due = limit === undefined ? null : statutoryView(record, limit, opened).endsOn;
      switch (waits) {
        case 'applicant': {
          const title = {
            ko: `${ko}: 보완 요청에 답해야 합니다`,
            en: `${en}: the request is to be answered`,
          };
          return [item('case-applicant', title, holder.access, null, `${path}?drawer=record`)];
        }
        case 'authority': {
          const title = {
            ko: `${ko}: 결정을 기다립니다(${calendarDays}일째, 달력일)`,
            en: `${en}: decision awaited (${calendarDays} calendar days since ${since})`,
          };
          return [item('case-authority', title, named(actors), due)];
        }
        case 'hospital': {
          const title = {
            ko: `${ko}: 병원의 결정을 기다립니다(${calendarDays}일째, 달력일)`,
            en: `${en}: the hospital's decision awaited (${calendarDays} calendar days since ${since})`,
          };
          return [item('case-hospital', title, holder.hospital)];
        }
        case 'time':
          return [];
      }
    }),
    ...row.next.map(({ name: { ko, en } }) =>
      item(
        'case-may-file',
        { ko: `${ko}: 신청할 수 있습니다`, en: `${en}: may be filed` },
        holder.access,
        null,
        `${path}?drawer=record`,
      ),
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
            window.toOn,
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
            null,
            `${path}?drawer=move`,
          ),
        ]
      : []),
  ];
}

const named = (actors: readonly Text[]): Text => ({
  ko: actors.map(({ ko }) => ko).join(', ') || '심사기관',
  en: actors.map(({ en }) => en).join(', ') || 'the authority',
});
