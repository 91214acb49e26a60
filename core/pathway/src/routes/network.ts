import type { Grounds } from '../jurisdiction/schema.ts';

/** One stage of a route in the order of time. */
export type Step = {
  readonly stage: string;
  /** Stages that must be decided before this one begins. */
  readonly after: readonly string[];
  /** Stages that must be decided before this one can be, though both run together. */
  readonly finishAfter?: readonly string[];
  /** The rules let it begin with this stage instead of after it. */
  readonly alongside?: Grounds & { readonly stage: string };
  /** Not in the file's list of this route: it follows by a transition of the file, to reach first use or a fee. */
  readonly added?: true;
};

/** What a hospital or a patient pays for once the device is in use. */
export type Payment =
  'listed-fee' | 'temporary-fee' | 'non-benefit' | 'own-budget' | 'separate-payment' | 'none';

/** A route as a network of stages, and which of them are its marks. */
export type Network = {
  readonly steps: readonly Step[];
  readonly listing: string | null;
  readonly firstUse: string | null;
  readonly payment: Payment;
  /** The stage whose approval opens a limited time of use, and the stage that judges what was gathered in it. */
  readonly window: string | null;
  readonly reassessment: string | null;
};

const chain = (...stages: readonly string[]): readonly Step[] =>
  stages.map((stage, at) => ({ stage, after: stages.slice(Math.max(0, at - 1), at) }));
const added = (stage: string, after: string): Step => ({ stage, after: [after], added: true });

const stated = (source: string): Grounds => ({ source, confidence: 'stated-in-source' });

/** After early entry: use begins, the window runs, and its end brings the reassessment. */
const afterEntry = (entry: string, adoptionAdded: boolean): readonly Step[] => [
  adoptionAdded ? added('kr.adopt', entry) : { stage: 'kr.adopt', after: [entry] },
  { stage: 'kr.evidence', after: [entry] },
  { stage: 'kr.reassess', after: ['kr.evidence'] },
  { stage: 'kr.listing', after: ['kr.reassess'] },
];

const korea: Readonly<Record<string, Network>> = {
  'kr.r.traditional': {
    steps: [
      ...chain('kr.authorise', 'kr.hira.check', 'kr.nhta', 'kr.listing', 'kr.monitor'),
      added('kr.adopt', 'kr.listing'),
    ],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'listed-fee',
    window: null,
    reassessment: null,
  },
  'kr.r.parallel_listing': {
    steps: [
      ...chain('kr.authorise', 'kr.hira.check', 'kr.nhta'),
      { stage: 'kr.listing', after: ['kr.hira.check'], finishAfter: ['kr.nhta'] },
      added('kr.adopt', 'kr.listing'),
    ],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'listed-fee',
    window: null,
    reassessment: null,
  },
  'kr.r.one_stop': {
    steps: [
      { stage: 'kr.authorise', after: [] },
      { stage: 'kr.hira.check', after: [] },
      { stage: 'kr.nhta', after: [], finishAfter: ['kr.authorise', 'kr.hira.check'] },
      added('kr.listing', 'kr.nhta'),
      added('kr.adopt', 'kr.listing'),
    ],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'listed-fee',
    window: null,
    reassessment: null,
  },
  'kr.r.existing': {
    steps: [...chain('kr.authorise', 'kr.hira.check'), added('kr.adopt', 'kr.hira.check')],
    listing: null,
    firstUse: 'kr.adopt',
    payment: 'none',
    window: null,
    reassessment: null,
  },
  'kr.r.defer': {
    steps: [...chain('kr.authorise', 'kr.hira.check', 'kr.defer'), ...afterEntry('kr.defer', true)],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'non-benefit',
    window: 'kr.defer',
    reassessment: 'kr.reassess',
  },
  'kr.r.innovative': {
    steps: [
      { stage: 'kr.designate', after: [] },
      {
        stage: 'kr.integrated',
        after: ['kr.designate'],
        alongside: { stage: 'kr.designate', ...stated('hk.int') },
      },
      { stage: 'kr.authorise', after: [] }, // a separate application (itlab.int)
      { stage: 'kr.templist', after: ['kr.integrated', 'kr.authorise'] },
      ...afterEntry('kr.templist', false),
      { stage: 'kr.monitor', after: ['kr.listing'] },
    ],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'temporary-fee',
    window: 'kr.templist',
    reassessment: 'kr.reassess',
  },
  'kr.r.immediate': {
    steps: [
      { stage: 'kr.authorise', after: [] },
      {
        stage: 'kr.hira.check',
        after: ['kr.authorise'],
        alongside: { stage: 'kr.authorise', ...stated('sbs.ie') },
      },
      { stage: 'kr.immediate', after: ['kr.authorise', 'kr.hira.check'] },
      ...afterEntry('kr.immediate', false),
    ],
    listing: 'kr.listing',
    firstUse: 'kr.adopt',
    payment: 'non-benefit',
    window: 'kr.immediate',
    reassessment: 'kr.reassess',
  },
};

const abroad: Readonly<Record<string, Network>> = {
  'us.r.std': {
    steps: chain('us.510k', 'us.cpt3', 'us.local'),
    listing: 'us.local',
    firstUse: null,
    payment: 'separate-payment',
    window: null,
    reassessment: null,
  },
  'us.r.tcet': {
    steps: chain('us.denovo', 'us.tcet'),
    listing: 'us.tcet',
    firstUse: null,
    payment: 'separate-payment',
    window: 'us.tcet',
    reassessment: null,
  },
  'de.r.diga': {
    steps: chain('de.mdr', 'de.diga', 'de.trial', 'de.price'),
    listing: 'de.diga',
    firstUse: null,
    payment: 'separate-payment',
    window: 'de.trial',
    reassessment: null,
  },
  'de.r.hosp': {
    steps: chain('de.mdr'),
    listing: null,
    firstUse: null,
    payment: 'own-budget',
    window: null,
    reassessment: null,
  },
  'fr.r.pecan': {
    steps: chain('fr.ans', 'fr.pecan', 'fr.lppr'),
    listing: 'fr.lppr',
    firstUse: null,
    payment: 'temporary-fee',
    window: 'fr.pecan',
    reassessment: 'fr.lppr',
  },
  'uk.r.early': {
    steps: [
      { stage: 'uk.mhra', after: [] },
      { stage: 'uk.esf', after: [] },
      { stage: 'uk.early', after: ['uk.mhra', 'uk.esf'] },
      { stage: 'uk.evidence', after: ['uk.early'] },
      { stage: 'uk.routine', after: ['uk.evidence'] },
    ],
    listing: 'uk.routine',
    firstUse: null,
    payment: 'own-budget',
    window: null,
    reassessment: 'uk.routine',
  },
  'jp.r.two': {
    steps: chain('jp.step1', 'jp.eval', 'jp.step2', 'jp.nhi', 'jp.challenge'),
    listing: 'jp.nhi',
    firstUse: null,
    payment: 'listed-fee',
    window: null,
    reassessment: 'jp.step2',
  },
};

const networks: Readonly<Record<string, Network>> = { ...korea, ...abroad };

/** A route that rules have and no network has is a broken promise of ours; a test walks them all. */
export function networkOf(route: string): Network {
  const network = networks[route];
  if (network === undefined) throw new Error(`route ${route} has no network`);
  return network;
}
