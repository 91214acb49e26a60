/**
 * The schema, step by step. A step that was released never changes; the next one goes below it.
 * The SQL is the same on PostgreSQL 15 and 18. Every unique key on events carries site and subject
 * (decisions/0003-keys-carry-site-and-subject.md).
 */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'events and run steps',
    sql: `
      CREATE TABLE daero.event (
        site            text COLLATE "C" NOT NULL,
        position        bigint NOT NULL,
        event_id        text COLLATE "C" NOT NULL,
        subject         text COLLATE "C" NOT NULL, -- '' where the event is about nobody: a key holds no null
        type            text COLLATE "C" NOT NULL,
        schema_version  integer NOT NULL,
        encounter       text,
        subject_ref     text,
        occurred_at     timestamptz NOT NULL,
        recorded_at     timestamptz NOT NULL,
        clock_source    text NOT NULL,
        clock_skew_ms   double precision,
        actor_id        text NOT NULL,
        actor_role      text NOT NULL,
        device          jsonb,
        arm             text,
        study           text,
        cause_id        text,
        correlation_id  text,
        idempotency_key text COLLATE "C" NOT NULL,
        payload         jsonb NOT NULL,
        payload_hash    text NOT NULL,
        previous_hash   text NOT NULL,
        hash            text NOT NULL,
        changes         text COLLATE "C", -- the event that this one corrects or erases
        PRIMARY KEY (site, position, subject),
        UNIQUE (site, event_id, subject),
        UNIQUE (site, idempotency_key, subject)
      );
      CREATE INDEX event_of_subject ON daero.event (site, subject, position);
      CREATE INDEX event_of_type ON daero.event (site, type, position);
      CREATE INDEX event_in_time ON daero.event (site, occurred_at);
      CREATE INDEX event_changing ON daero.event (site, changes, position) WHERE changes IS NOT NULL;

      CREATE FUNCTION daero.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the event log is append-only'; END $$;
      CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON daero.event
        FOR EACH ROW EXECUTE FUNCTION daero.refuse_change();
      CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON daero.event
        FOR EACH STATEMENT EXECUTE FUNCTION daero.refuse_change();

      -- Steps of long runs that are finished, so that a job taken over skips them. No patient is in here.
      CREATE TABLE daero.run_step (
        run_id      text COLLATE "C" NOT NULL,
        step        text COLLATE "C" NOT NULL,
        input_hash  text NOT NULL,
        output_ref  text NOT NULL,
        finished_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (run_id, step, input_hash)
      );`,
  },
];
