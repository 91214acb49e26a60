import { addDays } from '@daero/pathway/calendar/day-number';
import type { AnswerChange, AnswerEvent, HospitalForm } from '../security/question.ts';
import { questions } from '../security/question.ts';
import { products, type ProductName } from './hospitals.ts';
import { day, made } from './made.ts';

/** Answers of a product that does not exist: most are given once, some before the present version, one has run out. */
export function answersOf(product: ProductName, nextId: () => string): readonly AnswerEvent[] {
  const { deviceId, version, authorisedOn } = products[product];
  const start = day(authorisedOn);
  const by = { personId: 'generated.security-lead', role: 'hospital-it' } as const;
  const answer = { ko: '시연용 답변입니다.', en: 'An answer made up for the demonstration.' };
  const changes: readonly AnswerChange[] = [
    { type: 'opened', key: { productId: deviceId } },
    ...questions
      .filter(({ id }) => id !== 'backup')
      .map(({ id }): AnswerChange => {
        const old = id === 'hardening';
        const validUntilOn = id === 'pen-test' ? addDays(start, 400) : null;
        return {
          type: 'answered',
          question: id,
          version: old ? '1.0' : version,
          answer,
          proof: null,
          validUntilOn,
        };
      }),
  ];
  return changes.map((change) => made(nextId(), start, by, change));
}

/** Two hospitals ask in their own order and words; both are served by the same answers. */
export const generatedForms: readonly HospitalForm[] = [
  {
    ...{ hospital: 'generated-star', edition: '2026' },
    questions: [
      {
        id: 'a1',
        text: { ko: '외부로 나가는 개인정보', en: 'Personal data leaving the hospital' },
        from: ['data-out', 'pseudonymised'],
      },
      {
        id: 'a2',
        text: { ko: '취약점 관리', en: 'Vulnerability management' },
        from: ['sbom', 'patching', 'pen-test'],
      },
      { id: 'a3', text: { ko: '원격 유지보수', en: 'Remote maintenance' }, from: ['remote', 'audit-log'] },
    ],
  },
  {
    ...{ hospital: 'generated-moon', edition: '7' },
    questions: [
      {
        id: '1.1',
        text: { ko: '서버 보안 설정', en: 'Server hardening' },
        from: ['hardening', 'encryption'],
      },
      { id: '1.2', text: { ko: '백업', en: 'Backups' }, from: ['backup'] },
      { id: '2.1', text: { ko: '권한 목록', en: 'Access list' }, from: ['access-list', 'sign-in'] },
      {
        id: '2.2',
        text: { ko: '처리위탁 계약', en: 'Processing contract' },
        from: ['processing', 'data-in', 'data-out'],
      },
    ],
  },
];
