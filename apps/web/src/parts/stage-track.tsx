import { formatDate, formatMonthRange } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const stageStates = ['done', 'now', 'ahead', 'skipped', 'returned', 'exited'] as const;
export type StageState = (typeof stageStates)[number];
export type RoadStage = {
  readonly name: Text;
  readonly state: StageState;
  readonly on: IsoDate | null;
  /** A forecast is a range first. */
  readonly range: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly note?: Text;
};

const stageGlyph = {
  done: 'full',
  now: 'half',
  ahead: 'none',
  skipped: 'skipped',
  returned: 'returned',
  exited: 'failed',
} as const satisfies Readonly<Record<StageState, GlyphName>>;

/** The road: authorised, gazetted, coded, bought, used. Solid is done, half is now, dashed is forecast. */
export function StageTrack({
  stages,
  thin = false,
  label,
}: {
  readonly stages: readonly RoadStage[];
  readonly thin?: boolean;
  readonly label: string;
}): ReactElement {
  const { language, say, text } = useWords();
  return (
    <ol className={`road ${thin ? 'road-thin' : ''}`} aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.name.en}
          className={`road-stage road-${stage.state}`}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <span className="road-mark">
            <Glyph name={stageGlyph[stage.state]} />
          </span>
          <span className="road-words t-dense">
            <span className="strong">{text(stage.name)}</span>{' '}
            <span
              className={stage.state === 'done' ? 'role-ok' : stage.state === 'exited' ? 'role-bad' : 'quiet'}
            >
              {say(`stage.${stage.state}`)}
            </span>
            {stage.on !== null && <span className="road-date quiet">{formatDate(stage.on, language)}</span>}
            {stage.range !== null && (
              <span className="road-date role-forecast">
                <Glyph name="forecast" /> {formatMonthRange(stage.range.from, stage.range.to, language)}
              </span>
            )}
            {!thin && stage.note !== undefined && <span className="road-date quiet">{text(stage.note)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
