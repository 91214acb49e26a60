import { caseEventSchema, type CaseEvent } from '@daero/pathway/case/event';
import { eventsFrom, type Row } from './draw.ts';
import { demoCompanies, type DemoCompany } from './parties.ts';

const opened = (company: DemoCompany): object => ({
  type: 'opened',
  key: {
    productVersion: `${company.product.deviceId}@${company.product.version}`,
    indication: company.indication,
    act: 'demonstration-reading',
    route: 'kr.r.immediate',
  },
  jurisdiction: 'KR',
  version: '2026-01-26',
});

const decided = (stage: string, outcome: string, ...to: readonly string[]): object => ({
  type: 'decided',
  stage,
  outcome,
  to,
});
const entered = (stage: string): object => ({ type: 'entered', stage });
const reached = (state: string, reference: string): object => ({ type: 'reached', state, reference });

const rowsOf = (
  by: string,
  rows: readonly (readonly [on: string, reason: string, change: object])[],
): readonly Row[] => rows.map(([on, reason, change]) => [on, by, reason, change]);

/** The first product is in use under immediate entry; the second waits for its authorisation. */
export const demoCases: readonly { readonly name: string; readonly events: readonly CaseEvent[] }[] =
  demoCompanies.slice(0, 2).map((company, at) => {
    const { id, product } = company;
    const filed = at === 0 ? '2026-02-02' : '2026-09-14';
    const start = [
      [filed, '시연 사례 / demonstration case', opened(company)],
      [filed, '허가 신청 / filing', entered('kr.authorise')],
    ] as const;
    const used = [
      ['2026-05-29', '허가 / authorisation', decided('kr.authorise', 'approve', 'kr.immediate')],
      ['2026-05-29', '허가증 / licence', reached('authorised', 'demo-licence-1')],
      ['2026-05-29', '기존기술 확인 신청 / request', entered('kr.hira.check')],
      ['2026-06-10', '확인 결과 / result', decided('kr.hira.check', 'classified-new', 'kr.immediate')],
      ['2026-06-11', '즉시진입 신청 / entry', entered('kr.immediate')],
      ['2026-06-15', '고시 / notice', decided('kr.immediate', 'approve', 'kr.adopt', 'kr.evidence')],
      ['2026-06-15', '사용기간 / use window', { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: null }], // prettier-ignore
      ['2026-08-20', '구매 계약 / contract', reached('bought', 'demo-contract-1')],
      ['2026-09-11', '첫 사용 / first use', reached('used', 'demo-log-1')],
    ] as const;
    const rows = rowsOf(`${id}-1`, at === 0 ? [...start, ...used] : start);
    return {
      name: `${product.deviceId}-kr`,
      events: eventsFrom(`${product.deviceId}-kr`, rows).map((event) => caseEventSchema.parse(event)),
    };
  });
