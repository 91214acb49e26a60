import type {
  Assumption,
  ForecastView,
  GapsView,
  StageView,
  StudyQuestionView,
} from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import type { IsoDate } from '@daero/domain/time';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { GapEffect } from './gap-effect.tsx';
import { Grounds } from './grounds.tsx';

type Requirement = GapsView['gates'][number]['requirements'][number];

export function countsOf({ gates }: GapsView): {
  readonly all: number;
  readonly met: number;
  readonly weak: number;
  readonly missing: number;
} {
  const every = gates.flatMap(({ requirements }) => requirements);
  const missing = every.filter(({ gaps }) => gaps.some(({ kind }) => kind === 'missing')).length;
  const met = every.filter(({ metBy }) => metBy !== null).length;
  return { all: every.length, met, missing, weak: every.length - met - missing };
}

/** What changes the gaps: a date when the evidence will be there, a claim bound or taken off, something asked on top. */
export type GapActs = {
  readonly assumptions: readonly Assumption[];
  readonly onAssume: (next: readonly Assumption[]) => void;
  /** Null for who may not record. */
  readonly open: ((drawer: 'bind' | 'unbind' | 'ask', of: string) => void) | null;
};

type Effect = ForecastView['evidence'][number];

/** What the gates ahead ask, what there is, what closing each gap would save, and the way to the study that would close it. */
export function GapList({
  gaps,
  project,
  forecast,
  acts,
}: {
  readonly gaps: GapsView;
  readonly project: string | null;
  readonly forecast: ForecastView | null;
  readonly acts: GapActs;
}): ReactElement {
  const { say, text } = useWords();
  if (gaps.gates.length === 0) return <p className="quiet">{say('gaps.none')}</p>;
  return (
    <>
      <p className="t-dense">{say('gaps.state', { ...countsOf(gaps) })}</p>
      {gaps.gates.map(({ stage, requirements }) => (
        <div key={stage.id} className="gate-block">
          <h3>{text(stage.name)}</h3>
          <div className="frame-x" tabIndex={0} role="group" aria-label={text(stage.name)}>
            <table className="tbl gaps">
              <caption className="sr">{text(stage.name)}</caption>
              <thead>
                <tr>
                  <th scope="col" className="gap-asked">
                    {say('gaps.asked')}
                  </th>
                  <th scope="col">{say('gaps.lacks')}</th>
                  <th scope="col" className="gap-effect">
                    {say('gaps.effect')}
                  </th>
                  <th scope="col">{say('gaps.close')}</th>
                </tr>
              </thead>
              <tbody>
                {requirements.map((one) => (
                  <RequirementRow
                    key={one.id}
                    requirement={one}
                    project={project}
                    today={forecast?.asOf ?? null}
                    gate={forecast?.stages.find((one) => one.stage.id === stage.id) ?? null}
                    effect={forecast?.evidence.find(({ requirement }) => requirement === one.id) ?? null}
                    acts={acts}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
      <BoundClaims gaps={gaps} project={project} open={acts.open} />
    </>
  );
}

function RequirementRow({
  requirement,
  project,
  today,
  gate,
  effect,
  acts,
}: {
  readonly requirement: Requirement;
  readonly project: string | null;
  readonly today: IsoDate | null;
  readonly gate: StageView | null;
  readonly effect: Effect | null;
  readonly acts: GapActs;
}): ReactElement {
  const { say, text } = useWords();
  const { id, evidence, must, metBy, gaps, study } = requirement;
  const missing = gaps.some(({ kind }) => kind === 'missing');
  const { open } = acts;
  return (
    <tr>
      <th scope="row">
        <span className={metBy !== null ? 'role-ok' : missing ? 'role-bad' : 'role-warn'}>
          <Glyph name={metBy !== null ? 'observed' : missing ? 'failed' : 'stale'} />{' '}
          {say(metBy !== null ? 'gate.met' : missing ? 'gate.missing' : 'gate.weak')}
        </span>{' '}
        {text(evidence)} <span className="faint t-dense">{say(must ? 'gaps.must' : 'gaps.expected')}</span>
        <Asked requirement={requirement} />
      </th>
      <td>
        {metBy !== null ? (
          <span className="role-ok">{say('gaps.metBy', { claim: metBy })}</span>
        ) : (
          gaps.map(({ kind, name, claim, found, asked: wanted }) => (
            <span key={kind} className="now-line">
              {text(name)}
              {claim !== null && <span className="hash"> {claim}</span>}
              {wanted !== null && (
                <span className="quiet t-dense" translate="no">
                  {' '}
                  {say('gaps.has', { found: found ?? '—', asked: wanted })}
                </span>
              )}
            </span>
          ))
        )}
      </td>
      <td>
        {metBy === null && gate?.state === 'now' && gate.kind !== 'surveillance' ? (
          <span className="quiet t-dense">
            <Glyph name="half" /> {say('gaps.filed')}
          </span>
        ) : metBy === null && today !== null && gate !== null && gate.kind !== 'surveillance' ? (
          <GapEffect id={id} name={text(evidence)} today={today} effect={effect} acts={acts} />
        ) : (
          <span className="quiet">—</span>
        )}
      </td>
      <td>
        <span className="gap-acts">
          {study !== null && <StudyLink id={id} study={study} project={project} />}
          {open !== null && project !== null && metBy === null && (
            <Button
              variant="subtle"
              aria-label={`${say('bind.act')}: ${text(evidence)} (${id})`}
              onClick={() => open('bind', id)}
            >
              {say('bind.act')}
            </Button>
          )}
          {open !== null && (
            <Button
              variant="subtle"
              aria-label={`${say('ask.act')}: ${text(evidence)} (${id})`}
              onClick={() => open('ask', id)}
            >
              {say('ask.act')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

/** What the rule asks with its source, and apart from it what somebody asks on top, with theirs or the word that there is none. */
function Asked({ requirement }: { readonly requirement: Requirement }): ReactElement {
  const { say, text } = useWords();
  const { text: asked, level, comparator, grounds, policy } = requirement;
  return (
    <>
      <span className="requirement-text t-dense quiet">
        {[
          asked === null ? null : text(asked),
          level === null || policy?.level === level ? null : say('gaps.level', { level }),
        ]
          .filter((part) => part !== null)
          .join(' ')}
        {comparator !== null && policy?.comparator !== comparator && (
          <span className="hash"> {comparator}</span>
        )}{' '}
        <Grounds grounds={grounds} />
      </span>
      {policy !== null && (
        <span className="requirement-text t-dense role-assumption">
          <Glyph name="assumption" /> {say('ask.word')}{' '}
          {[
            policy.minimumN === null ? null : say('ask.minimum', { n: formatCount(policy.minimumN) }),
            policy.maxAgeMonths === null ? null : say('ask.age', { months: policy.maxAgeMonths }),
            policy.level === null ? null : say('gaps.level', { level: policy.level }),
            policy.comparator === null ? null : say('gaps.comparator', { what: policy.comparator }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}{' '}
          <span className="quiet" translate="no">
            {policy.by}
          </span>{' '}
          <Grounds grounds={policy.grounds} />
        </span>
      )}
    </>
  );
}

/** The question goes to the study designer with what is known of it; what a model answers goes to the economics. */
function StudyLink({
  id,
  study,
  project,
}: {
  readonly id: string;
  readonly study: StudyQuestionView;
  readonly project: string | null;
}): ReactElement {
  const { language, say, text } = useWords();
  if (study.question === 'cost-effectiveness') {
    return project === null ? (
      <span className="quiet t-dense">{text(study.name)}</span>
    ) : (
      <Link to="/projects/$project/results" params={{ project }} className="near-link">
        {say('gaps.economics')}
      </Link>
    );
  }
  const [product = study.productVersion, version] = study.productVersion.split('@');
  const question = designs[study.question];
  return (
    <Link
      to="/studies/design"
      search={{ question, product, version, title: `${study.name[language]} · ${id} · ${study.population}` }}
      className="near-link"
    >
      {say('gap.design')}
    </Link>
  );
}

const designs = {
  accuracy: 'accuracy',
  effect: 'readers-aided',
  safety: 'multi-centre',
  'routine-use': 'multi-centre',
} as const satisfies Readonly<Record<Exclude<StudyQuestionView['question'], 'cost-effectiveness'>, string>>;

function BoundClaims({
  gaps,
  project,
  open,
}: {
  readonly gaps: GapsView;
  readonly project: string | null;
  readonly open: GapActs['open'];
}): ReactElement {
  const { language, say } = useWords();
  const standing = { current: 'role-ok', stale: 'role-warn', unknown: 'role-bad' } as const;
  return (
    <div className="gate-block">
      <h3>
        {say('gaps.bound')} {project !== null && <span className="hash faint">{project}</span>}
      </h3>
      {gaps.bound.length === 0 ? (
        <p className="t-dense quiet">{say('gaps.noneBound')}</p>
      ) : (
        <div className="frame-x" tabIndex={0} role="group" aria-label={say('gaps.bound')}>
          <table className="tbl">
            <caption className="sr">{say('gaps.bound')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('gaps.claim')}</th>
                <th scope="col">{say('gaps.serves')}</th>
                <th scope="col" className="num">
                  {say('gaps.n')}
                </th>
                <th scope="col">{say('gaps.people')}</th>
                <th scope="col">{say('gaps.of')}</th>
                <th scope="col">{say('gaps.on')}</th>
                <th scope="col">{say('gaps.standing')}</th>
                {open !== null && (
                  <th scope="col">
                    <span className="sr">{say('bind.off')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {gaps.bound.map((one) => (
                <tr key={one.claim}>
                  <th scope="row" className="hash">
                    {one.node === null || project === null ? (
                      one.claim
                    ) : (
                      <Link to="/projects/$project/chain" params={{ project }} search={{ claim: one.claim }}>
                        {one.claim}
                      </Link>
                    )}
                  </th>
                  <td className="hash">{one.serves.join(', ')}</td>
                  <td className="num">{one.n === null ? '—' : formatCount(one.n)}</td>
                  <td className="hash">{one.population.join(', ')}</td>
                  <td className="hash">{one.productVersion ?? '—'}</td>
                  <td className="nowrap">{one.on === null ? '—' : formatDate(one.on, language)}</td>
                  <td className={standing[one.standing]}>
                    <Glyph name={one.standing === 'current' ? 'observed' : 'stale'} />{' '}
                    {say(`gaps.${one.standing}`)}
                  </td>
                  {open !== null && (
                    <td>
                      <Button
                        variant="subtle"
                        aria-label={`${say('bind.off')}: ${one.claim}`}
                        onClick={() => open('unbind', one.claim)}
                      >
                        {say('bind.off')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
