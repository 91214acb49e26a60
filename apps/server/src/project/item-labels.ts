import type { Text } from '@daero/domain/text';

/** The items of the devices as a ward names them. */
export const itemLabels: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    'respiratory-rate': { ko: '호흡수', en: 'Respiratory rate' },
    'oxygen-saturation': { ko: '산소포화도', en: 'Oxygen saturation' },
    'supplemental-oxygen': { ko: '산소 투여', en: 'Supplemental oxygen' },
    'systolic-pressure': { ko: '수축기 혈압', en: 'Systolic pressure' },
    'heart-rate': { ko: '심박수', en: 'Heart rate' },
    consciousness: { ko: '의식', en: 'Consciousness' },
    temperature: { ko: '체온', en: 'Temperature' },
  }),
);
