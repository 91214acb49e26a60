import type { CountryRoutesView } from '@daero/api/schemas/pathway-routes';
import { succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { limitOf } from '@daero/pathway/case/clocks';
import { rulesOn, type Rules } from '@daero/pathway/jurisdiction/rules';
import { readFacts, routeFacts } from '@daero/pathway/routes/facts';
import { whichRoutes, type Asked, type RouteAnswer } from '@daero/pathway/routes/which-routes';
import { paymentWords, standingWords } from '@daero/pathway/words/route-words';
import { durationWords, evidenceWords, needWords } from '@daero/pathway/words/terms';
import { groundsOf } from './naming.ts';

/** The routes of a country on a day for what is known of a product; `facts` are written `KR.item_listed=1`. */
export function countryRoutes(code: string, on: IsoDate, given: string): Result<CountryRoutesView> {
  const rules = rulesOn(code, on);
  if (!rules.ok) return rules;
  const facts = readFacts(code, factsOf(code, given));
  if (!facts.ok) return facts;
  const { version, file } = rules.value;
  return succeed({
    jurisdiction: code,
    rules: { version: version.version, inForceFrom: version.inForceFrom, asOf: file.asOf },
    questions: routeFacts(code).map(({ name, question, values }) => ({
      ...{ name, question, values },
      answer: facts.value.get(name) ?? null,
    })),
    routes: whichRoutes(rules.value, on, facts.value).map((answer) => routeView(rules.value, answer)),
  });
}

const factsOf = (code: string, given: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    given
      .split(',')
      .filter((one) => one.startsWith(`${code}.`))
      .map((one) => {
        const [name = '', value = ''] = one.slice(code.length + 1).split('=');
        return [name, Number(value)];
      }),
  );

type View = CountryRoutesView['routes'][number];

function routeView(rules: Rules, answer: RouteAnswer): View {
  const conditions = (all: RouteAnswer['closedBy']): View['closedBy'] =>
    all.map(({ text, ...grounds }) => ({ text, grounds: groundsOf(rules, grounds) }));
  const { route, name, standing, closedBy, waitsFor, asks, nominal, gives } = answer;
  return {
    route: { id: route, name },
    standing,
    standingName: standingWords[standing],
    closedBy: conditions(closedBy),
    waitsFor: conditions(waitsFor),
    stages: asks.map((asked) => stageOf(rules, asked)),
    nominal: nominal.map(({ label, days, dayType, ...grounds }) => ({
      ...{ label, days, dayType },
      grounds: groundsOf(rules, grounds),
    })),
    payment: paymentWords[gives.payment],
    ends: gives.ends.map(({ terminal, name: end }) => ({ id: terminal, name: end })),
    window:
      gives.window === null
        ? null
        : {
            months: gives.window.initialMonths,
            most: gives.window.maxMonths,
            grounds: groundsOf(rules, gives.window),
          },
  };
}

function stageOf(rules: Rules, { stage, name, needs, grounds }: Asked): View['stages'][number] {
  const durations = rules.stages.get(stage)?.durations ?? [];
  const duration = limitOf(durations) ?? durations[0];
  return {
    stage: { id: stage, name },
    duration:
      duration === undefined
        ? null
        : {
            ...{ least: duration.minDays, usual: duration.typicalDays, most: duration.maxDays },
            kind: durationWords[duration.kind],
            dayType: duration.dayType,
            grounds: groundsOf(rules, duration),
          },
    needs: needs.map(({ evidence, need }) => ({ evidence: evidenceWords[evidence], need: needWords[need] })),
    grounds: groundsOf(rules, grounds),
  };
}
