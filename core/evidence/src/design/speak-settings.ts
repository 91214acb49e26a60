/** Settings of an analysis on one line, as they stand in the plan. */
export function speakSettings(settings: unknown): string {
  if (settings === undefined) return '—';
  const plain = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? value.map(plain).join(', ')
        : Object.entries(value)
            .map(([name, inner]) =>
              typeof inner === 'object' && inner !== null && !Array.isArray(inner)
                ? `${name} {${plain(inner)}}`
                : `${name} ${plain(inner)}`,
            )
            .join('; ')
      : String(value);
  return plain(settings);
}
