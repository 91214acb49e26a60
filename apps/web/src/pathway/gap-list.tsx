import type { GapsView, StudyQuestionView } from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
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

/** What the gates ahead ask, what there is, and from each gap the way to the study that would close it. */
export function GapList({
  gaps,
  project,
}: {
  readonly gaps: GapsView;
  readonly project: string | null;
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
            <table className="tbl">
              <caption className="sr">{text(stage.name)}</caption>
              <tbody>
                {requirements.map((one) => (
                  <RequirementRow key={one.id} requirement={one} project={project} />
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
      <BoundClaims gaps={gaps} project={project} />
    </>
  );
}

function RequirementRow({
  requirement,
  project,
}: {
  readonly requirement: Requirement;
  readonly project: string | null;
}): ReactElement {
  const { say, text } = useWords();
  const { id, evidence, must, text: asked, level, comparator, grounds, metBy, gaps, study } = requirement;
  const missing = gaps.some(({ kind }) => kind === 'missing');
  return (
    <tr>
      <th scope="row">
        <span className={metBy !== null ? 'role-ok' : missing ? 'role-bad' : 'role-warn'}>
          <Glyph name={metBy !== null ? 'observed' : missing ? 'failed' : 'stale'} />{' '}
          {say(metBy !== null ? 'gate.met' : missing ? 'gate.missing' : 'gate.weak')}
        </span>{' '}
        {text(evidence)} <span className="faint t-dense">{say(must ? 'gaps.must' : 'gaps.expected')}</span>
        <span className="requirement-text t-dense quiet">
          {[asked === null ? null : text(asked), level === null ? null : say('gaps.level', { level })]
            .filter((part) => part !== null)
            .join(' ')}
          {comparator !== null && <span className="hash"> {comparator}</span>}
        </span>
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
      <td className="nowrap">
        <Grounds grounds={grounds} />
      </td>
      <td className="nowrap">{study !== null && <StudyLink id={id} study={study} project={project} />}</td>
    </tr>
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
}: {
  readonly gaps: GapsView;
  readonly project: string | null;
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
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
