import { between, normal, type Random } from './deviates.ts';

/**
 * A study of nodules on chest radiographs that never was: cases of four hospitals with the answer of a device that does not
 * exist, readings of some of them with and without it, and the marks the readers set. Ids begin with `generated-` and every
 * row says `generated` in the column `origin`: it shows the road and is evidence of nothing.
 *
 * Every number comes from latent suspicion: what the image shows, plus what this reader sees in it, plus what is seen this
 * time. The device and its predecessor look at the same image, so their errors go together; aid moves a reader towards the device.
 */
export type ChestStudy = {
  readonly cases: readonly ChestCase[];
  readonly readings: readonly ChestReading[];
  readonly marks: readonly ChestMark[];
};

export type ChestCase = {
  readonly case_id: string;
  readonly hospital: number;
  readonly age: number;
  readonly nodule: 0 | 1;
  /** 0-100; empty where the device gave no result. */
  readonly score: number | '';
  /** What the device said; `indeterminate` where it asks for another image, empty where it failed. */
  readonly result: 'positive' | 'negative' | 'indeterminate' | '';
  readonly earlier_score: number;
  /** The device's own statement of risk, 0-1. */
  readonly risk: number | '';
  /** Two radiologists who made the reference standard, before they agreed. */
  readonly expert_1: 'nodule' | 'none';
  readonly expert_2: 'nodule' | 'none';
  /** Millimetres; empty where there is no nodule. */
  readonly diameter_device: number | '';
  readonly diameter_ct: number | '';
  readonly in_reader_study: 0 | 1;
};

/** A suspicion of 0-100, by one reader in one of two sessions, or by the device on its own. */
export type ChestReading = {
  readonly case_id: string;
  readonly reader: string;
  readonly modality: 'unaided' | 'aided' | 'alone';
  readonly session: 's1' | 's2' | '';
  readonly rating: number;
};

/** A mark, or the place of a lesion that was not marked, or a healthy image without marks: the last two have no rating. */
export type ChestMark = {
  readonly case_id: string;
  readonly reader: string;
  readonly modality: 'unaided' | 'aided';
  readonly lesion: string;
  readonly rating: number | '';
};

const hospitals = [
  { share: 0.34, prevalence: 0.3, signal: 0.15 },
  { share: 0.27, prevalence: 0.26, signal: 0 },
  { share: 0.22, prevalence: 0.22, signal: -0.2 },
  { share: 0.17, prevalence: 0.34, signal: 0.05 },
] as const;
const readers = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'] as const;
const readEach = 80; // cases of either class in the reader study

export function generateChestStudy(random: Random, size = 640): ChestStudy {
  const images = Array.from({ length: size }, (_, k) => image(k, random));
  const chosen = new Set([...pick(images, 1), ...pick(images, 0)]);
  const cases = images.map((seen) => caseOf(seen, chosen.has(seen), random));
  const skills = readers.map((name) => ({
    name,
    skill: 0.25 * normal(random),
    aid: 0.45 + 0.12 * normal(random),
  }));
  const read = images.filter((seen) => chosen.has(seen));
  const readings: ChestReading[] = [];
  const marks: ChestMark[] = [];
  for (const [at, reader] of skills.entries()) {
    for (const [k, seen] of read.entries()) {
      const own = 0.55 * normal(random); // what this reader sees in this image, both times
      for (const modality of ['unaided', 'aided'] as const) {
        const suspicion = suspicionOf(seen, reader, modality, own + 0.5 * normal(random));
        // Half of the cases are read with aid first, and the halves change places from reader to reader.
        const session = ((k + at) % 2 === 0) === (modality === 'aided') ? 's1' : 's2';
        const { id: case_id } = seen;
        readings.push({ case_id, reader: reader.name, modality, session, rating: onScale(suspicion) });
        marks.push(...marksOf(seen, reader.name, modality, suspicion, random));
      }
    }
  }
  for (const { case_id, score, in_reader_study } of cases) {
    if (in_reader_study === 0 || score === '') continue;
    readings.push({ case_id, reader: 'device', modality: 'alone', session: '', rating: score });
  }
  return { cases, readings, marks };
}

type Image = {
  readonly id: string;
  readonly hospital: number;
  readonly nodule: 0 | 1;
  readonly lesions: number;
  /** How much of a nodule the image shows. */
  readonly shown: number;
  readonly device: number;
};

function image(k: number, random: Random): Image {
  const u = random();
  let hospital = 0;
  for (let below = hospitals[0].share; hospital < 3 && u >= below; below += hospitals[hospital]?.share ?? 1)
    hospital += 1;
  const { prevalence, signal } = hospitals[hospital] ?? hospitals[0];
  const nodule = random() < prevalence ? 1 : 0;
  const shown = (nodule === 1 ? 1.75 + signal : 0) + 0.75 * normal(random);
  const lesions = nodule === 0 ? 0 : random() < 0.72 ? 1 : random() < 0.75 ? 2 : 3;
  return {
    id: `generated-${String(k + 1).padStart(4, '0')}`,
    ...{ hospital: hospital + 1, nodule, lesions, shown },
    device: shown + 0.6 * normal(random) + (nodule === 1 ? 0.25 : -0.1),
  };
}

const pick = (images: readonly Image[], nodule: 0 | 1): readonly Image[] =>
  images.filter((seen) => seen.nodule === nodule).slice(0, readEach);

type Reader = { readonly name: string; readonly skill: number; readonly aid: number };

function suspicionOf(seen: Image, reader: Reader, modality: 'unaided' | 'aided', own: number): number {
  const alone = seen.shown * (0.85 + 0.2 * reader.skill) + own;
  return modality === 'unaided' ? alone : alone + reader.aid * (seen.device - alone);
}

/** A suspicion on the readers' scale of 0-100. */
const onScale = (suspicion: number): number => Math.round(between(0, 100, 50 + 20 * (suspicion - 0.85)));

function caseOf(seen: Image, inStudy: boolean, random: Random): ChestCase {
  const failed = random() < 0.015;
  const score = Math.round(between(0, 100, 50 + 20 * (seen.device - 0.85)));
  const earlier = Math.round(between(0, 100, 50 + 20 * (seen.shown + 0.95 * normal(random) - 0.75)));
  const expert = (): 'nodule' | 'none' => ((seen.nodule === 1) === random() < 0.93 ? 'nodule' : 'none');
  const [expert_1, expert_2] = [expert(), expert()];
  const across = between(4, 38, 12 + 5.5 * normal(random) + 2 * seen.shown);
  const measured = (noise: number): number | '' =>
    seen.nodule === 0 ? '' : Math.round(10 * between(2, 45, across + noise)) / 10;
  return {
    ...{
      case_id: seen.id,
      hospital: seen.hospital,
      age: Math.round(between(20, 94, 61 + 13 * normal(random))),
    },
    nodule: seen.nodule,
    score: failed ? '' : score,
    result: failed ? '' : resultOf(score),
    earlier_score: earlier,
    risk: failed ? '' : Math.round(1000 * between(0.003, 0.985, riskOf(score))) / 1000,
    ...{ expert_1, expert_2 },
    diameter_device: measured(0.8 + 1.3 * normal(random)),
    diameter_ct: measured(0.7 * normal(random)),
    in_reader_study: inStudy ? 1 : 0,
  };
}

const resultOf = (score: number): ChestCase['result'] =>
  score >= 55 ? 'positive' : score >= 53 ? 'indeterminate' : 'negative';

/** A little too sure of itself, as devices are: it says more extreme risks than come true. */
const riskOf = (score: number): number => 1 / (1 + Math.exp((57 - score) / 5));

function marksOf(
  seen: Image,
  reader: string,
  modality: 'unaided' | 'aided',
  suspicion: number,
  random: Random,
): ChestMark[] {
  const about = { case_id: seen.id, reader, modality };
  const rows: ChestMark[] = [];
  for (let lesion = 1; lesion <= seen.lesions; lesion += 1) {
    const rating = onScale(suspicion - 0.35 * (lesion - 1) + 0.3 * normal(random));
    rows.push({ ...about, lesion: `l${lesion}`, rating: rating >= 35 ? rating : '' });
  }
  const elsewhere = random() < (modality === 'aided' ? 0.17 : 0.24);
  if (elsewhere)
    rows.push({ ...about, lesion: '', rating: onScale(0.55 * suspicion + 0.5 + 0.45 * normal(random)) });
  else if (seen.lesions === 0) rows.push({ ...about, lesion: '', rating: '' });
  return rows;
}

export const chestCasesCsv = ({ cases }: ChestStudy): string => csv(cases);
export const chestReadingsCsv = ({ readings }: ChestStudy): string => csv(readings);
export const chestMarksCsv = ({ marks }: ChestStudy): string => csv(marks);

function csv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => [...columns.map((column) => row[column] ?? ''), 'generated'].join(','));
  return `${[[...columns, 'origin'].join(','), ...lines].join('\n')}\n`;
}
