import type { Role } from '@daero/domain/product';
import type { Text } from '@daero/domain/text';
import type { Region } from '../words/regions.ts';
import { text } from './draw.ts';

/** Made-up companies and hospitals; every name says that it is a demonstration. Their products are those of the made-up cases. */
export type DemoCompany = {
  readonly id: string;
  readonly name: Text;
  readonly size: 'small' | 'medium';
  readonly region: Region;
  readonly product: { readonly deviceId: string; readonly version: string };
  readonly indication: string;
  readonly what: Text;
};

const company = (
  [id, ko, en]: readonly [string, string, string],
  [size, region]: readonly [DemoCompany['size'], Region],
  [product, version, indication]: readonly [string, string, string],
  what: Text,
): DemoCompany => ({
  id: `demo-co-${id}`,
  name: text(`시연 기업 ${ko}`, `Demonstration company ${en}`),
  size,
  region,
  product: { deviceId: product, version },
  indication,
  what,
});

export const demoCompanies: readonly DemoCompany[] = [
  company(['a', '가람', 'Garam'], ['small', 'KR-11'], ['demonstration-chest-aid', '2.0', 'chest-radiograph'], text('흉부 방사선 판독 보조', 'reading of chest radiographs')), // prettier-ignore
  company(['b', '나래', 'Narae'], ['medium', 'KR-41'], ['news2', '2017', 'deterioration'], text('병동 환자 악화 조기 경보', 'early warning of deterioration on wards')), // prettier-ignore
  company(['c', '다온', 'Daon'], ['small', 'KR-27'], ['demo-brain-ct', '1.3', 'stroke-ct'], text('뇌졸중 CT 분류', 'triage of stroke CT')), // prettier-ignore
  company(['d', '라온', 'Raon'], ['small', 'KR-30'], ['demo-chest-2', '1.0', 'chest-radiograph'], text('흉부 방사선 선별', 'screening of chest radiographs')), // prettier-ignore
  company(['e', '마루', 'Maru'], ['medium', 'KR-26'], ['demo-mammo', '3.1', 'mammography'], text('유방촬영 판독 보조', 'reading of mammograms')), // prettier-ignore
  company(['f', '바른', 'Bareun'], ['small', 'KR-29'], ['demo-ecg', '1.0', 'ecg'], text('심전도 부정맥 검출', 'detection of arrhythmia on ECG')), // prettier-ignore
];

export type DemoHospital = { readonly id: string; readonly name: Text; readonly region: Region };
const hospital = (id: string, ko: string, en: string, region: Region): DemoHospital => ({
  id: `demo-ho-${id}`,
  name: text(`시연 ${ko}병원`, `Demonstration ${en} Hospital`),
  region,
});

export const demoHospitals: readonly DemoHospital[] = [
  hospital('1', '한빛', 'Hanbit', 'KR-11'),
  hospital('2', '새길', 'Saegil', 'KR-26'),
  hospital('3', '온누리', 'Onnuri', 'KR-27'),
  hospital('4', '푸른', 'Pureun', 'KR-45'),
  hospital('5', '바다', 'Bada', 'KR-49'),
  hospital('6', '늘봄', 'Neulbom', 'KR-42'),
];

/** Whom the sign-in for demonstration makes somebody: it proves nothing, so it opens made-up members only. */
export const signedInAs = (role: Role): string => `demonstration:${role}`;
const signedIn: Readonly<Record<string, readonly Role[]>> = {
  'demo-co-a': ['market-access', 'statistician', 'economist'],
  'demo-ho-1': ['clinician', 'administrator', 'hospital-it', 'procurement'],
};

export const memberOf = (
  { id, name, region }: Pick<DemoCompany | DemoHospital, 'id' | 'name' | 'region'>,
  [kind, size, role]: readonly [string, string, string],
): object => ({
  partyId: id,
  name,
  kind,
  size,
  region,
  role,
  persons: [`${id}-1`, ...(signedIn[id] ?? []).map(signedInAs)],
});
