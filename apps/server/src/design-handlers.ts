import { succeed } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import type { DesignView } from '@daero/api/schemas/design';
import type { StudyDesign } from '@daero/evidence/design/design';
import { designStudy } from '@daero/evidence/design/design-study';
import { checklistsOf } from '@daero/evidence/design/protocol';
import { speakSettings } from '@daero/evidence/design/speak-settings';
import { studyPackage } from '@daero/evidence/design/study-package';
import { methods } from '@daero/evidence/methods';
import type { Handlers } from './http/handler.ts';

/** The study designer: it computes within some ten milliseconds and keeps nothing, so no job is made of it. */
export const designHandlers: Pick<Handlers, 'designStudy' | 'designFiles' | 'methods'> = {
  designStudy: async ({ body }) => {
    const design = designStudy(body);
    return design.ok ? succeed(designView(design.value)) : design;
  },
  designFiles: async ({ body }) => {
    const design = designStudy(body);
    if (!design.ok) return design;
    const { plan, protocol } = studyPackage(design.value, isoDate(new Date().toISOString().slice(0, 10)));
    return succeed({ plan, protocol: { ko: protocol.ko.text, en: protocol.en.text } });
  },
  methods: async () =>
    succeed(
      [...methods.values()].map(({ name, title, takes, gives, byGroup }) => ({
        name,
        title,
        columns: takes.map(({ role, kind, optional }) => ({ role, kind, optional: optional === true })),
        gives,
        byGroup,
      })),
    ),
};

function designView(design: StudyDesign): DesignView {
  const { title, hypotheses, numbers, steps, curves, analyses, notes } = design;
  return {
    ...{ title, hypotheses, numbers, curves, notes },
    steps: steps.map(({ asked: _asked, recruits: _recruits, ...step }) => step),
    analyses: analyses.map(({ id, title: name, method, role, settings }) => ({
      id,
      title: name,
      method,
      role,
      settings: { ko: speakSettings(settings, 'ko'), en: speakSettings(settings, 'en') },
    })),
    checklists: checklistsOf(design).map(({ items, ...list }) => ({
      ...list,
      items: items.map(({ item, about, answer }) => ({
        item,
        about,
        state: answer.is,
        text: answer.is === 'later' ? null : answer.text,
      })),
    })),
  };
}
