import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { plainNumber } from './project-page.tsx';
import { useName } from './use-name.ts';

type Row = ProjectView['milestones'][number];

const standingGlyph: Readonly<Record<string, GlyphName>> = {
  open: 'half',
  met: 'observed',
  failed: 'failed',
};
const standingRole: Readonly<Record<string, string>> = { open: '', met: 'role-ok', failed: 'role-bad' };

/** What was promised for which day, how it is judged, and how it stands: measured where something can be counted. */
export function Milestones({ found }: { readonly found: ProjectView }): ReactElement {
  const { say } = useWords();
  if (found.milestones.length === 0)
    return <Empty what={say('grant.noMilestones')} why={say('grant.noneAgreed')} />;
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.milestones')}>
      <table className="tbl programme-table">
        <caption className="sr">{say('grant.milestones')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('grant.milestones')}</th>
            <th scope="col">{say('grant.standing')}</th>
            <th scope="col">{say('grant.due')}</th>
            <th scope="col">{say('grant.measure')}</th>
          </tr>
        </thead>
        <tbody>
          {found.milestones.map((row) => (
            <MilestoneRow key={row.milestone.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MilestoneRow({ row }: { readonly row: Row }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  const { milestone, step, standing, decidedOn, dueOn, overdueDays, moves, measure, after } = row;
  return (
    <tr>
      <th scope="row">
        {name(milestone.name)}
        <span className="case-under t-dense quiet">{name(step.name)}</span>
      </th>
      <td>
        <span className={`nowrap ${standingRole[standing.id] ?? ''}`}>
          <Glyph name={standingGlyph[standing.id] ?? 'none'} /> {name(standing.name)}
        </span>{' '}
        {decidedOn !== null && <span className="nowrap quiet">{formatDate(decidedOn, language)}</span>}
        {row.ends !== null && <span className="now-line t-dense">{text(row.ends)}</span>}
        {row.proof !== null && (
          <span className="now-line t-dense faint hash" translate="no">
            {row.proof}
          </span>
        )}
      </td>
      <td>
        <span className="nowrap">{formatDate(dueOn, language)}</span>
        {overdueDays > 0 && (
          <span className="now-line t-dense role-bad">
            <Glyph name="failed" /> {say('programme.overdue', { days: formatCount(overdueDays) })}
          </span>
        )}
        {moves > 0 && <span className="now-line t-dense quiet">{say('grant.moved', { n: moves })}</span>}
      </td>
      <td>
        {measure === null ? (
          say('grant.byPaper')
        ) : (
          <>
            {say('grant.atLeast', {
              name: text(measure.indicator),
              least: plainNumber(measure.atLeast),
              unit: text(measure.unit),
            })}
            <span className="now-line t-dense">
              <span
                className={
                  measure.value !== null && measure.value >= measure.atLeast ? 'role-ok' : 'role-warn'
                }
              >
                <Glyph
                  name={
                    measure.state.id === 'measured'
                      ? 'observed'
                      : measure.state.id === 'declared'
                        ? 'paper'
                        : 'withheld'
                  }
                />{' '}
                {measure.value !== null && say('grant.now', { value: plainNumber(measure.value) })}
              </span>{' '}
              <span className="quiet">{text(measure.state.name)}</span>
            </span>
          </>
        )}
        {after.length > 0 && (
          <span className="now-line t-dense quiet">
            {say('grant.after', { names: after.map(text).join(', ') })}
          </span>
        )}
      </td>
    </tr>
  );
}
