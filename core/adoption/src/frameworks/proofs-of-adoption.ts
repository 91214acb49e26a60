import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { LayerKind } from '../layers/layer.ts';
import { passes, standingOn } from '../layers/standing.ts';
import type { AdoptionState, Decision, LayerRecord } from '../layers/state.ts';
import { readinessOn } from '../readiness/open-musts.ts';
import type { Proof, RecordField } from './record.ts';

/** What a layer's yes proves, as long as it holds. */
const provedBy: Readonly<Record<LayerKind, readonly RecordField[]>> = {
  need: [],
  'clinical-review': ['intended-use', 'approvals', 'authorisation'],
  'local-validation': ['local-accuracy'],
  'it-integration': ['integration'],
  'security-privacy': ['security', 'data-protection'],
  'fee-finance': ['costs'],
  'device-committee': ['approvals'],
  purchase: [],
  'go-live': ['approvals'],
  monitoring: ['monitoring'],
  other: [],
};

/** The proofs that a hospital's own decisions and readiness give to the common record. */
export function proofsOfAdoption(state: AdoptionState, on: IsoDate): readonly Proof[] {
  const { productVersion, hospital: site } = state.key;
  const decided = [...state.layers.values()].flatMap((record) => {
    const decision = granted(state, record, on);
    if (decision === null) return [];
    return provedBy[record.layer.kind].map((field): Proof => {
      const source = { is: 'event', eventId: decision.eventId } as const;
      return { field, what: yesOf(record.layer.name), source, productVersion, site, on: decision.on };
    });
  });
  return [...decided, ...readinessProofs(state, on)];
}

const yesOf = ({ ko, en }: Text): Text => ({ ko: `${ko} 단계의 승인`, en: `approval of ${en}` });

function granted(state: AdoptionState, record: LayerRecord, on: IsoDate): Decision | null {
  if (!passes(standingOn(state, record, on))) return null;
  return record.decisions.findLast((one) => one.on <= on) ?? null;
}

/** Training counts once every course that is a must is met, consent once its procedure stands. */
function readinessProofs({ rules, readiness, key, openedOn }: AdoptionState, on: IsoDate): readonly Proof[] {
  const items = readinessOn(rules.readiness, readiness, on);
  const courses = items.filter(({ requirement }) => requirement.kind === 'course' && requirement.must);
  const { productVersion, hospital: site } = key;
  const proofs: Proof[] = [];
  if (courses.length > 0 && courses.every(({ met }) => met)) {
    const last = readiness.courses.findLast((one) => one.on <= on)?.on ?? openedOn;
    const what = { ko: '교육 이수 기록', en: 'records of courses taken' };
    const source = {
      is: 'paper',
      reference: courses.map(({ requirement }) => requirement.id).join(', '),
    } as const;
    proofs.push({ field: 'training', what, source, productVersion, site, on: last });
  }
  const consent = readiness.procedures.get('consent');
  if (consent !== undefined && consent.adoptedOn <= on) {
    const source = { is: 'paper', reference: consent.reference } as const;
    const what = { ko: '설명과 동의 절차', en: 'procedure of information and consent' };
    proofs.push({ field: 'consent', what, source, productVersion, site, on: consent.adoptedOn });
  }
  return proofs;
}
