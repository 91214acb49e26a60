import { z } from 'zod';
import { daySchema, groundsSchema, idSchema, shareSchema, textSchema } from '../record/event.ts';
import { categories } from './category.ts';

const anyOf = z.array(z.enum(categories)).min(1).nullable().describe('null: any category');

/** One rule on moving a budget. The first row that fits decides. */
const row = z.strictObject({
  id: idSchema,
  from: anyOf,
  to: anyOf,
  ownMost: shareSchema.describe('of the agreed amount of the place left, what the consortium moves itself'),
  approvedMost: shareSchema.describe('of the same, what may be moved at all, with approval'),
  because: textSchema,
  ...groundsSchema.shape,
});

/** The rules on transfers that an agreement runs under, with their day in force. */
export const transferRulesSchema = z.strictObject({
  version: idSchema,
  inForceFrom: daySchema,
  rows: z.array(row).min(1),
});
export type TransferRules = z.output<typeof transferRulesSchema>;
export type TransferRow = TransferRules['rows'][number];

/**
 * What an agreement starts from where its call names nothing else. No text of a call was found, so every
 * limit here is a proposal that the agreement must confirm; that a change in how costs are distributed needs
 * approval unless it is minor is article 23 of the Subsidy Management Act.
 */
export const defaultTransferRules: TransferRules = transferRulesSchema.parse({
  version: 'transfer-2026',
  inForceFrom: '2026-01-01',
  rows: [
    {
      id: 'indirect-not-raised',
      from: null,
      to: ['indirect'],
      ownMost: 0,
      approvedMost: 0,
      because: { ko: '간접비는 늘리지 않습니다', en: 'indirect costs are not raised' },
      source: null,
      confidence: 'general-knowledge-unverified',
    },
    {
      id: 'people-and-promotion-approved',
      from: null,
      to: ['personnel', 'promotion'],
      ownMost: 0,
      approvedMost: 5_000,
      because: {
        ko: '인건비와 홍보비의 증액은 승인을 받습니다',
        en: 'more for personnel or promotion needs approval',
      },
      source: 'Subsidy Management Act, article 23',
      confidence: 'general-knowledge-unverified',
    },
    {
      id: 'minor-changes-free',
      from: null,
      to: null,
      ownMost: 2_000,
      approvedMost: 5_000,
      because: {
        ko: '경미한 변경은 스스로, 그 이상은 승인을 받아 절반까지',
        en: 'minor changes are free, more needs approval, up to one half',
      },
      source: 'Subsidy Management Act, article 23',
      confidence: 'general-knowledge-unverified',
    },
  ],
});
