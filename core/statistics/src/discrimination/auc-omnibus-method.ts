import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { differenceForest } from '../accuracy/difference-forest.ts';
import { hasColumn } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { levelSetting } from '../settings.ts';
import { holm } from '../summary/holm.ts';
import { around, clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { contrastTest, pairedAucs, pairedDifference } from './auc-comparison.ts';
import { aucInterval } from './auc-interval.ts';
import { pairedScores } from './paired-scores.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = {
  ko: '같은 대상에서 여러 점수의 AUC 비교',
  en: 'AUCs of several scores on the same people',
};
const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;
const labels: Readonly<Record<(typeof names)[number], Text>> = {
  first: { ko: '첫째', en: 'First' },
  second: { ko: '둘째', en: 'Second' },
  third: { ko: '셋째', en: 'Third' },
  fourth: { ko: '넷째', en: 'Fourth' },
  fifth: { ko: '다섯째', en: 'Fifth' },
  sixth: { ko: '여섯째', en: 'Sixth' },
};
const source = 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845';

/** Are the AUCs of two to six scores of the same people equal, and which pairs differ? */
export const aucOmnibusMethod = method({
  name: 'auc-omnibus',
  title,
  settings: z.strictObject({ level: levelSetting }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    ...names.slice(2).map((role) => ({ role, kind: 'number' as const, optional: true as const })),
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['p', 'auc-first', 'auc-second', 'auc-*', 'difference-*', 'p-*'],
  byGroup: true,
  file: 'statistics/src/discrimination/auc-omnibus-method.ts',
  run: (roles, { level }) => {
    const given = names.filter((name, i) => i < 2 || hasColumn(roles, name));
    const people = pairedScores(roles, given, false);
    if (!people.ok) return people;
    const { groups, parts } = people.value;
    const found = pairedAucs(groups);
    if (!found.ok) return found;
    const test = contrastTest(
      found.value,
      given.slice(1).map((_name, i) => given.map((_each, j) => (j === i ? 1 : j === i + 1 ? -1 : 0))),
    );
    if (test === null) return fail({ kind: 'terms-dependent', terms: given.length });
    const about = { level, n: roles.rows, parts, source };
    const aucs = given.map((_name, i): Estimate => {
      const auc = found.value.aucs[i] ?? NaN;
      const standardError = Math.sqrt(found.value.covariance[i]?.[i] ?? NaN);
      const limits = aucInterval({ auc, standardError, ...parts }, { form: 'logit', level });
      return makeEstimate({
        ...about,
        value: auc,
        limits,
        standardError,
        unit: 'auc',
        method: { ko: 'DeLong 분산, 로짓 신뢰구간', en: 'DeLong variance, logit interval' },
        warnings: limits.form === 'disjoint-pairs' ? [{ kind: 'perfect-separation', facts: {} }] : [],
      });
    });
    const pairs = given.flatMap((one, i) =>
      given.slice(i + 1).map((two, j) => ({ one, two, i, j: i + 1 + j })),
    );
    const gaps = pairs.map(({ i, j }) => pairedDifference(found.value, i, j));
    const adjusted = holm(gaps.map(({ p }) => (Number.isNaN(p) ? 1 : p)));
    const several: readonly Warning[] =
      pairs.length > 1 ? [{ kind: 'pairs-adjusted', facts: { pairs: pairs.length } }] : [];
    const differences = pairs.map(({ one, two }, at) => {
      const { difference = NaN, standardError = NaN } = gaps[at] ?? {};
      return {
        name: `${one}-${two}`,
        label: {
          ko: `${labels[one].ko} - ${labels[two].ko}`,
          en: `${labels[one].en} minus ${labels[two].en}`,
        },
        estimate: makeEstimate({
          ...about,
          value: difference,
          limits: clip(around(difference, standardError, normalReach(level)), -1, 1),
          standardError,
          unit: 'auc',
          method: { ko: '대응 DeLong 차이, Wald 신뢰구간', en: 'Paired DeLong difference, Wald interval' },
          warnings: several,
        }),
        p: makeEstimate({
          ...about,
          value: adjusted[at] ?? NaN,
          limits: null,
          unit: 'probability',
          method: {
            ko: '대응 DeLong 검정, Holm 보정(양측)',
            en: 'Paired DeLong test, adjusted by Holm (two-sided)',
          },
          source: `${source}; Holm (1979), Scandinavian Journal of Statistics 6, 65-70`,
          warnings: several,
        }),
      };
    });
    const { chi2, df, p } = test;
    const tested: Warning = { kind: 'omnibus-tested', facts: { chi2: Number(chi2.toPrecision(6)), df } };
    const shape = rocShape(
      title,
      level,
      given.flatMap((name, i) => {
        const [auc, group] = [aucs[i], groups[i]];
        return auc === undefined || group === undefined ? [] : [{ label: labels[name], auc, ...group }];
      }),
    );
    if (!shape.ok) return shape;
    return succeed({
      estimates: {
        p: makeEstimate({
          ...about,
          value: p,
          limits: null,
          unit: 'probability',
          method: {
            ko: `모든 AUC가 같다는 DeLong 검정(자유도 ${df})`,
            en: `DeLong test that all AUCs are equal, ${df} degrees of freedom`,
          },
          warnings: [tested],
        }),
        ...Object.fromEntries(
          given
            .map((name, i) => [`auc-${name}`, aucs[i]] as const)
            .flatMap(([key, auc]) => (auc === undefined ? [] : [[key, auc]])),
        ),
        ...Object.fromEntries(differences.map(({ name, estimate }) => [`difference-${name}`, estimate])),
        ...Object.fromEntries(differences.map(({ name, p: own }) => [`p-${name}`, own])),
      },
      shapes: [
        shape.value,
        differenceForest({
          label: title,
          quantity: { ko: 'AUC 차이', en: 'Difference in AUC' },
          hypothesis: undefined,
          rows: differences,
        }),
      ],
      warnings: [tested, ...several],
    });
  },
});
