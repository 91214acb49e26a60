import { hiraLevelOf, hiraLevels, hiraMeaning } from '@daero/adoption/frameworks/hira-levels';
import { fillAll } from '@daero/adoption/frameworks/frameworks';
import type { FilledFramework } from '@daero/adoption/frameworks/framework';
import { proofsOfAdoption } from '@daero/adoption/frameworks/proofs-of-adoption';
import { proofsOfChain } from '@daero/adoption/frameworks/proofs-of-chain';
import { recordFields, type Proof } from '@daero/adoption/frameworks/record';
import {
  openMusts,
  readinessOn,
  type Lacking,
  type ReadinessItem,
} from '@daero/adoption/readiness/open-musts';
import type { Requirement } from '@daero/adoption/readiness/requirement';
import { lackingWords } from '@daero/adoption/words/layer-words';
import type { FrameworkView, ReadinessView } from '@daero/api/schemas/adoption';
import type { Text } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { today } from '../pathway/cases.ts';
import { adoptionRow } from './board-view.ts';
import type { Care } from './care.ts';
import { caseFile } from './chain.ts';
import type { Seen } from './fact-view.ts';
import { groundsOf } from './naming.ts';
import type { OpenedAdoption } from './records.ts';

/** What must be ready, what is, and every framework that one common record fills, with the proof behind each tick. */
export function readinessView(opened: OpenedAdoption, care: Care, { input }: Seen): ReadinessView {
  const { state, asOf } = opened;
  const { rules, readiness, key } = state;
  const record = {
    // The repository may have been built after the day on which a demonstration is looked at: what is proved is proved today.
    ...{ productVersion: key.productVersion, site: key.hospital, on: today() },
    proofs: [...proofsOfChain(input), ...proofsOfAdoption(state, asOf)],
  };
  return {
    ...adoptionRow(opened, care, true),
    items: readinessOn(rules.readiness, readiness, asOf).map((item) => itemView(opened, item)),
    openMusts: openMusts(rules.readiness, readiness, asOf),
    frameworks: fillAll(record).map(frameworkView),
    people: [...new Set([...readiness.roles.values()].flat())].sort(),
  };
}

function itemView(
  { state }: OpenedAdoption,
  { requirement, met, lacking }: ReadinessItem,
): ReadinessView['items'][number] {
  const { id, kind, name, must, grounds } = requirement;
  return {
    ...{ id, kind, name, must, met, asks: asksOf(state.rules.readiness, requirement) },
    done: doneOf(state.readiness, requirement),
    lacking: lacking.map((one) => ({
      name: lackingText(one),
      who: one.what === 'course' ? one.person : null,
    })),
    grounds: groundsOf(grounds),
  };
}

function asksOf(all: readonly Requirement[], requirement: Requirement): Text {
  switch (requirement.kind) {
    case 'role': {
      const { least } = requirement;
      return { ko: `${least}명 이상`, en: `${least} or more people` };
    }
    case 'course': {
      const role = all.find(({ id }) => id === requirement.forRole)?.name;
      const { leastScore, validMonths } = requirement;
      const [ko, en] = [role?.ko ?? requirement.forRole, role?.en ?? requirement.forRole];
      return {
        ko: [
          `대상: ${ko}`,
          leastScore === null ? null : `${leastScore}점 이상`,
          validMonths === null ? null : `유효 ${validMonths}개월`,
        ]
          .filter((one) => one !== null)
          .join(' · '),
        en: [
          `for: ${en}`,
          leastScore === null ? null : `${leastScore} points or more`,
          validMonths === null ? null : `valid ${validMonths} months`,
        ]
          .filter((one) => one !== null)
          .join(' · '),
      };
    }
    case 'procedure':
      return requirement.drill
        ? {
            ko: `채택과 훈련${requirement.drillValidMonths === null ? '' : ` · 훈련 유효 ${requirement.drillValidMonths}개월`}`,
            en: `adopted and tried out${requirement.drillValidMonths === null ? '' : ` · a drill holds ${requirement.drillValidMonths} months`}`,
          }
        : { ko: '채택', en: 'adopted' };
    default:
      return unreachable(requirement);
  }
}

function doneOf(
  readiness: OpenedAdoption['state']['readiness'],
  { kind, id }: Requirement,
): ReadinessView['items'][number]['done'] {
  if (kind === 'role')
    return (readiness.roles.get(id) ?? []).map((what) => ({ what, on: null, score: null }));
  if (kind === 'course')
    return readiness.courses
      .filter(({ course }) => course === id)
      .map(({ person, on, score }) => ({ what: person, on, score }));
  const procedure = readiness.procedures.get(id);
  if (procedure === undefined) return [];
  const { reference, adoptedOn, drilledOn } = procedure;
  const drilled = drilledOn === null ? [] : [{ what: 'drill', on: drilledOn, score: null }];
  return [{ what: reference, on: adoptedOn, score: null }, ...drilled];
}

function lackingText(lacking: Lacking): Text {
  const word = lackingWords[lacking.what];
  return lacking.what === 'people'
    ? {
        ko: `${word.ko} (${lacking.have}/${lacking.need})`,
        en: `${word.en} (${lacking.have}/${lacking.need})`,
      }
    : word;
}

function frameworkView(filled: FilledFramework): FrameworkView {
  const { framework, tier, ticked, items } = filled;
  const { id, name, source, grounds } = framework;
  const level = id === hiraLevels.id ? hiraLevelOf(filled) : null;
  return {
    ...{ id, name, source, tier, ticked, grounds: groundsOf(grounds) },
    level: level === null ? null : { level, name: hiraMeaning[level] ?? { ko: '—', en: '—' } },
    items: items.map(({ item, is, fields }) => ({
      ...{ id: item.id, group: item.group, text: item.text, is },
      fields: fields.map(({ field, proof }) => ({
        ...{ name: recordFields[field].name, is: proof.is },
        proofs: proof.is === 'open' ? [] : proof.proofs.map(proofView),
      })),
    })),
  };
}

const proofView = ({
  what,
  on,
  source,
}: Proof): FrameworkView['items'][number]['fields'][number]['proofs'][number] => ({
  ...{ what, on },
  node: source.is === 'chain' && source.node !== caseFile ? source.node : null,
  eventId: source.is === 'event' ? source.eventId : null,
  paper:
    source.is === 'paper'
      ? source.reference
      : source.is === 'chain' && source.node === caseFile
        ? caseFile
        : null,
});
