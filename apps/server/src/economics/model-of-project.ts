import type { BesideView, EconomicModelView } from '@daero/api/schemas/model';
import type { Json } from '@daero/domain/canonical';
import type { Estimates } from '@daero/economics/model/binding';
import { formatInstant } from '@daero/domain/format/date';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { instant } from '@daero/domain/time';
import { modelView } from '../views/model-view.ts';
import type { ProjectReader, Reading } from '../views/project-reader.ts';

/** Everything it takes to run the model of a plan again, as plain data that can cross to a thread. */
export type RunnableModel = {
  readonly project: string;
  readonly model: Json;
  readonly estimates: Estimates;
  readonly budget: Json | null;
  readonly hospital: Json | null;
  /** What must not be overlooked on a document; null where there is nothing. */
  readonly ribbon: Text | null;
  readonly about: readonly Text[];
};

export async function modelOfProject(
  project: string,
  reader: ProjectReader,
  reading: Reading,
): Promise<Result<RunnableModel>> {
  const view = await modelView(reader, reading);
  if (view === null) return fail({ kind: 'model-not-in-plan', project });
  const missing = [
    ...view.notBuilt,
    ...view.estimates.flatMap(({ id, estimate }) => (estimate === null ? [id] : [])),
  ];
  if (missing.length > 0) return fail({ kind: 'model-estimates-missing', names: missing });
  return succeed({
    ...{ project, model: view.model },
    estimates: Object.fromEntries(
      view.estimates.flatMap(({ id, estimate }) => (estimate === null ? [] : [[id, estimate]])),
    ),
    ...{ budget: contentOf(view.budget), hospital: contentOf(view.hospital) },
    ...{ ribbon: ribbonOf(reading), about: aboutOf(view, reading) },
  });
}

const contentOf = (beside: BesideView | null): Json | null =>
  beside !== null && 'content' in beside ? beside.content : null;

function ribbonOf({ generated, project }: Reading): Text | null {
  const { standing } = project.checked.plan.product;
  const said = [
    ...(generated
      ? [
          {
            ko: '시연 자료입니다. 실제 환자·기관이 아닙니다.',
            en: 'Demonstration data. No real patients or institutions.',
          },
        ]
      : []),
    ...(standing === 'reference'
      ? [{ ko: '기준 장치: 승인된 제품이 아닙니다.', en: 'Reference device: not an approved product.' }]
      : []),
  ];
  if (said.length === 0) return null;
  return { ko: said.map(({ ko }) => ko).join(' '), en: said.map(({ en }) => en).join(' ') };
}

/** Product and version, the model file, how it is fixed, its node. */
function aboutOf({ file, locked, node }: EconomicModelView, { project }: Reading): readonly Text[] {
  const { product } = project.checked.plan;
  const same = (text: string): Text => ({ ko: text, en: text });
  const at = locked === null ? null : instant(locked.at);
  return [
    {
      ko: `${product.name.ko} ${product.version}`,
      en: `${product.name.en} ${product.version}`,
    },
    same(file),
    locked === null || at === null
      ? { ko: '잠그지 않음', en: 'not locked' }
      : {
          ko: `잠금 ${formatInstant(at, 'ko')} ${locked.hash.slice(0, 8)}`,
          en: `locked ${formatInstant(at, 'en')} ${locked.hash.slice(0, 8)}`,
        },
    ...(node === null ? [] : [same(node.hash.slice(0, 12))]),
  ];
}
