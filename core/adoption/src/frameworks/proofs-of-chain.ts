import type { IsoDate } from '@daero/domain/time';
import type { LayerInput } from '../view/layer-view.ts';
import type { Proof, RecordField } from './record.ts';

/** The proofs that estimates, claims, the hospital's own case and what was measured give to the common record. */
export function proofsOfChain({
  estimates,
  claims,
  businessCase,
  measured,
  adoption,
  on,
}: LayerInput): readonly Proof[] {
  const { hospital, productVersion } = adoption.key;
  const estimated = estimates.flatMap(
    ({ about, site, name, node, builtOn, productVersion: of }): readonly Proof[] => {
      const fields: readonly RecordField[] =
        about === 'subgroup' ? ['subgroups'] : site === null ? ['accuracy'] : ['local-accuracy'];
      return fields.map((field) => ({
        ...{ field, what: name, source: { is: 'chain', node }, productVersion: of, site, on: builtOn },
      }));
    },
  );
  const claimed = claims.flatMap(({ proves, sentence, node, builtOn, productVersion: of }) =>
    proves.map((field): Proof => ({
      ...{
        field,
        what: sentence,
        source: { is: 'chain', node },
        productVersion: of,
        site: null,
        on: builtOn,
      },
    })),
  );
  const here = (field: RecordField, what: Proof['what'], source: Proof['source'], day: IsoDate): Proof => ({
    ...{ field, what, source, productVersion, site: hospital, on: day },
  });
  const costs =
    businessCase === null
      ? []
      : [here('costs', businessCase.form.title, { is: 'chain', node: businessCase.node }, on)];
  const turnaround = measured?.friction.turnaroundSeenMinutes ?? null;
  const workload =
    measured === null || turnaround === null
      ? []
      : [
          here(
            'workload',
            { ko: '사건에서 잰 소요 시간', en: 'turnaround measured from events' },
            { is: 'paper', reference: `log ${measured.from ?? ''}..${measured.to}` },
            measured.to,
          ),
        ];
  return [...estimated, ...claimed, ...costs, ...workload];
}
