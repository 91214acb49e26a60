const channel = (eightBit: number): number => {
  const share = eightBit / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  if (red === undefined || green === undefined || blue === undefined)
    throw new RangeError(`not a colour: ${hex}`);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  if (lighter === undefined || darker === undefined) throw new RangeError('two colours are needed');
  return (lighter + 0.05) / (darker + 0.05);
}
