import { formatMoney } from '@daero/domain/format/money';
import { formatNumber, significant, trimZeros } from '@daero/domain/format/number';
import { formatFraction } from '@daero/domain/format/probability';
import type { ScenarioRow } from '@daero/economics/uncertainty/scenarios';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import type { Further } from './engine-further.ts';
import { TableFrame } from './part.tsx';
import { unitWords } from './slides.ts';

/** A value of a parameter in three digits. */
export const printParameter = (x: number): string =>
  Math.abs(x) >= 1000 ? formatNumber(significant(x, 3), 0) : trimZeros(formatNumber(significant(x, 3), 6));

export function TurningTable({ further }: { readonly further: Further }): ReactElement {
  const { language, say, text } = useWords();
  const { results, reference, stated, priceYear } = further;
  const turning = results.turningPoints.filter(({ at }) => at !== null);
  const count = (rows: typeof results.turningPoints): number =>
    new Set(rows.map(({ parameter }) => parameter)).size;
  const at = formatMoney({ amount: stated, currency: 'KRW', priceYear }, language);
  return (
    <>
      <p className="t-dense">
        {say('analyses.turningWhy', {
          ...{ at, reference: text(reference.label) },
          ...{ all: count(results.turningPoints), turns: count(turning) },
        })}
      </p>
      {turning.length > 0 && (
        <TableFrame name={say('analyses.turning')}>
          <thead>
            <tr>
              <th scope="col">{say('analyses.parameter')}</th>
              <th scope="col">{say('analyses.strategy')}</th>
              <th scope="col" className="num">
                {say('analyses.base')}
              </th>
              <th scope="col" className="num">
                {say('analyses.turnsAt')}
              </th>
              <th scope="col" className="num">
                {say('analyses.range')}
              </th>
            </tr>
          </thead>
          <tbody>
            {turning.map(({ parameter, label, unit, strategy, base, at: turns, low, high }) => (
              <tr key={`${parameter} ${strategy.name}`}>
                <th scope="row">
                  {text(label)} <span className="faint t-dense">{unitWords(unit, language)}</span>
                </th>
                <td>{text(strategy.label)}</td>
                <td className="num">{printParameter(base)}</td>
                <td className="num strong">{printParameter(turns ?? NaN)}</td>
                <td className="num quiet">
                  {printParameter(low)} – {printParameter(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </>
  );
}

/** Scenarios or subgroups: what each strategy gains over the reference, and which is best. */
export function GainTable({
  further,
  name,
  rows,
  first,
  shares,
}: {
  readonly further: Further;
  readonly name: string;
  readonly rows: readonly ScenarioRow[];
  readonly first: string;
  /** Of groups; scenarios show the values that they change instead. */
  readonly shares: readonly (number | null)[] | null;
}): ReactElement {
  const { language, say, text } = useWords();
  const { strategies, reference, sets, priceYear } = further;
  const money = (amount: number): string => formatMoney({ amount, currency: 'KRW', priceYear }, language);
  const others = strategies.filter((one) => one.name !== reference.name);
  const setOf = (row: ScenarioRow) => sets.find((one) => one.name === row.name);
  const labelOf = (strategy: string): string => {
    const found = strategies.find((one) => one.name === strategy);
    return found === undefined ? strategy : text(found.label);
  };
  return (
    <TableFrame name={name}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {shares !== null && (
            <th scope="col" className="num">
              {say('analyses.share')}
            </th>
          )}
          {others.map((one) => (
            <th key={one.name} scope="col" className="num">
              {say('analyses.gain', { name: text(one.label) })}
            </th>
          ))}
          <th scope="col">{say('analyses.best')}</th>
          {shares === null && <th scope="col">{say('analyses.changed')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const own = setOf(row);
          const share = shares?.[at] ?? null;
          return (
            <tr key={row.name}>
              <th scope="row">{own === undefined ? say('analyses.together') : text(own.label)}</th>
              {shares !== null && <td className="num">{share === null ? '' : formatFraction(share)}</td>}
              {others.map((one) => (
                <td key={one.name} className="num">
                  {money(row.strategies.find(({ strategy }) => strategy === one.name)?.gain ?? NaN)}
                </td>
              ))}
              <td>{labelOf(row.best)}</td>
              {shares === null && (
                <td>
                  {own?.values.map(([parameter, value]) => (
                    <code key={parameter} className="model-line">
                      {parameter} = {printParameter(value)}
                    </code>
                  ))}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

export function EquityTable({ further }: { readonly further: Further }): ReactElement | null {
  const { language, say, text } = useWords();
  const { equity } = further.results;
  if (equity === null) return null;
  const money = (amount: number): string =>
    formatMoney({ amount, currency: 'KRW', priceYear: further.priceYear }, language);
  const health = (x: number): string => formatNumber(x, 5);
  return (
    <>
      <p className="t-dense">
        {say('analyses.equityWhy', { at: money(equity.equity.opportunityCost) })}{' '}
        {text(equity.equity.statement)}
      </p>
      {equity.rows.map(({ strategy, groups, change }) => (
        <div key={strategy.name}>
          <TableFrame name={`${say('analyses.equity')}: ${text(strategy.label)}`}>
            <thead>
              <tr>
                <th scope="col">{say('analyses.group')}</th>
                {(['share', 'health', 'gained', 'forgone', 'net'] as const).map((column) => (
                  <th key={column} scope="col" className="num">
                    {say(`analyses.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(({ subgroup, label, share, health: now, gained, forgone }) => (
                <tr key={subgroup}>
                  <th scope="row">{text(label)}</th>
                  <td className="num">{formatFraction(share)}</td>
                  <td className="num">{formatNumber(now, 1)}</td>
                  <td className="num">{health(gained)}</td>
                  <td className="num">{health(forgone)}</td>
                  <td className="num">{health(gained - forgone)}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
          <p className="t-dense">
            {say('analyses.ede', {
              name: text(strategy.label),
              mean: health(change.meanGain),
              ede: health(change.edeGain),
              fairness: health(change.fairness),
            })}
          </p>
        </div>
      ))}
    </>
  );
}

const verdicts = {
  passed: { role: 'role-ok', glyph: 'observed' },
  'to-explain': { role: 'role-warn', glyph: 'stale' },
  'does-not-apply': { role: 'quiet', glyph: 'none' },
} as const;

export function CheckTable({ further }: { readonly further: Further }): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="model-checks">
      <TableFrame name={say('analyses.checks')}>
        <thead>
          <tr>
            <th scope="col">{say('analyses.check')}</th>
            <th scope="col">{say('analyses.verdict')}</th>
            <th scope="col">{say('analyses.found')}</th>
          </tr>
        </thead>
        <tbody>
          {further.results.checks.map(({ name, title, verdict, found }) => (
            <tr key={name}>
              <th scope="row">{text(title)}</th>
              <td className={`nowrap ${verdicts[verdict].role}`}>
                <Glyph name={verdicts[verdict].glyph} /> {say(`analyses.${verdict}`)}
              </td>
              <td>
                {found.map((one) => (
                  <code key={one} className="model-line">
                    {one.replace(/\d+\.\d{6,}/g, (digits) => String(Number(Number(digits).toPrecision(7))))}
                  </code>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}
