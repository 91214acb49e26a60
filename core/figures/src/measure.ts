/**
 * Core has no fonts, so widths are estimated, a little wide, for Pretendard and Noto Sans KR:
 * they settle margins and line breaks, never the place of a datum.
 */
const emOf = (character: string): number => {
  if (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3\uff00-\uff60]/.test(character)) return 0.93;
  if (/[\u2200-\u27bf]/.test(character)) return 1.05; // state glyphs and signs
  if (/[ilj.,:;'|!()[\]]/.test(character)) return 0.34;
  if (/[mwMW%@—]/.test(character)) return 0.9;
  if (/[A-Z]/.test(character)) return 0.68;
  if (character === ' ') return 0.28;
  return 0.59;
};

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + emOf(character), 0) * size;

/** Lines no wider than this, broken between words only (Korean too). */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** Moves labels apart, as little as needed, in the order of their wish; all stay within [low, high]. */
export function separate(
  wishes: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wishes
    .map((wish, index) => ({ wish, index }))
    .sort((a, b) => a.wish - b.wish || a.index - b.index);
  const places: number[] = [];
  for (const { wish } of order) places.push(Math.max(wish, (places.at(-1) ?? -Infinity) + gap, low));
  let limit = high;
  for (let at = places.length - 1; at >= 0; at--) {
    const place = Math.min(places[at] ?? limit, limit);
    places[at] = place;
    limit = place - gap;
  }
  const settled = wishes.map(() => 0);
  order.forEach(({ index }, rank) => {
    settled[index] = places[rank] ?? 0;
  });
  return settled;
}
