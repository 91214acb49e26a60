import { z } from 'zod';
import {
  annulledForm,
  dayForm,
  idForm,
  recordedForm,
  textForm,
  words,
  type Recorded,
} from '../record/event.ts';

/** What hospitals ask, once, in our own words; a hospital's own form maps its questions onto these. */
export const topics = ['data-flow', 'access', 'software', 'operation', 'contract'] as const;
export type Topic = (typeof topics)[number];
export type Question = {
  readonly id: string;
  readonly topic: Topic;
  readonly text: { readonly ko: string; readonly en: string };
};

/** The common question book. */
const row = (id: string, topic: Topic, ko: string, en: string): Question => ({ id, topic, text: { ko, en } });
export const questions: readonly Question[] = [
  row(
    'data-in',
    'data-flow',
    '어떤 자료를 병원에서 받습니까?',
    'Which data does the product take from the hospital?',
  ),
  row('data-out', 'data-flow', '병원 밖으로 나가는 자료는 무엇입니까?', 'Which data leave the hospital?'),
  row(
    'pseudonymised',
    'data-flow',
    '자료는 어디에서 어떻게 가명처리합니까?',
    'Where and how are data pseudonymised?',
  ),
  row(
    'place',
    'data-flow',
    '자료는 어디에 저장되고 처리됩니까(클라우드 포함)?',
    'Where are data stored and processed, cloud included?',
  ),
  row(
    'retention',
    'data-flow',
    '자료를 얼마나 보관하고 어떻게 지웁니까?',
    'How long are data kept, and how are they erased?',
  ),
  row(
    'training-use',
    'data-flow',
    '병원 자료가 개발이나 학습에 쓰입니까?',
    'Are data of the hospital used for development or training?',
  ),
  row(
    'encryption',
    'data-flow',
    '저장과 전송은 어떻게 암호화합니까?',
    'How are data encrypted at rest and on the way?',
  ),
  row('access-list', 'access', '누가 어떤 권한으로 접속합니까?', 'Who has access, with which rights?'),
  row(
    'sign-in',
    'access',
    '사용자 인증과 통합 로그인은 어떻게 합니까?',
    'How do users sign in; is single sign-on supported?',
  ),
  row('remote', 'access', '원격 접속은 누가 언제 어떻게 합니까?', 'Who has remote access, when and how?'),
  row(
    'audit-log',
    'access',
    '어떤 접속 기록을 얼마나 남깁니까?',
    'Which access is logged, and for how long?',
  ),
  row(
    'sbom',
    'software',
    '소프트웨어 자재명세서(SBOM)가 있습니까?',
    'Is there a software bill of materials (SBOM)?',
  ),
  row('patching', 'software', '취약점은 얼마 만에 고칩니까?', 'How soon are vulnerabilities patched?'),
  row(
    'pen-test',
    'software',
    '마지막 모의해킹은 언제였고 결과는 무엇입니까?',
    'When was the last penetration test, and what did it find?',
  ),
  row(
    'hardening',
    'software',
    '서버와 포트는 어떻게 제한합니까?',
    'Which servers and ports are open, and how are they hardened?',
  ),
  row(
    'downtime',
    'operation',
    '장애가 나면 진료는 어떻게 이어집니까?',
    'How does care go on when the product is down?',
  ),
  row('backup', 'operation', '백업과 복구는 어떻게 합니까?', 'How are backups made and restored?'),
  row(
    'incident',
    'operation',
    '침해 사고는 누구에게 얼마 안에 알립니까?',
    'Who is told of an incident, and how soon?',
  ),
  row(
    'change',
    'operation',
    '판이 바뀔 때 병원에 어떻게 알립니까?',
    'How is the hospital told of a new version?',
  ),
  row(
    'processing',
    'contract',
    '개인정보 처리위탁 계약과 재위탁은 어떻게 됩니까?',
    'What are the terms of data processing and of subprocessors?',
  ),
];

/** What the answer book is about: one product, whatever its version. */
export const answerBookKeyForm = z.strictObject({ productId: idForm });

export const answerChangeForm = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), key: answerBookKeyForm }),
  z.strictObject({
    type: z.literal('answered'),
    question: idForm,
    version: words.describe('the product version that the answer is true of'),
    answer: textForm,
    proof: words.nullable(),
    validUntilOn: dayForm.nullable(),
  }),
  z.strictObject({
    type: z.literal('reaffirmed'),
    questions: z.array(idForm).min(1),
    version: words.describe('the version of which the same answers are true as well'),
  }),
  annulledForm,
]);
export type AnswerChange = z.output<typeof answerChangeForm>;
export const answerEventForm = recordedForm(answerChangeForm);
export type AnswerEvent = Recorded<AnswerChange>;

/** A hospital's own form: its questions in its words and its order, each resting on questions of the book. */
export const hospitalFormForm = z.strictObject({
  hospital: idForm,
  edition: words,
  questions: z.array(z.strictObject({ id: idForm, text: textForm, from: z.array(idForm).min(1) })).min(1),
});
export type HospitalForm = z.output<typeof hospitalFormForm>;
