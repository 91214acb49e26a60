import type { Estimate } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { unreachable } from '@daero/domain/unreachable';
import type { HospitalCaseForm } from '@daero/economics/hospital-case/form';
import type { HospitalCase } from '@daero/economics/hospital-case/hospital-case';
import type { RecordField } from '../frameworks/record.ts';
import type { Layer, LayerKind } from '../layers/layer.ts';
import { standingOn, type LayerStanding } from '../layers/standing.ts';
import type { AdoptionState, LayerRecord } from '../layers/state.ts';
import type { ProcurementState } from '../procurement/state.ts';
import type { AnswerBook } from '../security/answer-book.ts';
import type { Disclosed } from '../use/disclosed.ts';
import type { Friction } from '../use/friction.ts';
import type { UsePeriod } from '../use/rules.ts';
import { clinicalSections, localSections } from './clinical.ts';
import type { Section } from './fact.ts';
import { conditionSection, paperSection, readinessSection } from './hospital.ts';
import { feeSections } from './money.ts';
import { offerSections } from './purchase.ts';
import { securitySections } from './security.ts';
import { frictionSection, useSection } from './use.ts';

/** An estimate of the chain, as plain facts: about whom, of which version, and where it can be seen. */
export type ChainEstimate = {
  readonly key: string;
  readonly name: Text;
  readonly about: 'accuracy' | 'subgroup';
  /** The hospital whose patients it rests on; null where they are pooled. */
  readonly site: string | null;
  readonly productVersion: string;
  readonly estimate: Estimate;
  readonly builtOn: IsoDate;
  readonly node: string;
};
export type ChainClaim = {
  readonly claimId: string;
  readonly sentence: Text;
  readonly productVersion: string;
  /** The fields of the common record that it proves, as the plan says. */
  readonly proves: readonly RecordField[];
  readonly builtOn: IsoDate;
  readonly node: string;
};
export type BusinessCase = {
  readonly form: HospitalCaseForm;
  readonly result: HospitalCase;
  readonly node: string;
};
export type Fee = {
  readonly code: string;
  readonly basis: Text;
  readonly perUse: number;
  readonly untilOn: IsoDate | null;
  readonly reference: string;
};
export type Measured = {
  readonly friction: Friction;
  readonly use: Disclosed;
  readonly history: readonly UsePeriod[];
  readonly from: IsoDate | null;
  readonly to: IsoDate;
};

/** All that a hospital's layers may need to see, from the chain, the log and the records of adoption; null for what is not there. */
export type LayerInput = {
  readonly adoption: AdoptionState;
  readonly on: IsoDate;
  readonly estimates: readonly ChainEstimate[];
  readonly claims: readonly ChainClaim[];
  readonly measured: Measured | null;
  readonly businessCase: BusinessCase | null;
  readonly fee: Fee | null;
  readonly answers: AnswerBook | null;
  readonly purchase: ProcurementState | null;
};

/** What one layer sees before it decides. */
export type LayerView = {
  readonly layer: Layer;
  readonly holders: readonly string[];
  readonly standing: LayerStanding;
  readonly sections: readonly Section[];
  readonly known: number;
  readonly missing: number;
};

export function layerView(record: LayerRecord, input: LayerInput): LayerView {
  const { layer, holders } = record;
  const sections = [
    ...sectionsOf(layer.kind, input),
    paperSection(record, input.on),
    conditionSection(input.adoption, input.on),
  ].filter(({ facts }) => facts.length > 0);
  const facts = sections.flatMap((section) => section.facts);
  const known = facts.filter((fact) => fact.known).length;
  const standing = standingOn(input.adoption, record, input.on);
  return { layer, holders, standing, sections, known, missing: facts.length - known };
}

function sectionsOf(kind: LayerKind, input: LayerInput): readonly Section[] {
  switch (kind) {
    case 'need':
      return [...clinicalSections(input), frictionSection(input)];
    case 'clinical-review':
      return clinicalSections(input);
    case 'local-validation':
      return localSections(input);
    case 'it-integration':
      return [frictionSection(input), ...securitySections(input, ['data-flow', 'operation'])];
    case 'security-privacy':
      return securitySections(input, ['data-flow', 'access', 'software', 'operation', 'contract']);
    case 'fee-finance':
      return feeSections(input);
    case 'device-committee':
      return [...localSections(input), ...feeSections(input), ...offerSections(input)];
    case 'purchase':
      return [...offerSections(input), ...feeSections(input)];
    case 'go-live':
      return [readinessSection(input), frictionSection(input)];
    case 'monitoring':
      return [useSection(input), frictionSection(input), ...localSections(input)];
    case 'other':
      return [];
    default:
      return unreachable(kind);
  }
}
