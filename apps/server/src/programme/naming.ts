import type { GroundsView, Named } from '@daero/api/schemas/pathway-parts';
import type { MemberView } from '@daero/api/schemas/programme-parts';
import { formatCount } from '@daero/domain/format/number';
import type { Text } from '@daero/domain/text';
import type { Member, Proposal } from '@daero/programme/call/event';
import { sharesOf, wholeOf } from '@daero/programme/call/state';
import { categoryWords, type Category } from '@daero/programme/money/category';
import { shareOf, sumWon } from '@daero/programme/money/won';
import type { Grounds } from '@daero/programme/record/event';
import { memberKindWords, memberRoleWords, sizeWords } from '@daero/programme/words/call';
import { regionWords } from '@daero/programme/words/regions';

/** An id with its name, where a table has one for it. */
export const namedBy = <Key extends string>(id: Key, table: Readonly<Record<Key, Text>>): Named => ({
  id,
  name: table[id],
});

export const plain = (text: string): Text => ({ ko: text, en: text });
export const joined = (first: Text, second: Text, between = ' · '): Text => ({
  ko: `${first.ko}${between}${second.ko}`,
  en: `${first.en}${between}${second.en}`,
});
/** As the first word of a row English begins with a capital. */
export const begun = ({ ko, en }: Text): Text => ({ ko, en: en.charAt(0).toUpperCase() + en.slice(1) });
export const bracketed = ({ ko, en }: Text, inside: Text): Text => ({
  ko: `${ko}(${inside.ko})`,
  en: `${en} (${inside.en})`,
});
export const inWon = (amount: number): Text => ({
  ko: `${formatCount(amount)}원`,
  en: `KRW ${formatCount(amount)}`,
});

const certainty = {
  'stated-in-source': 'stated',
  'inferred-from-sources': 'inferred',
  'from-seeds': 'press',
  'general-knowledge-unverified': 'unverified',
} as const satisfies Readonly<Record<Grounds['confidence'], GroundsView['confidence']>>;

/** What a rule of a programme rests on: an address of the press, a law, or nothing that was found. */
export const groundsView = ({ source, confidence }: Grounds): GroundsView => ({
  confidence: certainty[confidence],
  sources:
    source === null
      ? []
      : [
          {
            id: source,
            title: source.replace(/^https?:\/\/(www\.|m\.)?/, '').split('/')[0] ?? source,
            publisher: '',
            year: null,
            url: source.startsWith('http') ? source : null,
            tier: source.startsWith('http') ? 'press' : /\bAct\b/.test(source) ? 'law' : 'expert',
          },
        ],
});

/** The members of a consortium with what each gets and gives, computed from the lines. */
export function membersView(proposal: Pick<Proposal, 'consortium' | 'lines'>): readonly MemberView[] {
  const whole = wholeOf(proposal.lines);
  return sharesOf(proposal).map(({ member, grant, ownCash, ownKind }) => ({
    party: { id: member.partyId, name: member.name },
    kind: namedBy(member.kind, memberKindWords),
    size: namedBy(member.size, sizeWords),
    region: namedBy(member.region, regionWords),
    role: namedBy(member.role, memberRoleWords),
    ...{ grant, ownCash, ownKind },
    share: shareOf(sumWon([grant, ownCash, ownKind]), whole),
  }));
}

export const partyName = (members: readonly Member[], party: string): Text =>
  members.find(({ partyId }) => partyId === party)?.name ?? plain(party);
export const partyNamed = (members: readonly Member[], party: string): Named => ({
  id: party,
  name: partyName(members, party),
});
export const categoryNamed = (category: Category): Named => namedBy(category, categoryWords);
