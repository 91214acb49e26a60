import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { StageTrack, type RoadStage } from '../parts/stage-track.tsx';
import type { KeyFigure } from '../patterns/page-header.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { CaseTrail } from '../pathway/case-trail.tsx';
import '../pathway/pathway.css';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { ActPanel } from './act-panel.tsx';
import { Consortium } from './consortium.tsx';
import { Indicators } from './indicators.tsx';
import { Journal } from './journal.tsx';
import { Milestones } from './milestones.tsx';
import { Budgets, Settlements } from './money.tsx';
import './programme.css';
import { Risk } from './risk.tsx';
import { Spendings, Transfers } from './spendings.tsx';
import { words } from '../words.ts';
import { capital } from './use-name.ts';
import { percent, Won } from './won.tsx';

/** Finds the project that the address names. */
export function GrantPage(): ReactElement {
  const { say } = useWords();
  const { grant: id } = useParams({ from: '/programmes/projects/$grant' });
  const found = useQuery(questions.grant(id));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('grant.name')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <OneProject key={id} found={found.data} />;
}

/** Is the money producing what was promised: milestones, what is measured, money to the won, who takes part, and every event. */
function OneProject({ found }: { readonly found: ProjectView }): ReactElement {
  const { language, say, text } = useWords();
  const search = useSearch({ from: '/programmes/projects/$grant' });
  const navigate = useNavigate({ from: '/programmes/projects/$grant' });
  const drawer = (next: 'record' | undefined): void =>
    void navigate({ search: (old) => ({ ...old, drawer: next, act: undefined }), resetScroll: false });
  const { possible } = found;
  const sections: readonly Section[] = [
    { id: 'milestones', title: say('grant.milestones'), body: <Milestones found={found} /> },
    { id: 'indicators', title: say('grant.indicators'), body: <Indicators found={found} /> },
    { id: 'money', title: say('grant.money'), body: <Budgets found={found} /> },
    { id: 'settlement', title: say('grant.settlement'), body: <Settlements found={found} /> },
    { id: 'spendings', title: say('grant.spendings'), body: <Spendings found={found} /> },
    { id: 'transfers', title: say('grant.transfers'), body: <Transfers found={found} /> },
    { id: 'consortium', title: say('grant.consortium'), body: <Consortium members={found.members} /> },
    { id: 'journal', title: say('grant.journal'), body: <Journal entries={found.journal} /> },
    { id: 'trail', title: say('grant.trail'), body: <CaseTrail rows={found.trail} /> },
  ];
  const ended = found.completedOn ?? found.stoppedOn;
  return (
    <DetailPage
      head={{
        title: text(found.title),
        crumbs: [
          <Link key="programme" to="/programmes">
            {say('programme.title')}
          </Link>,
          <Link key="call" to="/programmes/calls/$call" params={{ call: found.call.id }}>
            {text(found.call.name)}
          </Link>,
          <span key="here">{say('grant.name')}</span>,
        ],
        labels: found.demonstration ? <DemoLabel kind="generated" /> : null,
        state: (
          <>
            <span className="now-line">
              {say('grant.state', {
                kind: capital(text(found.kind.name)),
                stage: text(found.stage.name),
                date: formatDate(found.agreedOn, language),
                asOf: formatDate(found.asOf, language),
              })}
              {found.product !== null && (
                <>
                  {' · '}
                  <span className="hash">{found.product}</span>
                </>
              )}
            </span>
            {ended !== null && (
              <span className={`now-line strong ${found.completedOn === null ? 'role-bad' : 'role-ok'}`}>
                {say(found.completedOn === null ? 'grant.stopped' : 'grant.ended', {
                  date: formatDate(ended, language),
                })}
              </span>
            )}
            {found.risk.flags.length > 0 && (
              <span className="now-line t-dense">
                <span className="quiet">{say('grant.riskWhy')}:</span>{' '}
                {found.risk.flags.map(text).join(' · ')}
              </span>
            )}
          </>
        ),
        figures: useFigures(found),
        ...(possible.length === 0
          ? {}
          : {
              action: (
                <Button variant="filled" onClick={() => drawer('record')}>
                  {say('grant.record')}
                </Button>
              ),
            }),
      }}
      drawer={
        search.drawer === 'record' && possible.length > 0 ? (
          <ActPanel
            key={`${found.version} ${search.act ?? ''}`}
            acts={possible}
            chosen={search.act}
            version={found.version}
            asOf={found.asOf}
            title={say('grant.record')}
            send={(body) => api.recordInGrant(found.id, body)}
            onClose={() => drawer(undefined)}
          />
        ) : undefined
      }
      road={<StageTrack stages={roadOf(found)} label={say('grant.steps')} />}
      sections={sections}
    />
  );
}

/** A step whose milestone failed is still where the project stands. */
const failedNote = words['grant.stepFailed'];

const roadOf = ({ steps }: ProjectView): readonly RoadStage[] =>
  steps.map(({ step, standing }) => ({
    name: { ko: step.name.ko, en: capital(step.name.en) },
    state: standing === 'failed' ? 'now' : standing,
    on: null,
    range: null,
    ...(standing === 'failed' ? { note: failedNote } : {}),
  }));

/** Spending against an even pace, milestones, the first thing that is measured, and the risk. */
function useFigures(found: ProjectView): readonly KeyFigure[] {
  const { say, text } = useWords();
  const pace = found.spendingOutlooks.at(-1);
  const met = found.milestones.filter(({ standing }) => standing.id === 'met').length;
  const failed = found.milestones.filter(({ standing }) => standing.id === 'failed').length;
  const measured = found.indicators.find(({ state }) => state.id === 'measured');
  const share = (part: number, whole: number): number =>
    whole === 0 ? 0 : Math.round((10_000 * part) / whole);
  return [
    ...(pace === undefined
      ? []
      : [
          {
            name: `${say('grant.spent', { year: pace.year })} · ${say('state.observed')}`,
            figure: (
              <span>
                <span className="t-figure-m">
                  <Glyph name="observed" /> {percent(share(pace.spent, pace.budget))}
                </span>{' '}
                <span className="quiet">
                  <Won amount={pace.spent} /> ·{' '}
                  {say('grant.ofPlan', { plan: percent(share(pace.planned, pace.budget)) })}
                </span>
              </span>
            ),
          },
        ]),
    {
      name: say('grant.milestones'),
      figure: (
        <span>
          <span className="t-figure-m">
            {formatCount(met)} / {formatCount(found.milestones.length)}
          </span>{' '}
          {failed > 0 && (
            <span className="role-bad">
              <Glyph name="failed" /> {say('grant.failedN', { n: failed })}
            </span>
          )}
        </span>
      ),
    },
    ...(measured === undefined
      ? []
      : [
          {
            name: `${capital(text(measured.indicator.name))} · ${text(measured.state.name)}`,
            figure: (
              <span>
                <span className="t-figure-m">
                  <Glyph name="observed" /> {plainNumber(measured.value ?? 0)} /{' '}
                  {plainNumber(measured.target)}
                </span>{' '}
                {measured.outlook !== null && (
                  <span className={outlookRole(measured.outlook.standing.id)}>
                    {text(measured.outlook.standing.name)}
                  </span>
                )}
              </span>
            ),
          },
        ]),
    {
      name: say('grant.risk'),
      figure: (
        <span className="t-figure-m">
          <Risk risk={found.risk} flags={false} />
        </span>
      ),
    },
  ];
}

export const plainNumber = (value: number): string => trimZeros(formatNumber(value, 1));

export const outlookRole = (standing: string): string =>
  standing === 'reached' || standing === 'on-plan'
    ? 'role-ok'
    : standing === 'out-of-reach'
      ? 'role-bad'
      : 'role-warn';
