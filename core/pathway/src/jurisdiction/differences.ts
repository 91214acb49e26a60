import type { Text } from '@daero/domain/text';
import { networkOf } from '../routes/network.ts';
import { placeName, routeName } from '../words/name-words.ts';
import type { Rules } from './rules.ts';
import type { UseWindow } from './schema.ts';

/** One thing that another version of the rules has otherwise. `concerns` is true where it lies on the route of the case. */
export type Difference = { readonly text: Text; readonly concerns: boolean };

/** What a move from one version to another changes: routes and stages that come or go, and use windows of other length. */
export function differences(from: Rules, to: Rules, route: string): readonly Difference[] {
  const own = new Set(networkOf(route).steps.map(({ stage }) => stage));
  const only = (here: ReadonlyMap<string, unknown>, there: ReadonlyMap<string, unknown>): readonly string[] =>
    [...here.keys()].filter((id) => !there.has(id));
  const told = (ko: string, en: string, name: Text, concerns: boolean): Difference => ({
    text: { ko: `${ko}: ${name.ko}`, en: `${en}: ${name.en}` },
    concerns,
  });
  return [
    ...only(to.routes, from.routes).map((id) =>
      told('새 경로', 'New route', routeName(to, id), id === route),
    ),
    ...only(from.routes, to.routes).map((id) =>
      told('없어진 경로', 'Route no longer there', routeName(from, id), id === route),
    ),
    ...only(to.stages, from.stages).map((id) => told('새 단계', 'New stage', placeName(to, id), own.has(id))),
    ...only(from.stages, to.stages).map((id) =>
      told('없어진 단계', 'Stage no longer there', placeName(from, id), own.has(id)),
    ),
    ...[...to.stages.values()].flatMap(({ id, useWindow }) => {
      const before = from.stages.get(id)?.useWindow;
      if (useWindow === undefined || before === undefined || same(before, useWindow)) return [];
      const name = placeName(to, id);
      const text = {
        ko: `${name.ko}의 사용기간: ${monthsOf(before).ko} → ${monthsOf(useWindow).ko}`,
        en: `Use window of ${name.en}: ${monthsOf(before).en} → ${monthsOf(useWindow).en}`,
      };
      return [{ text, concerns: own.has(id) }];
    }),
  ];
}

const same = (a: UseWindow, b: UseWindow): boolean =>
  a.initialMonths === b.initialMonths && a.maxMonths === b.maxMonths && a.extensions === b.extensions;

const monthsOf = ({ initialMonths, maxMonths }: UseWindow): Text => ({
  ko:
    maxMonths === null || maxMonths === initialMonths
      ? `${initialMonths}개월`
      : `${initialMonths}개월, 최대 ${maxMonths}개월`,
  en:
    maxMonths === null || maxMonths === initialMonths
      ? `${initialMonths} months`
      : `${initialMonths} months, at most ${maxMonths} months`,
});
