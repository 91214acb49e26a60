import type { EconomicModelView } from '@daero/api/schemas/model';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import type { FigureState } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Failed, Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { sealOf } from '../pages/work-page.tsx';
import type { PageHead } from '../patterns/page-header.tsx';
import { DetailPage, LiveModelPage } from '../patterns/patterns.tsx';
import { questions } from '../questions.ts';
import { Controls, NotInChain } from './controls.tsx';
import { DecisionLine } from './decision-line.tsx';
import { Documents } from './documents.tsx';
import { DrawsPart } from './draws-part.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { SensitivityPart } from './sensitivity-part.tsx';
import { useAsked } from './use-asked.ts';
import { useEngines, type EngineClient } from './engine-client.ts';
import type { Asked, Computed } from './engine.ts';
import './model.css';
import { readModelSearch, views, type ModelSearch, type View } from './model-search.ts';
import { MoneyPart, useBeside } from './money-part.tsx';
import { ParametersPart } from './parameters-part.tsx';
import { ResultsPart } from './results-part.tsx';
import { StructurePart } from './structure-part.tsx';
import { useLiveModel, type Live, type LiveQuestion } from './use-live-model.ts';
import { VersionsPart } from './versions-part.tsx';

/** The economic model of a plan: run again in the page, moved by hand, drawn, and compared with what was locked. */
export function ModelPage({ project }: { readonly project: Project }): ReactElement {
  const { say, text } = useWords();
  const found = useQuery(questions.economicModel(project.id));
  const head: PageHead = {
    title: say('model.title'),
    crumbs: [
      <Link key="product" to="/projects/$project" params={{ project: project.id }}>
        {text(project.product)}
      </Link>,
      <span key="here">{say('model.title')}</span>,
    ],
    labels: (
      <>
        {project.reference && <DemoLabel kind="reference" />}
        {project.generated && <DemoLabel kind="generated" />}
      </>
    ),
    state: sealOf(project),
  };
  const alone = (body: ReactElement): ReactElement => (
    <DetailPage head={head} sections={[{ id: 'model', title: say('model.title'), body }]} />
  );
  if (found.isPending) return alone(<Loading rows={10} what={say('model.title')} />);
  if (found.isError) return alone(<QueryTrouble error={found.error} onRetry={() => void found.refetch()} />);
  if (found.data === null) return alone(<Empty what={say('model.none')} why={say('model.noneWhy')} />);
  return <LoadedModel project={project} view={found.data} head={head} />;
}

const noChange = {};
const drawsOfResearch = 10_000;
const askBudget = (engine: EngineClient, content: Parameters<EngineClient['budget']>[0]) =>
  engine.budget(content);
const askFurther = (engine: EngineClient, asked: Asked) => engine.further(asked);
const askResearch = (engine: EngineClient, asked: Asked) => engine.research(asked);
const askHospital = (engine: EngineClient, content: Parameters<EngineClient['hospital']>[0]) =>
  engine.hospital(content);

function LoadedModel({
  project,
  view,
  head,
}: {
  readonly project: Project;
  readonly view: EconomicModelView;
  readonly head: PageHead;
}): ReactElement {
  const { say, text } = useWords();
  const search: ModelSearch = useSearch({ from: '/projects/$project/model' });
  const navigate = useNavigate({ from: '/projects/$project/model' });
  const change = (next: ModelSearch): void =>
    void navigate({
      search: (now) => ({
        ...readModelSearch({ ...next }),
        ...(now.lang === undefined ? {} : { lang: now.lang }),
      }),
      replace: true,
      resetScroll: false,
    });
  const engines = useEngines();
  const estimates = useMemo(
    () =>
      Object.fromEntries(
        view.estimates.flatMap(({ id, estimate }) => (estimate === null ? [] : [[id, estimate]])),
      ),
    [view],
  );
  const missing = [
    ...view.notBuilt,
    ...view.estimates.flatMap(({ id, estimate }) => (estimate === null ? [id] : [])),
  ];
  const runs = missing.length === 0;
  const asked = useMemo(
    (): LiveQuestion | null => (runs ? { model: view.model, estimates, set: noChange, stated: null } : null),
    [runs, view, estimates],
  );
  const setText = JSON.stringify(search.set ?? noChange);
  const changed = setText !== '{}' || search.at !== undefined;
  const scenario = useMemo(
    (): LiveQuestion | null =>
      asked === null || !changed
        ? null
        : {
            ...asked,
            set: JSON.parse(setText) as Readonly<Record<string, number>>,
            stated: search.at ?? null,
          },
    [asked, changed, setText, search.at],
  );
  const shownView = search.view ?? views[0];
  const isOtherVersion =
    view.locked !== null && JSON.stringify(view.locked.model) !== JSON.stringify(view.model);
  const lockedAsked = useMemo(
    (): LiveQuestion | null =>
      asked === null || view.locked === null || shownView !== 'versions' || !isOtherVersion
        ? null
        : { ...asked, model: view.locked.model },
    [asked, view, shownView, isOtherVersion],
  );
  const base = useLiveModel(asked, engines, 'base');
  const own = useLiveModel(scenario, engines, 'view');
  const locked = useLiveModel(lockedAsked, engines, 'locked');
  const budget = useBeside(view.budget, engines, askBudget);
  const hospital = useBeside(view.hospital, engines, askHospital);

  const shownQuestion = changed ? scenario : asked;
  const further = useAsked(shownView === 'sensitivity' ? shownQuestion : null, engines, {
    ...{ draws: 100, ask: askFurther },
  });
  const research = useAsked(shownView === 'evidence' ? shownQuestion : null, engines, {
    ...{ draws: drawsOfResearch, ask: askResearch },
  });

  const live: Live = changed ? own : base;
  const computed = live.computed;
  // Plots are heavy: while a slider moves they follow behind the numbers.
  const drawn = useDeferredValue(computed);
  const given: FigureState = project.generated ? 'demonstration' : 'estimate';
  const node = changed ? null : (view.node?.hash ?? null);
  const heading = withState(head, view, base.computed, changed, say, text);
  const money = (
    <MoneyPart
      budget={{ file: view.budget, found: budget }}
      hospital={{ file: view.hospital, found: hospital }}
      demonstration={project.generated}
    />
  );
  if (!runs)
    return (
      <DetailPage
        head={heading}
        sections={[
          {
            id: 'held',
            title: say('model.view.live'),
            body: (
              <Empty what={say('model.held')} why={say('model.heldWhy', { names: missing.join(', ') })} />
            ),
          },
          {
            id: 'parameters',
            title: say('model.view.parameters'),
            body: <ParametersPart view={view} base={null} shown={null} state={given} />,
          },
          { id: 'money', title: say('model.view.money'), body: money },
        ]}
      />
    );
  if (base.trouble !== null && base.computed === null)
    return (
      <DetailPage
        head={heading}
        sections={[
          {
            id: 'trouble',
            title: say('model.view.live'),
            body: (
              <Failed
                trouble={{
                  happened: text(base.trouble.said),
                  where: view.file,
                  todo: null,
                  code: base.trouble.kind,
                }}
              />
            ),
          },
        ]}
      />
    );
  if (base.computed === null)
    return (
      <DetailPage
        head={heading}
        sections={[
          {
            id: 'wait',
            title: say('model.view.live'),
            body: <Loading rows={10} what={say('model.title')} />,
          },
        ]}
      />
    );

  const standing = base.computed;
  return (
    <LiveModelPage
      head={{ ...heading, action: <Documents project={project.id} /> }}
      controls={<Controls base={standing} search={search} onChange={change} />}
      decision={
        <>
          {live.trouble !== null && (
            <Failed
              trouble={{
                happened: text(live.trouble.said),
                where: view.file,
                todo: null,
                code: live.trouble.kind,
              }}
            />
          )}
          {computed === null ? (
            live.trouble === null && <Loading rows={2} what={say('model.decision')} />
          ) : (
            <DecisionLine
              live={live}
              computed={computed}
              state={changed ? 'assumption' : given}
              node={node}
            />
          )}
        </>
      }
      results={
        <div className="model-results">
          <SegmentedControl
            aria-label={say('model.views')}
            value={shownView}
            onChange={(chosen) => change({ ...search, view: views.find((one) => one === chosen) })}
            data={views.map((one) => ({ value: one, label: say(`model.view.${one}`) }))}
          />
          {changed && (
            <p className="t-dense">
              <NotInChain /> · {say('documents.asFile')}
            </p>
          )}
          <Shown
            shownView={shownView}
            parts={{
              live:
                drawn === null ? null : (
                  <>
                    <ResultsPart
                      computed={drawn}
                      node={node}
                      computing={drawn !== computed || !live.isCurrent}
                      demonstration={project.generated}
                      peopleAYear={budget?.ok === true ? budget.value.peopleAYear : null}
                    />
                    <DrawsPart
                      project={project.id}
                      isCohort={drawn.structure === 'cohort'}
                      priceYear={drawn.priceYear}
                      demonstration={project.generated}
                    />
                  </>
                ),
              sensitivity: (
                <SensitivityPart
                  found={further.answered}
                  computing={!further.isCurrent}
                  file={view.file}
                  demonstration={project.generated}
                />
              ),
              evidence:
                drawn === null ? null : (
                  <EvidencePart
                    computed={drawn}
                    research={research.answered}
                    computing={live.refining || !research.isCurrent}
                    product={text(project.product)}
                    peopleAYear={budget?.ok === true ? budget.value.peopleAYear : null}
                    demonstration={project.generated}
                  />
                ),
              structure: (
                <StructurePart
                  base={standing}
                  node={view.node?.hash ?? null}
                  demonstration={project.generated}
                />
              ),
              parameters: (
                <ParametersPart view={view} base={standing} shown={changed ? computed : null} state={given} />
              ),
              money,
              versions: (
                <VersionsPart
                  view={view}
                  base={standing}
                  shown={changed ? computed : null}
                  locked={
                    isOtherVersion
                      ? { computed: locked.computed, trouble: locked.trouble }
                      : { computed: standing, trouble: null }
                  }
                  set={search.set ?? noChange}
                />
              ),
            }}
          />
        </div>
      }
      scenarios={null}
    />
  );
}

const Shown = ({
  shownView,
  parts,
}: {
  readonly shownView: View;
  readonly parts: Readonly<Record<View, ReactElement | null>>;
}): ReactElement | null => parts[shownView];

type Words = ReturnType<typeof useWords>;

/** Structure, perspective, prices and file in one line, with what was locked. */
function withState(
  head: PageHead,
  view: EconomicModelView,
  computed: Computed | null,
  changed: boolean,
  say: Words['say'],
  text: Words['text'],
): PageHead {
  return {
    ...head,
    state: (
      <span className="row">
        {computed !== null && (
          <span>
            {say('model.state', {
              structure: say(`model.structure.${computed.structure}`),
              perspective: text(computed.perspective),
              year: computed.priceYear,
              file: view.file,
            })}
          </span>
        )}
        {changed ? (
          <NotInChain />
        ) : (
          <span className="nowrap">
            <Glyph name="chain" /> {say('model.inChain')}
          </span>
        )}
        {head.state}
      </span>
    ),
  };
}
