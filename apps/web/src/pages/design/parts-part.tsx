import * as economicsShapes from '@daero/figures/testing/economics-shapes';
import * as shapes from '@daero/figures/testing/shapes';
import * as validationShapes from '@daero/figures/testing/validation-shapes';
import { Button, NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import '../../chain/chain.css';
import { LineageTable } from '../../chain/lineage-table.tsx';
import { around, lineage, reach } from '../../chain/lineage.ts';
import { Figure } from '../../figure/figure.tsx';
import { useWords } from '../../i18n.ts';
import { AuditTrail } from '../../parts/audit-trail.tsx';
import { Empty, Failed, Loading, NoAccess, Stale, Suppressed } from '../../parts/blank.tsx';
import { Clock } from '../../parts/clock.tsx';
import { Confidence, confidences } from '../../parts/confidence.tsx';
import { DemoLabel, DemoRibbon } from '../../parts/demo-ribbon.tsx';
import { GapRow, GateCard } from '../../parts/gate-card.tsx';
import { LayerBoard } from '../../parts/layer-board.tsx';
import { LiveSlider } from '../../parts/live-slider.tsx';
import { LockSeal } from '../../parts/lock-seal.tsx';
import { MoneyTable } from '../../parts/money-table.tsx';
import { ParameterTable } from '../../parts/parameter-table.tsx';
import { ParticipantFlow } from '../../parts/participant-flow.tsx';
import { RunProgress, runStates } from '../../parts/run-progress.tsx';
import { SourceBadge } from '../../parts/source-badge.tsx';
import { StageTrack } from '../../parts/stage-track.tsx';
import { PlotFrame } from '../../plot/plot-frame.tsx';
import '../../plot/plot.css';
import {
  brokenFlow,
  clocks,
  conditionSamples,
  gaps,
  gate,
  layerRows,
  layers,
  money,
  parameters,
  roads,
  runSample,
  sample,
  smallChain,
  sources,
  stateSamples,
  trail,
} from './samples.ts';

const LineageGraph = lazy(() => import('../../chain/lineage-graph.tsx'));
const nothing = (): void => undefined;

export function Figures(): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="design-grid">
      <div>
        <h3 className="t-dense strong">{say('design.states')}</h3>
        <dl className="design-lines">
          {stateSamples.map((facts) => (
            <div key={facts.state}>
              <dt className="quiet">{text(facts.label)}</dt>
              <dd>
                <Figure facts={facts} onOpen={nothing} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div>
        <h3 className="t-dense strong">{say('design.conditions')}</h3>
        <dl className="design-lines">
          {conditionSamples.map((facts) => (
            <div key={facts.condition.is}>
              <dt className="quiet">{text(facts.label)}</dt>
              <dd>
                <Figure facts={facts} onOpen={nothing} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="stack">
        <h3 className="t-dense strong">{say('design.sizes')}</h3>
        <Figure facts={sample('estimate')} size="key" onOpen={nothing} />
        <Figure facts={sample('estimate')} size="panel" onOpen={nothing} />
        <Figure facts={sample('estimate')} onOpen={nothing} />
      </div>
    </div>
  );
}

export function Sources(): ReactElement {
  return (
    <div className="stack">
      <p className="row">
        {sources.map((source) => (
          <SourceBadge key={source?.short.en ?? 'none'} source={source} />
        ))}
      </p>
      <p className="row">
        {confidences.map((level) => (
          <Confidence key={level} level={level} />
        ))}
        <Confidence level="stated" words={false} />
      </p>
    </div>
  );
}

export const Clocks = (): ReactElement => (
  <div className="design-cards">
    {clocks.map((clock) => (
      <Clock key={clock.name.en} clock={clock} />
    ))}
  </div>
);

export function Roads(): ReactElement {
  const { text } = useWords();
  return (
    <div className="stack">
      {roads.map((road) => (
        <StageTrack key={road.name.en} stages={road.stages} thin={road.thin} label={text(road.name)} />
      ))}
    </div>
  );
}

export const Gates = (): ReactElement => (
  <div className="stack">
    <GateCard gate={gate} onOpen={nothing} />
    {gaps.map((gap) => (
      <GapRow key={gap.requirement.en} gap={gap} onDesign={nothing} />
    ))}
  </div>
);

export function Layers(): ReactElement {
  const { say } = useWords();
  return <LayerBoard caption={say('design.layers')} layers={layers} rows={layerRows} />;
}

export function LineageSample(): ReactElement {
  const chain = useMemo(() => lineage(smallChain), []);
  const focus = smallChain[3]?.hash ?? null;
  const [open, setOpen] = useState<string | null>(null);
  const shown = useMemo(() => around(chain, focus, 2, 1), [chain, focus]);
  const up = useMemo(() => reach(chain, focus ?? '', 'up'), [chain, focus]);
  const down = useMemo(() => reach(chain, focus ?? '', 'down'), [chain, focus]);
  const everything = useMemo(() => around(chain, null, 0, 0), [chain]);
  return (
    <div className="stack design-lineage">
      <Suspense fallback={<Loading what="" />}>
        <LineageGraph
          chain={chain}
          shown={shown}
          up={up}
          down={down}
          focus={focus}
          open={open}
          project={null}
          onOpen={setOpen}
        />
      </Suspense>
      <LineageTable shown={everything} up={up} down={down} focus={focus} project={null} onOpen={setOpen} />
    </div>
  );
}

export const Seals = (): ReactElement => (
  <div className="stack">
    <LockSeal lock={{ is: 'draft' }} />
    <LockSeal lock={{ is: 'ready' }} />
    <LockSeal
      lock={{ is: 'locked', at: '2026-09-01T05:20:00Z', by: '홍길동', hash: '7f3a91c24e0b', deviations: 0 }}
    />
    <LockSeal
      lock={{ is: 'locked', at: '2026-09-01T05:20:00Z', by: '홍길동', hash: '7f3a91c24e0b', deviations: 1 }}
    />
  </div>
);

export const Runs = (): ReactElement => (
  <div className="design-cards">
    {runStates.map((state) => (
      <RunProgress key={state} run={runSample(state)} onCancel={nothing} onResume={nothing} />
    ))}
  </div>
);

export const Flows = (): ReactElement => (
  <div className="stack">
    <ParticipantFlow flow={shapes.flow} />
    <ParticipantFlow flow={brokenFlow} />
  </div>
);

export const Plots = (): ReactElement => (
  <div className="plots">
    <PlotFrame shape={shapes.forest} node="7f3a91c24e0b" demonstration keyed />
    <PlotFrame shape={shapes.roc} node="7f3a91c24e0b" demonstration computing />
    {[...Object.values(validationShapes), ...Object.values(economicsShapes)].map((shape) => (
      <PlotFrame key={`${shape.shape} ${shape.label.en}`} shape={shape} node="7f3a91c24e0b" demonstration />
    ))}
  </div>
);

export function Parameters(): ReactElement {
  const { say } = useWords();
  return <ParameterTable rows={parameters} caption={say('design.parameters')} />;
}

export function Slider(): ReactElement {
  const { say, text } = useWords();
  const [value, setValue] = useState(3400);
  const label = text({ ko: '경보 한 번의 비용', en: 'Cost of one alert' });
  return (
    <div className="design-cards">
      <LiveSlider
        slide={{
          label,
          unit: text({ ko: '원, 2026년', en: 'KRW, 2026' }),
          value,
          base: 2920,
          from: 0,
          to: 8000,
          step: 10,
          plausible: { low: 1500, high: 4800 },
        }}
        onMove={setValue}
      />
      <div>
        <Figure
          facts={{
            ...sample('assumption'),
            label: { ko: label, en: label },
            value: value * 4041,
            low: value * 2100,
            high: value * 8100,
            unit: 'KRW',
            n: null,
            node: null,
            intervalKind: 'uncertainty',
            condition: { is: 'computing' },
          }}
          size="panel"
        />
        <p className="t-dense quiet">{say('slider.refining', { draws: '1,000' })}</p>
        <Button disabled={value === 2920}>{say('slider.save')}</Button>
      </div>
    </div>
  );
}

export function Money(): ReactElement {
  const { say } = useWords();
  return <MoneyTable rows={money} years={[2026, 2027]} priceYear={2026} caption={say('design.money')} />;
}

export const Trail = (): ReactElement => <AuditTrail rows={trail} />;

export const Demo = (): ReactElement => (
  <div className="stack">
    <DemoRibbon kinds={['generated']} signIn={false} />
    <DemoRibbon kinds={['reference']} signIn />
    <p className="row">
      <DemoLabel kind="generated" />
      <DemoLabel kind="reference" />
    </p>
  </div>
);

export function Blanks(): ReactElement {
  const { text } = useWords();
  return (
    <div className="design-cards">
      <Empty
        what={text({ ko: '묶인 주장이 없습니다.', en: 'No claim is bound.' })}
        why={text({
          ko: '이 추정을 쓰는 주장을 계획에 적으면 여기에 옵니다.',
          en: 'Write a claim that uses this estimate in the plan.',
        })}
        action={<Button>{text({ ko: '계획 열기', en: 'Open the plan' })}</Button>}
      />
      <div className="panel">
        <Loading rows={4} what={text({ ko: '추정 12개', en: '12 estimates' })} />
      </div>
      <Failed
        trouble={{
          happened: text({ ko: '열에 글자가 있습니다.', en: 'A column holds text.' }),
          where: 'plan.yaml, 42',
          todo: text({ ko: '수로 된 열을 지정하십시오.', en: 'Name a column of numbers.' }),
          code: 'column-not-numbers',
        }}
        onRetry={nothing}
      />
      <NoAccess
        what={text({ ko: '병원별 원가', en: 'Costs by site' })}
        grantor={text({
          ko: '나래대병원 재무팀(가상)',
          en: 'Finance, Narae University Hospital (fictitious)',
        })}
        onRequest={nothing}
      />
      <Stale
        age={text({ ko: '3일 전 자료', en: 'Data 3 days old' })}
        cause={text({ ko: '병원 4의 스냅샷이 바뀌었습니다.', en: 'The snapshot of site 4 has changed.' })}
      >
        <Figure facts={sample('estimate')} size="panel" onOpen={nothing} />
      </Stale>
      <Suppressed smallestCell={10} />
    </div>
  );
}

export function Controls(): ReactElement {
  const { say } = useWords();
  const [choice, setChoice] = useState('a');
  return (
    <div className="row">
      <Button variant="filled">{say('design.primary')}</Button>
      <Button>{say('design.quiet')}</Button>
      <Button variant="subtle" color="accent">
        {say('design.text')}
      </Button>
      <Button color="bad">{say('design.destructive')}</Button>
      <Button disabled>{say('design.disabled')}</Button>
      <TextInput aria-label={say('design.input')} placeholder={say('design.input')} />
      <NativeSelect aria-label={say('chain.depth')} data={['1', '2', '3']} />
      <SegmentedControl
        aria-label={say('chain.view')}
        value={choice}
        onChange={setChoice}
        data={[
          { value: 'a', label: say('chain.graph') },
          { value: 'b', label: say('chain.table') },
        ]}
      />
      <Switch label={say('settings.keys')} defaultChecked />
    </div>
  );
}
