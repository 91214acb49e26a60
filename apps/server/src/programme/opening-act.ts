import type { ActView } from '@daero/api/schemas/programme-parts';
import type { IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import { kindRules, kinds } from '@daero/programme/call/kinds';
import type { By } from '@daero/programme/record/event';
import { sizeWords, tieWords } from '@daero/programme/words/call';
import { budgetRuleWords, meanWords } from '@daero/programme/words/effects';
import { act, choice, field, option, optionsOf } from './acts.ts';
import { bracketed, begun, plain } from './naming.ts';
import { criterionWords, openingWords as words } from './opening-words.ts';

/** How many criteria, and the weights in percent that each number of them begins with. */
const beginnings: readonly (readonly number[])[] = [
  [30, 40, 30],
  [50, 50],
  [25, 25, 25, 25],
  [20, 20, 20, 20, 20],
];
const fullPoints = 100;

/** The opening of a call, for an officer of the programme office: everything that its rules need, with a beginning for each. */
export const openingActs = (by: By, known: readonly string[], asOf: IsoDate): readonly ActView[] =>
  by.role === 'programme-office' ? beginnings.map((weights) => opening(by, weights, known, asOf)) : [];

function opening(by: By, weights: readonly number[], known: readonly string[], asOf: IsoDate): ActView {
  const year = Number(asOf.slice(0, 4)) + 1;
  const ids = weights.map((_weight, at) => `c${at + 1}`);
  const terms = {
    budget: [{}, {}],
    tiers: [
      {
        tier: 'one',
        name: words.general,
        projectsMost: null,
        ownShareLeast: { 'not-a-company': 0 },
        confidence: 'stated-in-source',
      },
    ],
    criteria: ids.map((id) => ({ id, mostPoints: fullPoints })),
    officers: [by.personId],
    demonstration: by.personId.startsWith('demonstration:'),
  };
  return act(
    'decision',
    { type: 'opened', terms },
    [
      field('callId', words.callId, 'text', { initial: freeName(known, year) }),
      choice(
        'terms.kind',
        words.kind,
        kinds.map((kind) => option(kind, begun(kindRules[kind].name))),
      ),
      field('terms.title.ko', words.titleKo, 'text'),
      field('terms.title.en', words.titleEn, 'text'),
      field('terms.opensOn', words.opensOn, 'day', { initial: addDays(asOf, 7) }),
      field('terms.closesOn', words.closesOn, 'day', { initial: addDays(asOf, 42) }),
      ...[year, year + 1].flatMap((one, at) => [
        field(`terms.budget.${at}.year`, words.budgetYear[at === 0 ? 'first' : 'second'], 'whole', {
          initial: String(one),
        }),
        field(`terms.budget.${at}.amount`, words.budget[at === 0 ? 'first' : 'second'], 'won', {
          initial: at === 0 ? '' : '0',
        }),
      ]),
      field('terms.tiers.0.grantMost', words.grantMost, 'won'),
      ...(
        [
          ['small', '20'],
          ['medium', '25'],
          ['large', '50'],
        ] as const
      ).map(([size, initial]) =>
        // prettier-ignore
        field(`terms.tiers.0.ownShareLeast.${size}`, bracketed(words.ownShare, sizeWords[size]), 'percent', {
          initial,
        }),
      ),
      field('terms.tiers.0.ownCashLeast', words.ownCash, 'percent', { initial: '10' }),
      field('terms.tiers.0.source', words.source, 'text', { hint: words.sourceHint }),
      ...weights.flatMap((weight, at) => {
        const name = criterionWords[at] ?? plain('');
        const nth = (label: { readonly ko: string; readonly en: string }) => ({
          ko: `평가항목 ${at + 1} ${label.ko}`,
          en: `Criterion ${at + 1}, ${label.en}`,
        });
        return [
          field(`terms.criteria.${at}.name.ko`, nth(words.nameKo), 'text', { initial: name.ko }),
          field(`terms.criteria.${at}.name.en`, nth(words.nameEn), 'text', { initial: name.en }),
          field(`terms.criteria.${at}.weight`, nth(words.weight), 'percent', {
            initial: String(weight),
            hint: at === 0 ? words.weightHint : null,
          }),
        ];
      }),
      field('terms.passMark', words.passMark, 'percent', { initial: '60' }),
      field('terms.reviewsLeast', words.reviewsLeast, 'whole', { initial: '3' }),
      choice(
        'terms.mean',
        words.mean,
        optionsOf(['all', 'without-highest-and-lowest'] as const, meanWords),
        beginsWith('all'),
      ),
      choice(
        'terms.ties',
        words.ties,
        [
          option([{ by: 'more-hospitals-outside-capital' }], tieWords['more-hospitals-outside-capital']),
          option([{ by: 'criterion', criterion: 'c1' }], bracketed(tieWords.criterion, words.first)),
          option([{ by: 'earlier-submission' }], tieWords['earlier-submission']),
          option([], tieWords.lot),
        ],
        beginsWith([]),
      ),
      choice(
        'terms.budgetRule',
        words.budgetRule,
        optionsOf(
          ['stop-at-first-that-does-not-fit', 'pass-over-what-does-not-fit'] as const,
          budgetRuleWords,
        ),
        beginsWith('stop-at-first-that-does-not-fit'),
      ),
    ],
    { ko: `평가항목 ${weights.length}개`, en: `${weights.length} criteria` },
  );
}

const beginsWith = (value: unknown): { readonly initial: string } => ({ initial: JSON.stringify(value) });

/** The first name of that year that no call bears. */
function freeName(known: readonly string[], year: number): string {
  const names = Array.from({ length: known.length + 1 }, (_none, at) => `call-${year}-${at + 1}`);
  return names.find((name) => !known.includes(name)) ?? '';
}
