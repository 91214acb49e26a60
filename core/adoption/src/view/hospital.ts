import type { IsoDate } from '@daero/domain/time';
import { conditionsOf, type AdoptionState, type LayerRecord } from '../layers/state.ts';
import { readinessOn } from '../readiness/open-musts.ts';
import { lackingWords } from '../words/layer-words.ts';
import { missingFact, textFact, type Fact, type Section } from './fact.ts';
import type { LayerInput } from './layer-view.ts';

/** The papers of a layer: filed, or not. */
export const paperSection = ({ layer, papers }: LayerRecord, on: IsoDate): Section => ({
  id: 'papers',
  name: { ko: '서류', en: 'papers' },
  facts: layer.papers.map(({ id, name }) => {
    const filed = papers.get(id);
    if (filed === undefined || filed.on > on) return missingFact({ id: `paper/${id}`, name }, 'not-filed');
    const source = { is: 'paper', reference: filed.reference } as const;
    return textFact(
      { id: `paper/${id}`, name },
      { ko: filed.reference, en: filed.reference },
      { state: 'stated', source },
    );
  }),
});

/** The conditions that any layer of the hospital has set and that hold now: met, or due. */
export const conditionSection = ({ layers }: AdoptionState, on: IsoDate): Section => ({
  id: 'conditions',
  name: { ko: '조건', en: 'conditions' },
  facts: [...layers.values()].flatMap(({ layer, decisions }): readonly Fact[] => {
    const decision = decisions.findLast((one) => one.on <= on);
    if (decision === undefined) return [];
    return conditionsOf(decision).map(({ id, text, dueOn }) => {
      const met = decision.met.find(({ condition }) => condition === id);
      const said =
        met !== undefined && met.on <= on
          ? { ko: `${met.on}에 충족`, en: `met on ${met.on}` }
          : { ko: `${dueOn}까지`, en: `due on ${dueOn}` };
      const source = { is: 'event', eventId: decision.eventId } as const;
      return textFact({ id: `${layer.id}/${id}`, name: text }, said, { state: 'stated', source });
    });
  }),
});

/** What must be ready before go-live. */
export const readinessSection = ({ adoption, on }: LayerInput): Section => ({
  id: 'readiness',
  name: { ko: '준비', en: 'readiness' },
  facts: readinessOn(adoption.rules.readiness, adoption.readiness, on).map(
    ({ requirement, met, lacking }) => {
      const { id, name, grounds } = requirement;
      if (!met && lacking.length === 0) return missingFact({ id, name }, 'not-done');
      const said = met ? [{ ko: '갖춤', en: 'ready' }] : lacking.map(({ what }) => lackingWords[what]);
      const source = { is: 'rule', ...grounds } as const;
      const items = said.filter(({ en }, at) => said.findIndex((other) => other.en === en) === at);
      return { id, name, known: true, state: 'observed', source, value: { form: 'list', items } };
    },
  ),
});
