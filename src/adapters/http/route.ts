import { z } from 'zod';
import type { Context } from '../../application/context.js';
import type { Action, VisibleFields } from '../../application/permissions.js';
import type { Role, User } from '../../application/ports/index.js';
import type { Result } from '../../shared/result.js';
import type { Language } from '../../shared/text.js';
import type { ServerParts } from './parts.js';

/**
 * A route is data: where it answers, who may ask, what comes in and what goes out. Permission checks, validation,
 * the OpenAPI document and the permission-matrix test are all made from this one description.
 */
export interface Route<Path = unknown, Query = unknown, Body = unknown, Reply = unknown> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, parameters as `:name`; `:contract` is the tenant. */
  readonly path: string;
  /** `public` = signing in itself; `signed-in` = any user; otherwise actions of the permission table, one of which is enough. */
  readonly access: 'public' | 'signed-in' | readonly [Action, ...Action[]];
  readonly summary: string;
  readonly params: z.ZodType<Path>;
  readonly query: z.ZodType<Query>;
  readonly body: RequestBody<Body>;
  readonly reply: ReplyKind<Reply>;
  /** Takes a secret that could be guessed: as many requests a minute as for signing in. */
  readonly isGuessable?: true;
  /** `If-Match` with the ETag that the asker saw. */
  readonly needsIfMatch?: true;
  readonly needsIdempotencyKey?: true;
  /**
   * Large, without names and asked for again and again: the browser keeps the answer and asks whether it still holds
   * (`If-None-Match`). Everything else is stored nowhere.
   */
  readonly isRevalidated?: true;
  /** Personal data or an export goes out: written to the access log under this name. */
  readonly accessLog?: string;
  /** What was seen or done; the address below `/api/v1` when absent. */
  accessSubject?(path: Path, body: Body): string;
  answer(request: RouteRequest<Path, Query, Body>): Promise<Result<Reply>>;
  /** Headers that follow from what is answered: ETag, Location. */
  replyHeaders?(reply: Reply, path: Path): Readonly<Record<string, string>>;
}

export type RequestBody<Body> =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly schema: z.ZodType<Body> }
  /** One file with form fields beside it. */
  | { readonly kind: 'upload'; readonly fields: z.ZodType };

export interface Upload<Fields> {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Fields;
}

export type ReplyKind<Reply> =
  | { readonly kind: 'json'; readonly status: 200 | 201 | 202; readonly schema: z.ZodType<unknown, Reply> }
  | { readonly kind: 'nothing'; readonly status: 204 }
  | { readonly kind: 'file'; readonly status: 200; readonly types: readonly string[] }
  | { readonly kind: 'events'; readonly status: 200; readonly events: Readonly<Record<string, z.ZodType>> };

export interface FileReply {
  readonly type: string;
  readonly bytes: Uint8Array | string;
  /** Name offered for saving; shown in the browser when absent. */
  readonly fileName?: string;
}

/** Starts sending; the returned function stops. `close` ends the stream from the sender's side. */
export type EventSource = (sink: EventSink) => () => void;
export interface EventSink {
  readonly send: (event: { readonly name: string; readonly id: number; readonly data: unknown }) => void;
  readonly close: () => void;
  /** The last event that the reader has seen (header `Last-Event-ID`), 0 at first. */
  readonly lastSeen: number;
}

export interface RouteRequest<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly context: Context;
  /** Who asks; on public routes nobody is known yet. */
  readonly user: User | null;
  /** What they are in the contract of the path. */
  readonly standing: Standing | null;
  readonly language: Language;
  /** Revision out of `If-Match`. */
  readonly revision: number;
  readonly idempotencyKey: string;
  readonly session: SessionControl;
  readonly parts: ServerParts;
}

/** What a user is in a contract, and therefore sees of its records. */
export interface Standing {
  /** Of the strongest grant. */
  readonly role: Role;
  /** The worker that the user is; null for everybody but staff. */
  readonly worker: string | null;
  readonly sees: VisibleFields;
  readonly may: (action: Action) => boolean;
}

export interface SessionControl {
  readonly signIn: (user: User) => Promise<{ csrfToken: string }>;
  /** After the user's own change of the password, which ends every other session. */
  readonly keep: (user: User) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly csrfToken: () => string;
}

type Definition<Path, Query, Body, Reply> = Omit<Route<Path, Query, Body, Reply>, 'params' | 'query' | 'body'> & {
  readonly params?: z.ZodType<Path>;
  readonly query?: z.ZodType<Query>;
  readonly body?: RequestBody<Body>;
};

const nothing = z.strictObject({});

/** A route with what is left out filled in: no parameters, no query, no body. */
export function route<Path = unknown, Query = unknown, Body = unknown, Reply = unknown>(
  definition: Definition<Path, Query, Body, Reply>,
): Route {
  const none = nothing as unknown as z.ZodType<never>;
  const whole: Route<Path, Query, Body, Reply> = { params: none, query: none, body: { kind: 'none' }, ...definition };
  // Here the types of a route are given up: the table holds routes of every kind, and each one's own schemas make its
  // input before its handler sees it.
  return whole;
}

export function jsonBody<Body>(schema: z.ZodType<Body>): RequestBody<Body> {
  return { kind: 'json', schema };
}
export function uploadBody<Fields>(fields: z.ZodType<Fields>): RequestBody<Upload<Fields>> {
  return { kind: 'upload', fields };
}
export function json<Reply>(schema: z.ZodType<unknown, Reply>, status: 200 | 201 | 202 = 200): ReplyKind<Reply> {
  return { kind: 'json', status, schema };
}
export const nothingBack: ReplyKind<null> = { kind: 'nothing', status: 204 };
export function file(...types: readonly string[]): ReplyKind<FileReply> {
  return { kind: 'file', status: 200, types };
}
export function events(schemas: Readonly<Record<string, z.ZodType>>): ReplyKind<EventSource> {
  return { kind: 'events', status: 200, events: schemas };
}

/** Where a route stands on the server, with OpenAPI's braces. */
export function openApiPath(path: string): string {
  return `/api/v1${path.replaceAll(/:(\w+)/gu, '{$1}')}`;
}
