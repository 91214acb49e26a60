import { windowRules } from './window-rules.ts';

/**
 * How the items of NEWS2 are found in the PhysioNet 2012 challenge (and in data of the same names): 0 and below are its
 * codes for "not measured", a temperature below 25 is a probe that fell out. A plan states the same in its own words.
 */
export const physionet2012Rules = windowRules.parse({
  firstHour: 1,
  lastHour: 24,
  lookBackMinutes: 720,
  items: {
    'respiratory-rate': { prefer: [{ parameter: 'RespRate', missingAtOrBelow: 0 }] },
    'oxygen-saturation': { prefer: [{ parameter: 'SaO2', missingAtOrBelow: 0 }] },
    'supplemental-oxygen': {
      anyOf: [
        { parameter: 'FiO2', missingAtOrBelow: 0, above: 0.21 },
        { parameter: 'MechVent', missingAtOrBelow: 0, above: 0 },
      ],
    },
    'systolic-pressure': {
      prefer: [
        { parameter: 'SysABP', missingAtOrBelow: 0 },
        { parameter: 'NISysABP', missingAtOrBelow: 0 },
      ],
    },
    'heart-rate': { prefer: [{ parameter: 'HR', missingAtOrBelow: 0 }] },
    consciousness: { anyOf: [{ parameter: 'GCS', missingAtOrBelow: 0, below: 15 }] },
    temperature: { prefer: [{ parameter: 'Temp', missingAtOrBelow: 0, missingBelow: 25 }] },
  },
});
