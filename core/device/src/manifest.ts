import { contentHash } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import type { Device, DeviceVersion, Indication } from '@daero/domain/product';
import type { Text } from '@daero/domain/text';
import { news2 } from './news2.ts';
import { highestScore, type ScoreTable } from './score-table.ts';

/** What a device promises to give for a subject; what comes back is checked against it. */
export type ResultContract = {
  readonly kind: 'score';
  readonly low: number;
  readonly high: number;
  readonly higherMeans: Text;
  /** Scores at which its maker asks for an answer, lowest first. */
  readonly thresholds: readonly { readonly atOrAbove: number; readonly asksFor: Text }[];
};

/** What a device is to us: whose, which version, for whom, and what it gives. */
export type DeviceManifest = {
  readonly device: Device;
  readonly version: DeviceVersion;
  readonly indication: Indication;
  readonly gives: ResultContract;
  readonly source: string;
  /** Shown wherever a number of this device appears; `null` for a product that needs no such word. */
  readonly notice: Text | null;
};

/** What exactly ran, for a score table: the table itself. */
export const tableHash = (table: ScoreTable): string => contentHash(table);

const deviceId = id<'device'>('reference.news2');

export const news2Manifest: DeviceManifest = {
  device: {
    deviceId,
    name: { ko: 'NEWS2 (국가 조기경고점수 2)', en: 'NEWS2 (National Early Warning Score 2)' },
    maker: { ko: '영국 왕립내과학회', en: 'Royal College of Physicians' },
    standing: 'reference',
  },
  version: {
    deviceId,
    version: '2017',
    udiDi: null,
    modelHash: tableHash(news2),
    thresholdSetId: 'news2-5-7',
  },
  indication: {
    code: 'acute-deterioration',
    population: { ko: '입원 중인 성인 환자', en: 'Adults in hospital' },
    purpose: { ko: '급성 악화의 조기 발견', en: 'Early recognition of acute deterioration' },
  },
  gives: {
    kind: 'score',
    low: 0,
    high: highestScore(news2),
    higherMeans: { ko: '급성 질환이 더 중함', en: 'more severe acute illness' },
    thresholds: [
      { atOrAbove: 5, asksFor: { ko: '긴급 대응', en: 'an urgent response' } },
      { atOrAbove: 7, asksFor: { ko: '응급 대응', en: 'an emergency response' } },
    ],
  },
  source: news2.source,
  notice: {
    ko: '참조 기기: 공개된 점수표이며 승인된 제품이 아닙니다.',
    en: 'Reference device: a published score table, not an approved product.',
  },
};
