const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;

/** 1980-01-01, the first day a zip can hold, as its two fields of 16 bits: time, then date. */
const firstDay = 0x0021_0000;

/** The same zip with one date in every entry, so that the moment of writing does not change the bytes. */
export function sameDates(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== directoryEnd)
    throw new Error('a zip that we wrote ends with its directory');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('the directory of a zip is broken');
    view.setUint32(at + 12, firstDay, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('an entry of a zip is not in its place');
    view.setUint32(local + 10, firstDay, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
