import type { ModelDrawsResult, ModelDrawsView } from '@daero/api/schemas/model-draws';
import { formatMoney } from '@daero/domain/format/money';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { api, ServerProblem } from '../api.ts';
import type { Problem } from '../api-types.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Failed } from '../parts/blank.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import { NotInChain } from './controls.tsx';
import { Part, TableFrame } from './part.tsx';

const counts = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];
const betweenLooks = 400; // ms

/** Many draws by the workers of the server: started, watched, stopped; what they say, and how much of it is chance. */
export function DrawsPart({
  project,
  isCohort,
  priceYear,
  demonstration,
}: {
  readonly project: string;
  readonly isCohort: boolean;
  readonly priceYear: number;
  readonly demonstration: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const [count, setCount] = useState(100_000);
  const [run, setRun] = useState<ModelDrawsView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const going = run !== null && (run.state === 'queued' || run.state === 'running');
  const take = async (ask: Promise<ModelDrawsView>): Promise<void> => {
    try {
      setRun(await ask);
      setProblem(null);
    } catch (error) {
      if (error instanceof ServerProblem) setProblem(error.problem);
      else throw error;
    }
  };
  const key = run?.key;
  useEffect(() => {
    if (!going || key === undefined) return;
    const timer = setTimeout(() => void take(api.modelDraws(project, key)), betweenLooks);
    return () => clearTimeout(timer);
  }, [going, key, project, run]);
  return (
    <Part id="model-draws" title={say('draws.title')}>
      <p className="t-dense">
        <NotInChain /> · {say('draws.why')} {!isCohort && say('draws.onlyCohorts')}
      </p>
      {isCohort && (
        <div className="row model-draws-ask">
          <NativeSelect
            aria-label={say('draws.count')}
            value={String(count)}
            disabled={going}
            onChange={(event) => setCount(Number(event.currentTarget.value))}
            data={counts.map((one) => ({ value: String(one), label: formatCount(one) }))}
          />
          <Button
            variant="default"
            disabled={going}
            leftSection={<Glyph name="computing" />}
            onClick={() => void take(api.startModelDraws(project, count))}
          >
            {say('draws.start')}
          </Button>
        </div>
      )}
      {problem !== null && (
        <Failed trouble={{ happened: text(problem), where: null, todo: null, code: problem.kind }} />
      )}
      {run !== null && run.state !== 'done' && (
        <DrawsProgress run={run} onCancel={() => void take(api.cancelModelDraws(project, run.key))} />
      )}
      {run?.result !== undefined && run.result !== null && (
        <DrawsResult result={run.result} priceYear={priceYear} demonstration={demonstration} />
      )}
    </Part>
  );
}

const states = {
  queued: { role: 'role-quiet', glyph: 'none' },
  running: { role: 'role-accent', glyph: 'computing' },
  cancelled: { role: 'role-quiet', glyph: 'withheld' },
  failed: { role: 'role-bad', glyph: 'failed' },
  done: { role: 'role-ok', glyph: 'observed' },
} as const;

/** Draws that are stopped leave nothing; started again they give the same numbers. */
function DrawsProgress({
  run,
  onCancel,
}: {
  readonly run: ModelDrawsView;
  readonly onCancel: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const going = run.state === 'queued' || run.state === 'running';
  const far = say('draws.step', { done: formatCount(run.done), total: formatCount(run.total) });
  return (
    <section className="run" aria-label={say(`run.${run.state}`)}>
      <p className="row spread">
        <span className={`strong ${states[run.state].role}`} role="status">
          <Glyph name={states[run.state].glyph} /> {say(`run.${run.state}`)}
        </span>
        <span className="t-dense">{far}</span>
      </p>
      <progress className={`run-bar run-${run.state}`} max={run.total} value={run.done} aria-label={far} />
      <p className="t-dense quiet">{say(going ? 'draws.leave' : 'draws.stopped')}</p>
      {run.problem !== null && run.state === 'failed' && (
        <p className="t-dense role-bad">{text(run.problem)}</p>
      )}
      {going && (
        <p className="row">
          <Button variant="default" onClick={onCancel}>
            {say('run.cancel')}
          </Button>
        </p>
      )}
    </section>
  );
}

function DrawsResult({
  result,
  priceYear,
  demonstration,
}: {
  readonly result: ModelDrawsResult;
  readonly priceYear: number;
  readonly demonstration: boolean;
}): ReactElement {
  const { language, say, text } = useWords();
  const money = (amount: number): string => formatMoney({ amount, currency: 'KRW', priceYear }, language);
  const health = (x: number): string => formatNumber(x, 5);
  const share = (x: number): string => formatNumber(x, 4);
  const title = say('draws.result', { n: formatCount(result.draws) });
  const rows = [
    ...result.comparisons.flatMap(({ strategy, label, cost, effect, netBenefit }) =>
      (
        [
          ['draws.cost', cost, money],
          ['draws.effect', effect, health],
          ['draws.benefit', netBenefit, money],
        ] as const
      ).map(([name, spread, print]) => ({
        key: `${strategy} ${name}`,
        name: `${text(label)}: ${say(name)}`,
        mean: print(spread.mean),
        error: print(spread.standardError),
        limits: `${print(spread.low)} – ${print(spread.high)}`,
      })),
    ),
    ...result.best.map((one) => ({
      key: `best ${one.strategy}`,
      name: say('draws.best', { name: text(one.label) }),
      mean: share(one.share),
      error: share(one.standardError),
      limits: '—',
    })),
    { key: 'evpi', name: say('draws.evpi'), mean: money(result.evpi), error: '—', limits: '—' },
  ];
  return (
    <>
      <h3 className="plot-title">{title}</h3>
      <TableFrame name={title}>
        <thead>
          <tr>
            <th scope="col">{say('draws.quantity')}</th>
            {(['mean', 'error', 'limits'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {say(`draws.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, mean, error, limits }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="num">{mean}</td>
              <td className="num quiet">{error}</td>
              <td className="num">{limits}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="t-dense faint">
        {say('draws.by', { n: result.workers, hash: '' })}
        <span className="hash">{result.hash.slice(0, 16)}</span>
      </p>
      <div className="plots">
        <PlotFrame shape={result.acceptability} node={null} demonstration={demonstration} />
      </div>
    </>
  );
}
