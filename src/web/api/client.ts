import type { Problem } from '../../adapters/http/schemas/common.js';
import { currentLanguage } from '../messages/language.js';

const base = '/api/v1';

/**
 * A refusal of the server, or no answer at all (`unreachable`), or a file that can't be sent any more (`file-changed`).
 * `message` is already in the reader's language.
 */
export class ApiProblem extends Error {
  constructor(
    readonly code: Problem['code'] | 'unreachable' | 'file-changed',
    readonly status: number,
    message: string,
    readonly problem: Problem | null,
  ) {
    super(message);
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

let csrfToken = '';

/** Every session answer carries the token that later changes must send back. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

export function address(path: string, query: Call['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return `${base}${path}${text === '' ? '' : `?${text}`}`;
}

/** The one way to the server: session cookie, CSRF header, language, problem documents. Throws {@link ApiProblem}. */
export async function request<T>(path: string, call: Call = {}): Promise<T> {
  const response = await send(path, call);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(path: string, call: Call): Promise<Response> {
  const method = call.method ?? 'GET';
  const isForm = call.body instanceof FormData;
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
    ...(call.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    ...call.headers,
  };
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (call.body !== undefined) init.body = isForm ? call.body : JSON.stringify(call.body);
  if (call.signal !== undefined) init.signal = call.signal;
  const response = await fetch(address(path, call.query), init).catch(async (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem((await hasLostFile(call.body)) ? 'file-changed' : 'unreachable', 0, '', null);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Whether a file was changed or taken away after it was chosen: the browser then refuses to read it. */
async function hasLostFile(body: unknown): Promise<boolean> {
  if (!(body instanceof FormData)) return false;
  const files = [...body.values()].filter((value) => value instanceof File);
  const readable = await Promise.allSettled(files.map((file) => file.arrayBuffer()));
  return readable.some(({ status }) => status === 'rejected');
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = await response
    .json()
    .then((body: unknown) => body as Problem)
    .catch(() => null);
  if (problem === null || typeof problem.code !== 'string')
    return new ApiProblem('internal-error', response.status, '', null);
  return new ApiProblem(problem.code, response.status, problem.detail, problem);
}
