import type { Session } from '@daero/api/access';
import type { Route } from '@daero/api/route';
import type { RouteName, Routes } from '@daero/api/routes';
import type { Result } from '@daero/domain/result';
import type { z } from 'zod';

/** A file to send as it lies. */
export type SentFile = { readonly path: string; readonly name: string };

/** Bytes to save under a name. */
export type SentBytes = { readonly name: string; readonly bytes: Uint8Array };

/** A table to save, as text, under its name. */
export type SentTable = { readonly name: string; readonly csv: string };

/** Values of a stream, until they end or the reader leaves. */
export type Stream<Value> = (left: AbortSignal) => AsyncIterable<Value>;

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : Schema extends 'lines' ? string : null;
type AnswerOf<R extends Route> = R['answer'] extends {
  readonly as: 'json';
  readonly schema: infer S extends z.ZodType;
}
  ? z.output<S>
  : R['answer'] extends { readonly as: 'stream'; readonly schema: infer S extends z.ZodType }
    ? Stream<z.output<S>>
    : {
        readonly html: string;
        readonly zip: SentFile;
        readonly xlsx: SentBytes;
        readonly csv: SentTable;
        readonly nothing: null;
      }[Extract<R['answer']['as'], 'html' | 'zip' | 'xlsx' | 'csv' | 'nothing'>];

/** A request that was let in: its input has been read, and its caller may call. */
export type Call<R extends Route> = {
  readonly params: Read<R['params']>;
  readonly query: Read<R['query']>;
  readonly body: Read<R['body']>;
  readonly session: R['access'] extends { readonly who: 'anyone' } ? Session | null : Session;
  /** The host that the caller asked, and whether both ends of the connection are on this machine. */
  readonly asked: { readonly host: string; readonly here: boolean };
  /** Gives the caller a session, or takes it away. */
  readonly setSession: (session: Session | null) => void;
};

export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<AnswerOf<R>>>;

/** One for every route: a route without a handler does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Routes[Name]> };
