/** Says a short sentence to screen readers and, for a moment, on the page. Polite: it never interrupts. */
type Heard = (sentence: string) => void;
const hearers = new Set<Heard>();

export const announce = (sentence: string): void => {
  for (const hear of hearers) hear(sentence);
};

export const onAnnouncement = (hear: Heard): (() => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};
