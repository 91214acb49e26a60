import { isoDate, type IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { asDay } from './act.tsx';

function dayOrNull(text: string): IsoDate | null {
  try {
    return isoDate(text);
  } catch {
    return null; // half typed, or emptied
  }
}

/** A day that is taken once it is whole: the forecast is not asked for at every stroke. */
export function DayField({
  label,
  hidden = false,
  value,
  onChange,
}: {
  readonly label: string;
  /** Where the column's head or the line before it is the label that is seen. */
  readonly hidden?: boolean;
  readonly value: IsoDate | null;
  readonly onChange: (next: IsoDate | null) => void;
}): ReactElement {
  return (
    <label className="t-dense">
      <span className={hidden ? 'sr' : ''}>{label}</span>
      {!hidden && <br />}
      <input
        className="assume-number assume-date"
        {...asDay}
        key={value}
        defaultValue={value ?? ''}
        onBlur={(event) => {
          const on = dayOrNull(event.currentTarget.value.trim());
          if (on !== value) onChange(on);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
}
