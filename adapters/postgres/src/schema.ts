import type { Json } from '@daero/domain/canonical';
import type { ColumnType, Generated } from 'kysely';

/** The tables as kysely sees them; `migrations.ts` makes them. */
export type Schema = { readonly 'daero.event': EventTable; readonly 'daero.run_step': RunStepTable };

export type EventTable = {
  readonly site: string;
  readonly position: ColumnType<string, number, never>; // bigint comes as text
  readonly event_id: string;
  readonly subject: string;
  readonly type: string;
  readonly schema_version: number;
  readonly encounter: string | null;
  readonly subject_ref: string | null;
  readonly occurred_at: ColumnType<Date, string, never>;
  readonly recorded_at: ColumnType<Date, string, never>;
  readonly clock_source: string;
  readonly clock_skew_ms: number | null;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly device: Json;
  readonly arm: string | null;
  readonly study: string | null;
  readonly cause_id: string | null;
  readonly correlation_id: string | null;
  readonly idempotency_key: string;
  readonly payload: Json;
  readonly payload_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly changes: string | null;
};

type RunStepTable = {
  readonly run_id: string;
  readonly step: string;
  readonly input_hash: string;
  readonly output_ref: string;
  readonly finished_at: Generated<Date>;
};
