import { between, normal, type Random } from './deviates.ts';

/** In the columns of the PhysioNet 2012 observations, rows of a stay in order of minute, then parameter. */
export type Observation = {
  readonly record_id: string;
  readonly minute: number;
  readonly parameter: string;
  readonly value: number;
};

/** How one parameter is charted and how it goes: numbers near those of the real file. */
type Sign = {
  readonly parameter: string;
  /** Share of stays in which it is charted at all, and how often within 48 hours. */
  readonly charted: number;
  readonly everyMinutes: number;
  readonly mean: number;
  /** Change with one unit of severity, and further change by the end of the first day. */
  readonly bySeverity: number;
  readonly drift: number;
  readonly spread: number; // between stays
  readonly noise: number; // within a stay
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  /** Share of rows that hold a code or an artefact instead. */
  readonly artefact?: { readonly share: number; readonly value: number };
};

const signs: readonly Sign[] = [
  {
    parameter: 'HR',
    charted: 1,
    everyMinutes: 50,
    mean: 85,
    bySeverity: 6,
    drift: 4,
    spread: 12,
    noise: 7,
    low: 30,
    high: 200,
    decimals: 0,
    artefact: { share: 0.0001, value: 0 },
  },
  {
    parameter: 'Temp',
    charted: 1,
    everyMinutes: 130,
    mean: 37,
    bySeverity: 0.1,
    drift: 0.1,
    spread: 0.6,
    noise: 0.35,
    low: 33,
    high: 41.5,
    decimals: 1,
    artefact: { share: 0.0007, value: -17.8 },
  },
  {
    parameter: 'SysABP',
    charted: 0.7,
    everyMinutes: 55,
    mean: 120,
    bySeverity: -6,
    drift: -4,
    spread: 14,
    noise: 10,
    low: 45,
    high: 230,
    decimals: 0,
    artefact: { share: 0.001, value: 0 },
  },
  {
    parameter: 'NISysABP',
    charted: 0.87,
    everyMinutes: 100,
    mean: 119,
    bySeverity: -6,
    drift: -4,
    spread: 14,
    noise: 11,
    low: 45,
    high: 230,
    decimals: 0,
    artefact: { share: 0.0018, value: 0 },
  },
  {
    parameter: 'RespRate',
    charted: 0.275,
    everyMinutes: 58,
    mean: 18.5,
    bySeverity: 1.8,
    drift: 1.2,
    spread: 2.8,
    noise: 2.2,
    low: 5,
    high: 55,
    decimals: 0,
    artefact: { share: 0.001, value: 0 },
  },
  {
    parameter: 'SaO2',
    charted: 0.4,
    everyMinutes: 640,
    mean: 97,
    bySeverity: -0.8,
    drift: -0.3,
    spread: 1.4,
    noise: 1,
    low: 60,
    high: 100,
    decimals: 0,
  },
  {
    parameter: 'GCS',
    charted: 1,
    everyMinutes: 185,
    mean: 14.4,
    bySeverity: -1.3,
    drift: -0.6,
    spread: 2.2,
    noise: 0.7,
    low: 3,
    high: 15,
    decimals: 0,
  },
];

/** Ventilation goes with severity: who gets it has FiO2 charted as well. */
const ventilation = { charted: 0.63, fio2Charted: 0.13, everyMinutes: 235 };

/** All rows of one stay: what is charted on admission, then 48 hours; 1.6 % of stays have nothing but the admission. */
export function vitalSigns(id: string, unit: number, severity: number, random: Random): Observation[] {
  const rows: Observation[] = [];
  const chart = (minute: number, parameter: string, value: number): void => {
    rows.push({ record_id: id, minute, parameter, value });
  };
  chart(0, 'Age', between(16, 90, Math.round(64 + 4 * severity + 15 * normal(random))));
  chart(0, 'Gender', random() < 0.56 ? 1 : 0);
  chart(0, 'Height', random() < 0.47 ? -1 : Math.round(170 + 10 * normal(random)));
  chart(0, 'ICUType', unit);
  chart(0, 'Weight', random() < 0.08 ? -1 : between(35, 200, Math.round(83 + 20 * normal(random))));
  if (random() < 0.016) return rows;

  for (const sign of signs) {
    const charted = random() < sign.charted;
    const own = sign.spread * normal(random);
    if (charted) course(sign, severity, own, random, chart);
  }
  oxygen(severity, random, chart);
  return rows.sort(
    (a, b) => a.minute - b.minute || (a.parameter < b.parameter ? -1 : a.parameter > b.parameter ? 1 : 0),
  );
}

type Chart = (minute: number, parameter: string, value: number) => void;

function course(sign: Sign, severity: number, own: number, random: Random, chart: Chart): void {
  const scale = [1, 10][sign.decimals] ?? 1;
  for (const minute of minutesEvery(sign.everyMinutes, random)) {
    const day = Math.min(1, minute / 1440);
    const level =
      sign.mean + severity * (sign.bySeverity + sign.drift * day) + own + sign.noise * normal(random);
    const spoiled = sign.artefact !== undefined && random() < sign.artefact.share;
    const value = spoiled
      ? sign.artefact.value
      : Math.round(between(sign.low, sign.high, level) * scale) / scale;
    chart(minute, sign.parameter, value);
  }
}

function oxygen(severity: number, random: Random, chart: Chart): void {
  const ventilated = 0.55 * severity + normal(random) > -0.38; // 63 % of stays
  const charted = ventilated ? random() < 0.9 : random() < ventilation.fio2Charted;
  const share = between(0.21, 1, Math.round((0.5 + 0.05 * severity + 0.12 * normal(random)) * 20) / 20);
  for (const minute of minutesEvery(ventilation.everyMinutes, random)) {
    if (charted) chart(minute, 'FiO2', share);
    if (ventilated) chart(minute, 'MechVent', 1);
  }
}

/** From somewhere in the first interval to the end of 48 hours, each gap half to one and a half intervals long. */
function minutesEvery(interval: number, random: Random): number[] {
  const minutes: number[] = [];
  for (
    let minute = Math.floor(interval * random());
    minute < 2880;
    minute += Math.ceil(interval * (0.5 + random()))
  ) {
    minutes.push(minute);
  }
  return minutes;
}
