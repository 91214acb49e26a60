import { sha256Text } from '@daero/domain/canonical';
import type { IsoDate } from '@daero/domain/time';
import type { StudyDesign } from './design.ts';
import { protocolOf } from './protocol.ts';
import { protocolHtml } from './protocol-text.ts';
import { writePlan } from './write-plan.ts';

/** The files of a new study: a plan, and the protocol whose hash the plan states. */
export type StudyPackage = {
  readonly plan: string;
  readonly protocol: Readonly<Record<'ko' | 'en', { readonly file: string; readonly text: string }>>;
};

export function studyPackage(design: StudyDesign, today: IsoDate): StudyPackage {
  const protocol = protocolOf(design);
  const ko = { file: './protocol-ko.html', text: protocolHtml(protocol, 'ko') };
  const en = { file: './protocol-en.html', text: protocolHtml(protocol, 'en') };
  const hashed = ({ file, text }: typeof ko) => ({ file, sha256: sha256Text(text) });
  return { plan: writePlan(design, { ko: hashed(ko), en: hashed(en) }, today), protocol: { ko, en } };
}
